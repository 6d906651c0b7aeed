import { DEADLINE_MODELS, type DeadlineModel, type SubmissionStatus, type TopicKind } from '../../domain/topic.ts';

/** Facet labels of `status` (PORTAL-CONTRACT §2.6, n≥14). Two clients had 501 and 502 swapped and were wrong. */
const STATUSES: ReadonlyMap<string, SubmissionStatus> = new Map([
  ['31094501', 'forthcoming'],
  ['31094502', 'open'],
  ['31094503', 'closed'],
]);

/** Facet labels of `type`: 0 is a tender, 6 a piece of news that reuses the topic's identifier. */
const KINDS: ReadonlyMap<string, TopicKind> = new Map([
  ['1', 'topic'],
  ['8', 'cascade'],
  ['2', 'external'],
]);

/** How a `reference` of the current index ends, by kind (§2.7); rows of the old index end with an epoch instead. */
const REFERENCES: readonly (readonly [form: RegExp, kind: TopicKind])[] = [
  [/^\d+TOPICS[a-z]{2}$/i, 'topic'],
  [/^\d+COMPETITIVE_CALL[a-z]{2}$/i, 'cascade'],
  [/^\d+PROSPECTS[a-z]{2}$/i, 'external'],
];

/** Ids of `submissionProcedure`; the id of multiple cut-off was never pinned, so its wording has to do. */
const MODELS: ReadonlyMap<string, DeadlineModel> = new Map([
  ['31094504', 'single-stage'],
  ['31094505', 'two-stage'],
]);

export const statusByCode = (code: string): SubmissionStatus | null => STATUSES.get(code) ?? null;

export const kindByType = (type: string): TopicKind | null => KINDS.get(type) ?? null;

export function kindByReference(reference: string): TopicKind | null {
  return REFERENCES.find(([form]) => form.test(reference))?.[1] ?? null;
}

/** A deadline model by id or by wording, in any spacing, hyphens and case: `Multiple cut-offs`. */
export function deadlineModelOf(text: string): DeadlineModel | null {
  return MODELS.get(text.trim()) ?? DEADLINE_MODELS.find((model) => bare(model) === bare(text)) ?? null;
}

const bare = (wording: string): string => wording.toLowerCase().replace(/[\s-]|s\s*$/g, '');
