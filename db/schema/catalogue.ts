import { index, integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Deadline, Section } from '../../src/domain/topic.ts';
import { DEADLINE_MODELS, SUBMISSION_STATUSES, TOPIC_KINDS } from '../../src/domain/topic.ts';

/** What one applies to. Days are `YYYY-MM-DD`, instants ISO UTC text; `null` is unknown. */
export const topics = sqliteTable(
  'topics',
  {
    /** Row number, also the row number in the search index. */
    id: integer('id').primaryKey({ autoIncrement: true }),
    key: text('key').notNull().unique(),
    kind: text('kind', { enum: TOPIC_KINDS }).notNull(),
    identifier: text('identifier').notNull(),
    reference: text('reference'),
    title: text('title').notNull(),
    programme: text('programme'),
    callIdentifier: text('call_identifier'),
    callTitle: text('call_title'),
    parentIdentifier: text('parent_identifier'),
    url: text('url'),
    statedStatus: text('stated_status', { enum: SUBMISSION_STATUSES }),
    statedStatusCode: text('stated_status_code'),
    statedSince: text('stated_since'),
    typesOfAction: text('types_of_action', { mode: 'json' }).$type<string[]>().notNull(),
    keywords: text('keywords', { mode: 'json' }).$type<string[]>().notNull(),
    programmeParts: text('programme_parts', { mode: 'json' }).$type<string[]>().notNull(),
    source: text('source').notNull(),
    firstSeenAt: text('first_seen_at').notNull(),
    lastSeenAt: text('last_seen_at').notNull(),
    lastChangedAt: text('last_changed_at'),
    withdrawnAt: text('withdrawn_at'),
    /** How often it came back from being withdrawn or muted; never falls, as calendars count by it. */
    returns: integer('returns').notNull().default(0),
    /** When it was last seen again after being withdrawn. */
    returnedAt: text('returned_at'),
    /** Consecutive certified scans that missed it; three withdraw an open or forthcoming topic. */
    missedScans: integer('missed_scans').notNull().default(0),
    /** Hash of the raw row last mapped: the same hash again is not parsed again. */
    rawHash: text('raw_hash'),
    /** Hash of what the scorer reads; a score with another hash is stale. */
    scoredHash: text('scored_hash').notNull().default(''),
  },
  (t) => [
    index('topics_by_identifier').on(t.identifier, t.reference),
    index('topics_by_source').on(t.source, t.kind),
    index('topics_by_programme').on(t.programme),
  ],
);

/** Submission windows. `opens_at` and `closes_at` repeat, as instants for SQL, what `windowOf` derives for a newcomer. */
export const rounds = sqliteTable(
  'rounds',
  {
    topicKey: text('topic_key').notNull(),
    seq: integer('seq').notNull(),
    opensOn: text('opens_on'),
    deadlineModel: text('deadline_model', { enum: DEADLINE_MODELS }),
    deadlines: text('deadlines', { mode: 'json' }).$type<Deadline[]>().notNull(),
    opensAt: text('opens_at'),
    closesAt: text('closes_at'),
    budgetEur: real('budget_eur'),
    budgetShared: integer('budget_shared', { mode: 'boolean' }).notNull(),
    expectedGrants: integer('expected_grants'),
    minContributionEur: real('min_contribution_eur'),
    maxContributionEur: real('max_contribution_eur'),
  },
  (t) => [primaryKey({ columns: [t.topicKey, t.seq] }), index('rounds_by_closing').on(t.closesAt)],
);

/** The sections of a topic's text, sanitised, beside the topic so that lists stay small. */
export const topicTexts = sqliteTable('topic_texts', {
  topicKey: text('topic_key').primaryKey(),
  sections: text('sections', { mode: 'json' }).$type<Section[]>().notNull(),
});

/** Other names of a topic: old identifiers, ccm2Id, reference. An alias in a path answers 301. */
export const aliases = sqliteTable(
  'aliases',
  { alias: text('alias').notNull(), topicKey: text('topic_key').notNull() },
  (t) => [primaryKey({ columns: [t.alias, t.topicKey] }), index('aliases_by_topic').on(t.topicKey)],
);

/** Append-only. */
export const changes = sqliteTable(
  'changes',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    topicKey: text('topic_key').notNull(),
    at: text('at').notNull(),
    field: text('field').notNull(),
    before: text('before', { mode: 'json' }).$type<unknown>(),
    after: text('after', { mode: 'json' }).$type<unknown>(),
    material: integer('material', { mode: 'boolean' }).notNull(),
    source: text('source').notNull(),
    scanId: integer('scan_id'),
  },
  (t) => [index('changes_by_topic').on(t.topicKey, t.id), index('changes_by_time').on(t.at)],
);
