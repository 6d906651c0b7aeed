import { z } from 'zod';
import { brusselsInstant } from './brussels.ts';
import { DEADLINE_MODELS, type Deadline, type Round, TOPIC_KINDS, type TopicDraft } from './topic.ts';

/**
 * The bundled snapshot: a manifest line, then one line of facts a topic. Facts only (identifiers, titles, dates, figures,
 * codes): no sentence of the Commission's, and no status, which is derived at the reader's day. What is left out is unknown.
 */
export const snapshotManifestSchema = z.strictObject({
  format: z.literal('bandolo-snapshot-1'),
  version: z.string(),
  /** The day the living part is of. */
  date: z.iso.date(),
  attribution: z.string(),
  counts: z.strictObject({ topics: z.int(), h2020: z.int(), live: z.int(), cascade: z.int(), external: z.int() }),
});

export type SnapshotManifest = z.infer<typeof snapshotManifestSchema>;

const text = z.string().min(1);
const amount = z.number().positive().optional();

const snapshotRoundSchema = z.strictObject({
  opens: z.iso.date().optional(),
  model: z.enum(DEADLINE_MODELS).optional(),
  /** Days mean 17:00 in Brussels; a wall time stands where the portal gives another hour, which is then uncertain. */
  deadlines: z.array(z.string().regex(/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2})?$/)).default([]),
  budget: amount,
  shared: z.boolean().default(false),
  grants: z.int().positive().optional(),
  min: amount,
  max: amount,
});

export const snapshotTopicSchema = z.strictObject({
  kind: z.enum(TOPIC_KINDS).default('topic'),
  identifier: text,
  reference: text.optional(),
  title: text,
  programme: text.optional(),
  call: text.optional(),
  callTitle: text.optional(),
  parent: text.optional(),
  url: z.url().optional(),
  actions: z.array(text).default([]),
  keywords: z.array(text).default([]),
  parts: z.array(text).default([]),
  rounds: z.array(snapshotRoundSchema).default([]),
  aliases: z.array(text).default([]),
});

export type SnapshotTopic = z.input<typeof snapshotTopicSchema>;
type ParsedTopic = z.output<typeof snapshotTopicSchema>;

const TOPIC_PAGE = 'https://ec.europa.eu/info/funding-tenders/opportunities/portal/screen/opportunities/topic-details/';

/**
 * Programmes whose last call has closed, and since when. An undated topic of theirs is closed, not unknown: CORDIS, its
 * source, lists the projects it funded. Horizon 2020's last deadlines were those of the Green Deal call, 26 January 2021.
 */
const ENDED: Readonly<Record<string, string>> = { H2020: '2021-12-31T23:59:59Z' };

/** A draft, with the instant since which it is known to be closed where dates cannot tell. */
export type SnapshotDraft = TopicDraft & { statedSince: string | null };

export function snapshotDraft(topic: ParsedTopic): SnapshotDraft {
  const rounds = topic.rounds.map(toRound);
  const dated = rounds.some((round) => round.deadlines.length > 0);
  const closedSince = dated ? undefined : ENDED[topic.programme ?? ''];
  return {
    key: topic.kind === 'topic' ? topic.identifier : (topic.reference ?? topic.identifier),
    kind: topic.kind,
    identifier: topic.identifier,
    reference: topic.reference ?? null,
    title: topic.title,
    programme: topic.programme ?? null,
    callIdentifier: topic.call ?? null,
    callTitle: topic.callTitle ?? null,
    parentIdentifier: topic.parent ?? null,
    url: topic.url ?? (topic.kind === 'topic' ? TOPIC_PAGE + encodeURIComponent(topic.identifier) : null),
    stated: closedSince === undefined ? null : { status: 'closed', code: null },
    statedSince: closedSince ?? null,
    typesOfAction: topic.actions,
    keywords: topic.keywords,
    programmeParts: topic.parts,
    rounds,
    sections: [],
    aliases: topic.aliases,
  };
}

function toRound(round: ParsedTopic['rounds'][number]): Round {
  return {
    opensOn: round.opens ?? null,
    deadlineModel: round.model ?? null,
    deadlines: round.deadlines.map((deadline, n) => toDeadline(deadline, n, round.model)),
    budgetEur: round.budget ?? null,
    budgetShared: round.shared,
    expectedGrants: round.grants ?? null,
    minContributionEur: round.min ?? null,
    maxContributionEur: round.max ?? null,
  };
}

function toDeadline(written: string, n: number, model: Round['deadlineModel'] | undefined): Deadline {
  const [day = written, time] = written.split('T');
  const [hour, minute] = (time ?? '17:00').split(':').map(Number);
  return {
    at: brusselsInstant(day, hour, minute),
    ...(model === 'two-stage' ? { stage: n + 1 } : {}),
    ...(model === 'multiple cut-off' ? { cutOff: n + 1 } : {}),
    ...(time === undefined ? {} : { hourUncertain: true }),
  };
}
