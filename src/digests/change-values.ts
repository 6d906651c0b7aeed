import { DateTime } from 'luxon';
import { BRUSSELS } from '../domain/brussels.ts';
import type { Change, ChangeField } from '../domain/change.ts';
import type { Language } from './words.ts';

const LOCALES: Record<Language, string> = { it: 'it-IT', en: 'en-GB' };
const LONGEST = 160;
const STATUS: Record<Language, Record<string, string>> = {
  it: { forthcoming: 'in arrivo', open: 'aperto', closed: 'chiuso' },
  en: { forthcoming: 'forthcoming', open: 'open', closed: 'closed' },
};

/** Changes with both sides in words. */
export const changesInWords = (changes: readonly Pick<Change, 'field' | 'before' | 'after'>[], language: Language) =>
  changes.map(({ field, before, after }) => ({
    field,
    before: changeValue(field, before, language),
    after: changeValue(field, after, language),
  }));

/** One side of a change in words, short enough for a line of a mail; empty where nothing was known. */
export function changeValue(field: ChangeField, value: unknown, language: Language): string {
  const parts = leaves(value).map((leaf) => leafText(field, leaf, language));
  const text = [...new Set(parts)].join(', ');
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
}

/** Stored values are scalars, lists of them by round, or excerpts of a text with their heading. */
function leaves(value: unknown): (string | number)[] {
  if (Array.isArray(value)) return value.flatMap(leaves);
  if (typeof value === 'object' && value !== null && 'excerpt' in value && 'heading' in value)
    return [`${String(value.heading)}: ${String(value.excerpt)}`];
  return typeof value === 'string' || typeof value === 'number' ? [value] : [];
}

function leafText(field: ChangeField, leaf: string | number, language: Language): string {
  if (typeof leaf === 'number')
    return leaf.toLocaleString(LOCALES[language]) + (field === 'expectedGrants' ? '' : ' €');
  if (field === 'statedStatus') return STATUS[language][leaf] ?? leaf;
  if (!/^\d{4}-\d{2}-\d{2}(T[\d:.]+Z)?$/.test(leaf)) return leaf;
  const time = DateTime.fromISO(leaf, { zone: BRUSSELS, locale: LOCALES[language] });
  const day = time.toLocaleString({ day: 'numeric', month: 'long', year: 'numeric' });
  return leaf.includes('T') ? `${day}, ${time.toFormat('HH:mm')}` : day;
}
