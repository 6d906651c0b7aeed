import { blob, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { ISSUE_KINDS } from '../../src/domain/issue.ts';
import type { ScanCertificate } from '../../src/domain/scan.ts';

/** One reading of a source. `finished_at` null = running, or interrupted (mended at the next start). */
export const scans = sqliteTable(
  'scans',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    source: text('source').notNull(),
    archive: text('archive'),
    startedAt: text('started_at').notNull(),
    finishedAt: text('finished_at'),
    verdict: text('verdict', { enum: ['certified', 'failed'] }),
    reasons: text('reasons', { mode: 'json' }).$type<string[]>().notNull(),
    passes: integer('passes').notNull().default(0),
    topics: integer('topics').notNull().default(0),
    added: integer('added').notNull().default(0),
    changed: integer('changed').notNull().default(0),
    withdrawn: integer('withdrawn').notNull().default(0),
    certificate: text('certificate', { mode: 'json' }).$type<ScanCertificate>(),
  },
  (t) => [index('scans_by_source').on(t.source, t.id)],
);

/** The level (number of rows) per source and kind that the ±30 % rule compares with. */
export const scanLevels = sqliteTable(
  'scan_levels',
  {
    source: text('source').notNull(),
    kind: text('kind').notNull(),
    archive: text('archive').notNull().default(''),
    /** The accepted level; null until the first certified scan. */
    level: integer('level'),
    /** A new level waiting for its third day or for the administrator. */
    candidate: integer('candidate'),
    candidateDays: text('candidate_days', { mode: 'json' }).$type<string[]>().notNull(),
    acceptedAt: text('accepted_at'),
  },
  (t) => [primaryKey({ columns: [t.source, t.kind, t.archive] })],
);

/** Raw documents as received, gzip-compressed, one per topic row or details file, for `reparse`. */
export const rawDocuments = sqliteTable(
  'raw_documents',
  {
    source: text('source').notNull(),
    /** `search:<reference>`, `details:<identifier>`, … */
    document: text('document').notNull(),
    hash: text('hash').notNull(),
    topicKey: text('topic_key'),
    fetchedAt: text('fetched_at').notNull(),
    scanId: integer('scan_id'),
    /** When a newer version of the document came; `prune` may drop it. */
    supersededAt: text('superseded_at'),
    body: blob('body', { mode: 'buffer' }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.source, t.document, t.hash] }), index('raw_documents_by_topic').on(t.topicKey)],
);

/** What makes the next GET of a URL conditional. */
export const validators = sqliteTable('validators', {
  url: text('url').primaryKey(),
  etag: text('etag'),
  lastModified: text('last_modified'),
  seenAt: text('seen_at').notNull(),
});

/** Oddities that people should see on *Fonti*: one row per source, kind and subject, counted. */
export const issues = sqliteTable(
  'issues',
  {
    source: text('source').notNull(),
    kind: text('kind', { enum: ISSUE_KINDS }).notNull(),
    subject: text('subject').notNull(),
    message: text('message').notNull(),
    value: text('value'),
    firstSeenAt: text('first_seen_at').notNull(),
    lastSeenAt: text('last_seen_at').notNull(),
    scanId: integer('scan_id'),
    count: integer('count').notNull().default(1),
  },
  (t) => [primaryKey({ columns: [t.source, t.kind, t.subject] }), index('issues_by_time').on(t.lastSeenAt)],
);
