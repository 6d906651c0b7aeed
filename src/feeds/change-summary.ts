import { DateTime } from 'luxon';
import { BRUSSELS } from '../domain/brussels.ts';
import type { ChangeField } from '../domain/change.ts';
import type { FeedLanguage, FeedWords } from './words.ts';

export interface SummarisedChange {
  field: ChangeField;
  before: unknown;
  after: unknown;
}

const LONGEST_VALUE = 160;
const LOCALES: Record<FeedLanguage, string> = { it: 'it-IT', en: 'en-GB' };

/** One line a field, old → new, in plain words: what a person wants to know before opening the page. */
export function changeSummary(changes: readonly SummarisedChange[], words: FeedWords, language: FeedLanguage): string {
  return changes.map((change) => line(change, words, language)).join('\n');
}

function line({ field, before, after }: SummarisedChange, words: FeedWords, language: FeedLanguage): string {
  if (field === 'text') return words.textEdited(headings(after));
  return `${words.fields[field]}: ${spoken(before, words, language)} → ${spoken(after, words, language)}`;
}

/** Stored changes are JSON of their field's own shape: lists of rounds, of instants, of amounts. */
function spoken(value: unknown, words: FeedWords, language: FeedLanguage): string {
  const parts = leaves(value).map((leaf) => leafText(leaf, language));
  const text = parts.length === 0 ? words.unknown : parts.join(', ');
  return text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE - 1)}…` : text;
}

function leaves(value: unknown): (string | number)[] {
  if (Array.isArray(value)) return value.flatMap(leaves);
  return typeof value === 'string' || typeof value === 'number' ? [value] : [];
}

function leafText(leaf: string | number, language: FeedLanguage): string {
  if (typeof leaf === 'number') return leaf.toLocaleString(LOCALES[language]);
  if (/^\d{4}-\d{2}-\d{2}(T[\d:]+Z)?$/.test(leaf)) return dateText(leaf, language);
  return leaf;
}

/** A day, and the Brussels hour where there is one. */
export function dateText(at: string, language: FeedLanguage): string {
  const time = DateTime.fromISO(at, { zone: BRUSSELS, locale: LOCALES[language] });
  if (!time.isValid) return at;
  const day = time.toLocaleString({ day: 'numeric', month: 'long', year: 'numeric' });
  return at.includes('T') ? `${day}, ${time.toFormat('HH:mm')}` : day;
}

const headings = (excerpts: unknown): string[] =>
  (Array.isArray(excerpts) ? excerpts : []).flatMap((one: unknown) =>
    typeof one === 'object' && one !== null && 'heading' in one && typeof one.heading === 'string' && one.heading !== ''
      ? [one.heading]
      : [],
  );
