import { index, integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { PROJECT_ROLES } from '../../src/domain/partner-reason.ts';

/** What each archive of funded projects told last; the other tables hold exactly what it told. */
export const trackArchives = sqliteTable('track_archives', {
  archive: text('archive').primaryKey(),
  /** `snapshot` until the first certified reading of the archive itself. */
  origin: text('origin', { enum: ['snapshot', 'cordis'] }).notNull(),
  /** The archive's Last-Modified, or the snapshot's version. */
  version: text('version').notNull(),
  /** SHA-256 of the archive's bytes; null for a snapshot. */
  hash: text('hash'),
  readAt: text('read_at').notNull(),
  /** When the server last said that nothing had changed. */
  checkedAt: text('checked_at').notNull(),
  /** The PICs that were looked for: with others, an unchanged archive must be read again. */
  partnersHash: text('partners_hash').notNull(),
  projects: integer('projects').notNull(),
  organizations: integer('organizations').notNull(),
  topics: integer('topics').notNull(),
  participations: integer('participations').notNull(),
  scanId: integer('scan_id'),
});

/** Funded projects in which a partner of ours or a municipality takes part. */
export const trackProjects = sqliteTable(
  'track_projects',
  {
    archive: text('archive').notNull(),
    id: text('id').notNull(),
    acronym: text('acronym').notNull(),
    title: text('title'),
    topics: text('topics', { mode: 'json' }).$type<string[]>().notNull(),
    programme: text('programme').notNull(),
    startOn: text('start_on'),
    endOn: text('end_on'),
    coordinator: text('coordinator'),
    coordinatorCountry: text('coordinator_country'),
    participants: integer('participants'),
    /** Null = unknown, as in the snapshot. */
    municipalities: text('municipalities', { mode: 'json' }).$type<
      { pic: string | null; name: string; country: string | null }[]
    >(),
  },
  (t) => [primaryKey({ columns: [t.archive, t.id] })],
);

/** The part of a partner of the profile, told by PIC, in a project. */
export const trackParticipations = sqliteTable(
  'track_participations',
  {
    archive: text('archive').notNull(),
    project: text('project').notNull(),
    pic: text('pic').notNull(),
    name: text('name').notNull(),
    role: text('role', { enum: PROJECT_ROLES }),
    contributionEur: real('contribution_eur'),
  },
  (t) => [primaryKey({ columns: [t.archive, t.project, t.pic] }), index('track_participations_by_pic').on(t.pic)],
);

/** What became of each topic of an archive. */
export const topicWins = sqliteTable(
  'topic_wins',
  {
    archive: text('archive').notNull(),
    topic: text('topic').notNull(),
    /** CORDIS and the portal spell identifiers apart; this form they share. */
    comparedForm: text('compared_form').notNull(),
    family: text('family').notNull(),
    year: integer('year'),
    title: text('title'),
    projects: integer('projects').notNull(),
    participants: integer('participants'),
    municipalities: integer('municipalities'),
    municipalityNames: text('municipality_names', { mode: 'json' }).$type<string[]>().notNull(),
    coverage: real('coverage').notNull(),
    firstStartOn: text('first_start_on'),
  },
  (t) => [
    primaryKey({ columns: [t.archive, t.topic] }),
    index('topic_wins_by_compared_form').on(t.comparedForm),
    index('topic_wins_by_family').on(t.family),
  ],
);
