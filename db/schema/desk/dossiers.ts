import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { ChangeImpact } from '../../../src/domain/desk/dossier/change-impact.ts';
import type { DossierOrigin } from '../../../src/domain/desk/dossier/dossier-origin.ts';
import type { CityRequest } from '../../../src/domain/desk/dossier/request.ts';
import { ROUTES } from '../../../src/domain/desk/dossier/route.ts';
import { DOSSIER_STATES } from '../../../src/domain/desk/dossier/state.ts';
import { CITY_ROLES } from '../../../src/domain/partner.ts';
import { PILLARS, type Pillar } from '../../../src/domain/pillar.ts';

/**
 * One topic round at the desk. `version` counts the dossier's own steps and edits only: reviews have their own, so that
 * no version, ETag or "last changed" tells a reader that somebody else has delivered.
 */
export const dossiers = sqliteTable(
  'dossiers',
  {
    id: text('id').primaryKey(),
    /** `topicKey#roundSeq`; null for calls that no catalogue holds. */
    roundKey: text('round_key').unique(),
    topicKey: text('topic_key'),
    roundSeq: integer('round_seq'),
    family: text('family'),
    origin: text('origin', { mode: 'json' }).$type<DossierOrigin>().notNull(),
    title: text('title').notNull(),
    programme: text('programme'),
    deadlineAt: text('deadline_at'),
    state: text('state', { enum: DOSSIER_STATES }).notNull(),
    route: text('route', { enum: ROUTES }),
    suspendedFrom: text('suspended_from', { enum: DOSSIER_STATES }),
    role: text('role', { enum: CITY_ROLES }),
    shareEur: real('share_eur'),
    ownerId: text('owner_id'),
    directorate: text('directorate'),
    sites: text('sites', { mode: 'json' }).$type<string[]>().notNull().default([]),
    interestClosesOn: text('interest_closes_on'),
    interestClosedAt: text('interest_closed_at'),
    /** The weights in force when it was opened. */
    weightSetId: text('weight_set_id').notNull(),
    /** Portal proposal number, or register number of a letter sent. */
    submissionReference: text('submission_reference'),
    openedOn: text('opened_on').notNull(),
    openedBy: text('opened_by'),
    updatedAt: text('updated_at').notNull(),
    version: integer('version').notNull().default(1),
  },
  (t) => [
    index('dossiers_by_state').on(t.state),
    index('dossiers_by_topic').on(t.topicKey),
    index('dossiers_by_owner').on(t.ownerId),
    index('dossiers_by_family').on(t.family),
  ],
);

export const dossierGroups = sqliteTable(
  'dossier_groups',
  {
    dossierId: text('dossier_id').notNull(),
    pillar: text('pillar', { enum: PILLARS }).notNull(),
    primary: integer('primary', { mode: 'boolean' }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.dossierId, t.pillar] }), index('dossier_groups_by_pillar').on(t.pillar)],
);

/** Places in the consortium: our bodies, other cities, outsiders; each with who stated it and when. */
export const dossierPlaces = sqliteTable(
  'dossier_places',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    dossierId: text('dossier_id').notNull(),
    /** A partner of the profile; null for others, who have a name only. */
    bodyId: text('body_id'),
    name: text('name').notNull(),
    role: text('role', { enum: CITY_ROLES }).notNull(),
    source: text('source', { enum: ['interest', 'request', 'other-city', 'by-hand'] }).notNull(),
    sourceId: text('source_id'),
    statedBy: text('stated_by').notNull(),
    statedAt: text('stated_at').notNull(),
    leftAt: text('left_at'),
  },
  (t) => [index('dossier_places_by_dossier').on(t.dossierId)],
);

/** The stream that alone tells where a dossier stands. Append-only. */
export const dossierEvents = sqliteTable(
  'dossier_events',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    dossierId: text('dossier_id').notNull(),
    /** The version that the step led to: two people cannot both take it. */
    version: integer('version').notNull(),
    step: text('step').notNull(),
    fromState: text('from_state', { enum: DOSSIER_STATES }).notNull(),
    toState: text('to_state', { enum: DOSSIER_STATES }).notNull(),
    route: text('route', { enum: ROUTES }),
    by: text('by').notNull(),
    at: text('at').notNull(),
    reason: text('reason'),
  },
  (t) => [uniqueIndex('dossier_events_in_order').on(t.dossierId, t.version), index('dossier_events_by_time').on(t.at)],
);

/** *Da rivedere*: what a change of the call, or a refused ratification, asks a person to look at. */
export const dossierAlerts = sqliteTable(
  'dossier_alerts',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    dossierId: text('dossier_id').notNull(),
    kind: text('kind', { enum: ['call-changed', 'ratification-refused'] }).notNull(),
    impact: text('impact', { mode: 'json' }).$type<ChangeImpact>(),
    /** Newest change it tells of; the next alert starts after it. */
    lastChangeId: integer('last_change_id'),
    raisedAt: text('raised_at').notNull(),
    handledBy: text('handled_by'),
    handledAt: text('handled_at'),
    handling: text('handling', { enum: ['kept', 'reopened'] }),
  },
  (t) => [index('dossier_alerts_open').on(t.dossierId, t.handledAt)],
);

/** Requests from outside. */
export const cityRequests = sqliteTable(
  'city_requests',
  {
    id: text('id').primaryKey(),
    dossierId: text('dossier_id'),
    asker: text('asker', { mode: 'json' }).$type<CityRequest['asker']>().notNull(),
    askerBodyId: text('asker_body_id'),
    leadBodyId: text('lead_body_id'),
    topicText: text('topic_text').notNull(),
    topicKey: text('topic_key'),
    role: text('role', { enum: CITY_ROLES }).notNull(),
    shareEur: real('share_eur'),
    receivedOn: text('received_on').notNull(),
    replyBy: text('reply_by'),
    registerNumber: text('register_number'),
    replyTemplate: text('reply_template'),
    answer: text('answer', { mode: 'json' }).$type<NonNullable<CityRequest['answer']>>(),
    recordedBy: text('recorded_by').notNull(),
    version: integer('version').notNull().default(1),
  },
  (t) => [index('city_requests_by_topic').on(t.topicKey), index('city_requests_by_reply').on(t.replyBy)],
);

/** A person's word at triage on one topic round, kept or discarded. Reopening supersedes it. */
export const triageDecisions = sqliteTable(
  'triage_decisions',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    topicKey: text('topic_key').notNull(),
    roundSeq: integer('round_seq').notNull(),
    kind: text('kind', { enum: ['keep', 'discard'] }).notNull(),
    reasonCode: text('reason_code'),
    note: text('note'),
    /** Where a whole family was discarded at once. */
    family: text('family'),
    by: text('by').notNull(),
    at: text('at').notNull(),
    supersededAt: text('superseded_at'),
  },
  (t) => [
    uniqueIndex('triage_decisions_standing').on(t.topicKey, t.roundSeq).where(sql`superseded_at is null`),
    index('triage_decisions_by_time').on(t.at),
  ],
);

/** Corrections of the machine's pillar: labels for training. Append-only. */
export const pillarLabels = sqliteTable(
  'pillar_labels',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    topicKey: text('topic_key').notNull(),
    machine: text('machine', { enum: PILLARS }),
    corrected: text('corrected', { mode: 'json' }).$type<Pillar[]>().notNull(),
    proposed: integer('proposed', { mode: 'boolean' }).notNull(),
    by: text('by').notNull(),
    at: text('at').notNull(),
  },
  (t) => [index('pillar_labels_by_topic').on(t.topicKey)],
);
