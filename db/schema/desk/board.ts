import { sql } from 'drizzle-orm';
import { blob, index, integer, primaryKey, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { Act } from '../../../src/domain/desk/board/adhesion.ts';
import { VOICES } from '../../../src/domain/desk/board/ballot.ts';
import type { Condition, Opinion, OpinionReason } from '../../../src/domain/desk/board/opinion.ts';
import {
  type AgendaItem,
  type BoardMember,
  type ProxyGrant,
  SITTING_KINDS,
} from '../../../src/domain/desk/board/sitting.ts';
import type { CodedReason } from '../../../src/domain/desk/dossier/reason-code.ts';
import { SHORT_ROUTE_SEATS } from '../../../src/domain/desk/dossier/short-route.ts';
import { OPINION_STATES } from '../../../src/domain/desk/dossier/state.ts';
import { CITY_ROLES } from '../../../src/domain/partner.ts';

export const sittings = sqliteTable(
  'sittings',
  {
    id: text('id').primaryKey(),
    kind: text('kind', { enum: SITTING_KINDS }).notNull(),
    convenedAt: text('convened_at').notNull(),
    convenedBy: text('convened_by').notNull(),
    at: text('at').notNull(),
    place: text('place'),
    agenda: text('agenda', { mode: 'json' }).$type<AgendaItem[]>().notNull(),
    members: text('members', { mode: 'json' }).$type<BoardMember[]>().notNull(),
    present: text('present', { mode: 'json' }).$type<string[]>().notNull(),
    proxies: text('proxies', { mode: 'json' }).$type<ProxyGrant[]>().notNull(),
    closedAt: text('closed_at'),
    version: integer('version').notNull().default(1),
  },
  (t) => [index('sittings_by_time').on(t.at)],
);

/** One vote a member and item: the key lets nobody vote twice, however fast. */
export const votes = sqliteTable(
  'votes',
  {
    sittingId: text('sitting_id').notNull(),
    agendaItemId: text('agenda_item_id').notNull(),
    member: text('member').notNull(),
    voice: text('voice', { enum: VOICES }).notNull(),
    castBy: text('cast_by').notNull(),
    at: text('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.sittingId, t.agendaItemId, t.member] })],
);

/** Urgent acts before the next sitting. */
export const ratifications = sqliteTable('ratifications', {
  urgentSittingId: text('urgent_sitting_id').primaryKey(),
  actedAt: text('acted_at').notNull(),
  state: text('state', { enum: ['pending', 'ratified', 'refused'] }).notNull(),
  sittingId: text('sitting_id'),
  at: text('at'),
  version: integer('version').notNull().default(1),
});

/** The three voices of the short route; reopening supersedes them. */
export const shortRouteVoices = sqliteTable(
  'short_route_voices',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    dossierId: text('dossier_id').notNull(),
    seat: text('seat', { enum: SHORT_ROUTE_SEATS }).notNull(),
    by: text('by').notNull(),
    voice: text('voice', { enum: VOICES }).notNull(),
    note: text('note'),
    at: text('at').notNull(),
    supersededAt: text('superseded_at'),
  },
  (t) => [uniqueIndex('short_route_voices_standing').on(t.dossierId, t.seat).where(sql`superseded_at is null`)],
);

/** The board's opinions; one stands a dossier, earlier ones stay. */
export const opinions = sqliteTable(
  'opinions',
  {
    id: text('id').primaryKey(),
    dossierId: text('dossier_id').notNull(),
    kind: text('kind', { enum: OPINION_STATES }).notNull(),
    reasons: text('reasons', { mode: 'json' }).$type<OpinionReason[]>().notNull(),
    conditions: text('conditions', { mode: 'json' }).$type<Condition[]>().notNull(),
    code: text('code', { mode: 'json' }).$type<CodedReason>(),
    role: text('role', { enum: CITY_ROLES }),
    ownFundsCeilingEur: real('own_funds_ceiling_eur'),
    proposed: text('proposed', { enum: OPINION_STATES }),
    differenceReason: text('difference_reason'),
    withoutQuorumReason: text('without_quorum_reason'),
    watchUntil: text('watch_until'),
    sitting: text('sitting', { mode: 'json' }).$type<NonNullable<Opinion['sitting']>>(),
    recordedBy: text('recorded_by').notNull(),
    recordedAt: text('recorded_at').notNull(),
    confirmedBy: text('confirmed_by'),
    confirmedAt: text('confirmed_at'),
    supersededAt: text('superseded_at'),
    version: integer('version').notNull().default(1),
  },
  (t) => [uniqueIndex('opinions_standing').on(t.dossierId).where(sql`superseded_at is null`)],
);

export const adhesions = sqliteTable(
  'adhesions',
  {
    dossierId: text('dossier_id').notNull(),
    bodyId: text('body_id').notNull(),
    role: text('role', { enum: CITY_ROLES }).notNull(),
    state: text('state', { enum: ['adheres', 'declines', 'waiting'] }).notNull(),
    act: text('act', { mode: 'json' }).$type<Act>(),
    pic: text('pic'),
    lear: text('lear'),
    by: text('by'),
    at: text('at'),
    version: integer('version').notNull().default(1),
  },
  (t) => [primaryKey({ columns: [t.dossierId, t.bodyId] }), index('adhesions_by_body').on(t.bodyId, t.state)],
);

/** The chain. Append-only: the number is the key, so two writers cannot seal the same place. */
export const minutes = sqliteTable(
  'minutes',
  {
    number: integer('number').primaryKey(),
    dossierId: text('dossier_id').notNull(),
    opinionId: text('opinion_id').notNull().unique(),
    json: text('json').notNull(),
    previousHash: text('previous_hash').notNull().unique(),
    hash: text('hash').notNull().unique(),
    sealedBy: text('sealed_by').notNull(),
    sealedAt: text('sealed_at').notNull(),
  },
  (t) => [index('minutes_by_dossier').on(t.dossierId)],
);

/** What is added to sealed minutes later: the PDF once made, and the number the protocol office gave. */
export const minutesPapers = sqliteTable('minutes_papers', {
  minutesNumber: integer('minutes_number').primaryKey(),
  pdf: blob('pdf', { mode: 'buffer' }),
  pdfHash: text('pdf_hash'),
  pdfMadeAt: text('pdf_made_at'),
  protocolNumber: text('protocol_number'),
  protocolledOn: text('protocolled_on'),
  version: integer('version').notNull().default(1),
});
