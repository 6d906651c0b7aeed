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

/**
 * What moved between two readings of one topic, field by field, on normalised values. An empty value never overwrites
 * a known one, so a known → unknown step is no change: the caller keeps the known value (COALESCE, PORTAL-CONTRACT 7.8).
 */
export function diffTopics(before: ComparableTopic, after: ComparableTopic): Change[] {
  const changes: Change[] = [];
  for (const [field, read] of READERS) {
    const was = read(before);
    const is = read(after);
    if (!same(was, is)) changes.push({ field, before: was, after: is, material: MATERIAL[field] });
  }
  return changes;
}

const READERS: [ChangeField, (topic: ComparableTopic) => unknown][] = [
  ['identifier', (t) => t.identifier],
  ['title', (t) => squash(t.title)],
  ['statedStatus', (t) => t.statedStatus],
  ['opensOn', (t) => t.rounds.map((r) => r.opensOn)],
  ['deadlines', (t) => t.rounds.map((r) => r.deadlines.map((d) => toMinute(d.at)))],
  ['deadlineModel', (t) => t.rounds.map((r) => r.deadlineModel)],
  ['budgetEur', (t) => t.rounds.map((r) => r.budgetEur)],
  ['expectedGrants', (t) => t.rounds.map((r) => r.expectedGrants)],
  ['contributionRange', (t) => t.rounds.map(range)],
  ['typesOfAction', (t) => [...t.typesOfAction].sort()],
  ['text', (t) => t.sections.map((s) => squash(`${s.heading} ${s.text}`)).join('\n')],
  ['programme', (t) => t.programme],
  ['callIdentifier', (t) => t.callIdentifier],
  ['callTitle', (t) => t.callTitle],
  ['parentIdentifier', (t) => t.parentIdentifier],
  ['url', (t) => t.url],
  ['keywords', (t) => [...t.keywords].sort()],
  ['programmeParts', (t) => [...t.programmeParts].sort()],
];

const range = (round: Round) => [round.minContributionEur, round.maxContributionEur];

/** Seconds of types 2 and 8 are random at each ingest (PORTAL-CONTRACT §5, 128 cases): compare to the minute. */
const toMinute = (at: Instant): string => `${at.slice(0, 16)}Z`;

const squash = (text: string): string => text.replace(/\s+/gu, ' ').trim();

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
