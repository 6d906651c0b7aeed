import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Who runs what now, across processes. Times are real, not the calendar's. */
export const leases = sqliteTable('leases', {
  name: text('name').primaryKey(),
  holder: text('holder').notNull(),
  expiresAt: text('expires_at').notNull(),
});

/** Every run of a job, zeros included. */
export const jobRuns = sqliteTable(
  'job_runs',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    job: text('job').notNull(),
    startedAt: text('started_at').notNull(),
    finishedAt: text('finished_at'),
    outcome: text('outcome', { enum: ['done', 'failed', 'skipped'] }),
    counts: text('counts', { mode: 'json' }).$type<Record<string, number>>().notNull(),
    message: text('message'),
  },
  (t) => [index('job_runs_by_job').on(t.job, t.id)],
);

/** Small facts about the store itself: snapshot versions loaded, migrations of data, progress of a running collect. */
export const storeFacts = sqliteTable('store_facts', {
  name: text('name').primaryKey(),
  value: text('value', { mode: 'json' }).$type<unknown>().notNull(),
  at: text('at').notNull(),
});

/** One word that each write over D1 makes anew (db/revised-d1.ts): whether what an isolate remembers still holds. */
export const storeRevision = sqliteTable('store_revision', { word: text('word').notNull() });
