import { index, integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { PILLARS, type PillarScores } from '../../src/domain/pillar.ts';
import { evidenceColumn } from './evidence-column.ts';

/** The explained score of a topic under one version of lexicon, weights and profile. */
export const topicScores = sqliteTable(
  'topic_scores',
  {
    topicKey: text('topic_key').primaryKey(),
    cityRelevance: real('city_relevance').notNull(),
    primaryPillar: text('primary_pillar', { enum: PILLARS }),
    pillars: text('pillars', { mode: 'json' }).$type<PillarScores>().notNull(),
    /** Empty: it lies in `topic_evidence`, so that lists read short rows. Stores of before 0013 hold it here until scored anew. */
    evidence: evidenceColumn('evidence').notNull(),
    /** Partner id → score, only where above zero; their evidence is recomputed when somebody looks. */
    partners: text('partners', { mode: 'json' }).$type<Record<string, number>>().notNull(),
    version: text('version').notNull(),
    inputHash: text('input_hash').notNull(),
    scoredAt: text('scored_at').notNull(),
  },
  (t) => [index('topic_scores_by_relevance').on(t.cityRelevance)],
);

/** Why a topic has its score. Some ten thousand characters each, looked at for one page of topics at a time. */
export const topicEvidence = sqliteTable('topic_evidence', {
  topicKey: text('topic_key').primaryKey(),
  evidence: evidenceColumn('evidence').notNull(),
});

/** Topics that somebody asked not to see on the shortlist. */
export const mutes = sqliteTable(
  'mutes',
  {
    topicKey: text('topic_key').notNull(),
    /** `association`, or a person id once there are people. */
    scope: text('scope').notNull(),
    mutedAt: text('muted_at').notNull(),
    reason: text('reason'),
    untilChange: integer('until_change', { mode: 'boolean' }).notNull().default(false),
  },
  (t) => [primaryKey({ columns: [t.topicKey, t.scope] })],
);
