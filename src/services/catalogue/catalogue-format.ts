import { z } from 'zod';
import { DEADLINE_MODELS, SECTION_KINDS, SUBMISSION_STATUSES, TOPIC_KINDS } from '../../domain/topic.ts';
import { parseInstant } from '../instants.ts';
import { isHouseMarkup } from './catalogue-markup.ts';

/**
 * A public catalogue as a file: a manifest line, a line a change, a line a topic, and a last line with the SHA-256 of all
 * lines between, so that a cut or edited file is noticed. Strict: what is not named here is not in it, on the way out and in.
 */
export const CATALOGUE_FORMAT = 'bandolo-catalogue-1';

const instant = z
  .string()
  .refine((text) => parseInstant(text) === text, 'expected an instant like 2026-10-08T15:00:00Z');
/** Controls, ends of lines, and marks that turn the reading direction: every other way in drops them. */
const NO_LINE = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;
const line = z
  .string()
  .max(10_000)
  .refine((words) => !NO_LINE.test(words), 'holds characters that no line of text has');
const name = line.max(300).refine((words) => words.trim() !== '', 'expected a name');
/** So many keywords have no call; a row of the store holds 2 MB. */
const names = z.array(name).max(1_000);
const amount = z.number().nonnegative().nullable();
const webAddress = z.url({ protocol: /^https?$/ }).nullable();

export const manifestSchema = z.strictObject({
  type: z.literal('manifest'),
  format: z.literal(CATALOGUE_FORMAT),
  /** Id of the profile of the city that it comes from. */
  city: z.string(),
  exportedAt: instant,
  attribution: z.string(),
});

const roundSchema = z.strictObject({
  opensOn: z.iso.date().nullable(),
  deadlineModel: z.enum(DEADLINE_MODELS).nullable(),
  deadlines: z.array(
    z.strictObject({
      at: instant,
      stage: z.int().optional(),
      cutOff: z.int().optional(),
      hourUncertain: z.boolean().optional(),
    }),
  ),
  budgetEur: amount,
  budgetShared: z.boolean(),
  expectedGrants: z.int().nullable(),
  minContributionEur: amount,
  maxContributionEur: amount,
});

const sectionSchema = z.strictObject({
  kind: z.enum(SECTION_KINDS),
  heading: line,
  html: z.string().refine(isHouseMarkup, 'holds markup that no page of ours shows'),
  text: z.string(),
});

export const topicRecordSchema = z.strictObject({
  type: z.literal('topic'),
  key: name,
  kind: z.enum(TOPIC_KINDS),
  identifier: name,
  reference: name.nullable(),
  title: line,
  programme: name.nullable(),
  callIdentifier: name.nullable(),
  callTitle: line.nullable(),
  parentIdentifier: name.nullable(),
  url: webAddress,
  statedStatus: z.enum(SUBMISSION_STATUSES).nullable(),
  statedStatusCode: line.nullable(),
  statedSince: instant.nullable(),
  typesOfAction: names,
  keywords: names,
  programmeParts: names,
  source: name,
  firstSeenAt: instant,
  lastSeenAt: instant,
  lastChangedAt: instant.nullable(),
  withdrawnAt: instant.nullable(),
  /** Exports of before these were kept have neither. */
  returns: z.int().nonnegative().default(0),
  returnedAt: instant.nullable().default(null),
  rounds: z.array(roundSchema),
  sections: z.array(sectionSchema),
  aliases: names,
});
export type TopicRecord = z.output<typeof topicRecordSchema>;

export const changeRecordSchema = z.strictObject({
  type: z.literal('change'),
  topicKey: name,
  at: instant,
  field: name,
  before: z.unknown(),
  after: z.unknown(),
  material: z.boolean(),
  source: name,
});
export type ChangeRecord = z.output<typeof changeRecordSchema>;

export const endSchema = z.strictObject({
  type: z.literal('end'),
  topics: z.int(),
  changes: z.int(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});
export type CatalogueEnd = z.output<typeof endSchema>;

export const recordSchema = z.discriminatedUnion('type', [topicRecordSchema, changeRecordSchema]);
