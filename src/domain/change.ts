import type { Instant, Round, Section, Topic, TopicDraft } from './topic.ts';

/** One field of one topic that moved. Append-only; a first sighting writes none. */
export interface Change {
  field: ChangeField;
  before: unknown;
  after: unknown;
  material: boolean;
}

export interface RecordedChange extends Change {
  id: number;
  topicKey: string;
  at: Instant;
  source: string;
  scanId: number | null;
}

/** Material: what an applicant must know. Source: DESIGN "Change". */
const MATERIAL = {
  identifier: true,
  title: true,
  statedStatus: true,
  opensOn: true,
  deadlines: true,
  deadlineModel: true,
  budgetEur: true,
  expectedGrants: true,
  contributionRange: true,
  typesOfAction: true,
  text: true,
  programme: false,
  callIdentifier: false,
  callTitle: false,
  parentIdentifier: false,
  keywords: false,
  programmeParts: false,
  url: false,
} as const;

export type ChangeField = keyof typeof MATERIAL;

export type ComparableTopic = Pick<
  TopicDraft,
  | 'identifier'
  | 'title'
  | 'programme'
  | 'callIdentifier'
  | 'callTitle'
  | 'parentIdentifier'
  | 'url'
  | 'typesOfAction'
  | 'keywords'
  | 'programmeParts'
  | 'rounds'
> & { statedStatus: Topic['statedStatus']; sections: readonly Pick<Section, 'heading' | 'text'>[] };

export const isMaterial = (field: ChangeField): boolean => MATERIAL[field];

/** One edited section of a call text, cut to the place where the two readings part; the texts themselves stand elsewhere. */
export interface TextExcerpt {
  heading: string;
  excerpt: string;
}

/**
 * What moved between two readings of one topic, field by field, on normalised values. An empty value never overwrites
 * a known one, so a known → unknown step is no change: the caller keeps the known value (COALESCE, PORTAL-CONTRACT 7.8).
 * A text that appears for the first time is no edit either; `before` and `after` of `text` are `TextExcerpt[]`.
 */
export function diffTopics(before: ComparableTopic, after: ComparableTopic): Change[] {
  const changes: Change[] = [];
  for (const [field, read] of READERS) {
    const was = read(before);
    const is = read(after);
    if (!isEmpty(is) && !same(was, is)) changes.push({ field, before: was, after: is, material: MATERIAL[field] });
  }
  const text = diffText(before.sections, after.sections);
  return text === null ? changes : [...changes, { field: 'text', ...text, material: MATERIAL.text }];
}

const READERS: [ChangeField, (topic: ComparableTopic) => unknown][] = [
  ['identifier', (t) => t.identifier],
  ['title', (t) => comparableText(t.title)],
  ['statedStatus', (t) => t.statedStatus],
  ['opensOn', (t) => t.rounds.map((r) => r.opensOn)],
  ['deadlines', (t) => t.rounds.map((r) => r.deadlines.map((d) => toMinute(d.at)))],
  ['deadlineModel', (t) => t.rounds.map((r) => r.deadlineModel)],
  ['budgetEur', (t) => t.rounds.map((r) => r.budgetEur)],
  ['expectedGrants', (t) => t.rounds.map((r) => r.expectedGrants)],
  ['contributionRange', (t) => t.rounds.map(range)],
  ['typesOfAction', (t) => [...t.typesOfAction].sort()],
  ['programme', (t) => t.programme],
  ['callIdentifier', (t) => t.callIdentifier],
  ['callTitle', (t) => (t.callTitle === null ? null : comparableText(t.callTitle))],
  ['parentIdentifier', (t) => t.parentIdentifier],
  ['url', (t) => t.url],
  ['keywords', (t) => [...t.keywords].sort()],
  ['programmeParts', (t) => [...t.programmeParts].sort()],
];

const range = (round: Round) => [round.minContributionEur, round.maxContributionEur];

/** Seconds of types 2 and 8 are random at each ingest (PORTAL-CONTRACT §5, 128 cases): compare to the minute. */
export const toMinute = (at: Instant): string => `${at.slice(0, 16)}Z`;

type TextSection = Pick<Section, 'heading' | 'text'>;

const EXCERPT_CHARS = 2_000;
const CONTEXT_CHARS = 120;

function diffText(before: readonly TextSection[], after: readonly TextSection[]) {
  const was = byHeading(before);
  const is = byHeading(after);
  if (was.size === 0 || is.size === 0 || joined(was) === joined(is)) return null;
  const headings = [...new Set([...was.keys(), ...is.keys()])].filter(
    (heading) => was.get(heading) !== is.get(heading),
  );
  const share = Math.max(200, Math.floor(EXCERPT_CHARS / Math.max(1, headings.length)));
  const shown = headings.slice(0, EXCERPT_CHARS / 200);
  const excerpts = (own: Map<string, string>, other: Map<string, string>): TextExcerpt[] =>
    shown.flatMap((heading) => {
      const text = own.get(heading);
      return text === undefined ? [] : [{ heading, excerpt: excerpt(text, other.get(heading) ?? '', share) }];
    });
  return { before: excerpts(was, is), after: excerpts(is, was) };
}

function byHeading(sections: readonly TextSection[]): Map<string, string> {
  const texts = new Map<string, string>();
  for (const { heading, text } of sections) {
    const name = comparableText(heading);
    const own = comparableText(text);
    if (own !== '') texts.set(name, texts.has(name) ? `${texts.get(name)} ${own}` : own);
  }
  return texts;
}

const joined = (texts: Map<string, string>): string => [...texts.values()].join(' ');

/** The text around the first place where it parts from the other reading. */
function excerpt(text: string, other: string, length: number): string {
  let parting = 0;
  while (parting < text.length && text[parting] === other[parting]) parting += 1;
  const start = Math.max(0, parting - CONTEXT_CHARS);
  const end = Math.min(text.length, start + length - 2);
  return `${start > 0 ? '…' : ''}${text.slice(start, end)}${end < text.length ? '…' : ''}`;
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/** What of a text counts for comparison: not its white space, markup, entities or footnotes (DESIGN "Change"). */
export function comparableText(text: string): string {
  return text
    .replace(/<\/?[a-z][^>]{0,500}>/giu, ' ')
    .replace(/&(amp|lt|gt|quot|apos|nbsp);/gu, (entity, name: string) => ENTITIES[name] ?? entity)
    .replace(/\[\[[^\]]{0,2000}\]\]|\[\d{1,3}\]/gu, '')
    .replace(/[\u200B-\u200D\uFEFF\u00AD]/gu, '')
    .normalize('NFKC')
    .replace(/\s+([.,;:)])/gu, '$1')
    .replace(/\s+/gu, ' ')
    .trim();
}

const isEmpty = (value: unknown): boolean =>
  value === null || value === '' || (Array.isArray(value) && value.every((item) => isEmpty(item)));

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
