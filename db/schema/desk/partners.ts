import { index, integer, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { CityOffer } from '../../../src/domain/desk/dossier/city-sharing.ts';
import { CONFIDENTIALITY } from '../../../src/domain/desk/interest/interest.ts';
import { MEMBER_KINDS } from '../../../src/domain/desk/interest/membership.ts';
import { CITY_ROLES, type CityRole } from '../../../src/domain/partner.ts';

/** Expressions of interest. Read them through `viewInterest` only. */
export const interests = sqliteTable(
  'interests',
  {
    id: text('id').primaryKey(),
    dossierId: text('dossier_id').notNull(),
    bodyId: text('body_id').notNull(),
    role: text('role', { enum: CITY_ROLES }).notNull(),
    lead: integer('lead', { mode: 'boolean' }).notNull(),
    competences: text('competences', { mode: 'json' }).$type<string[]>().notNull(),
    effortMonths: real('effort_months'),
    ownFundsEur: real('own_funds_eur'),
    contact: text('contact').notNull(),
    confidentiality: text('confidentiality', { enum: CONFIDENTIALITY }).notNull(),
    through: text('through', { enum: ['body', 'on-behalf', 'public-notice', 'other-city'] }).notNull(),
    by: text('by').notNull(),
    expressedAt: text('expressed_at').notNull(),
    withdrawnAt: text('withdrawn_at'),
    version: integer('version').notNull().default(1),
  },
  (t) => [uniqueIndex('interests_once').on(t.dossierId, t.bodyId), index('interests_by_body').on(t.bodyId)],
);

export const publicNotices = sqliteTable(
  'public_notices',
  {
    id: text('id').primaryKey(),
    dossierId: text('dossier_id').notNull(),
    roles: text('roles', { mode: 'json' }).$type<CityRole[]>().notNull(),
    text: text('text').notNull(),
    publishedOn: text('published_on').notNull(),
    closesOn: text('closes_on').notNull(),
    by: text('by').notNull(),
  },
  (t) => [index('public_notices_by_dossier').on(t.dossierId)],
);

/** What bodies are and were to the association; a change ends one row and begins another. */
export const memberships = sqliteTable(
  'memberships',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    bodyId: text('body_id').notNull(),
    kind: text('kind', { enum: MEMBER_KINDS }).notNull(),
    admittedOn: text('admitted_on').notNull(),
    sittingId: text('sitting_id'),
    leftOn: text('left_on'),
    contact: text('contact'),
    pic: text('pic'),
    lear: text('lear'),
    genderEqualityPlan: integer('gender_equality_plan', { mode: 'boolean' }),
    version: integer('version').notNull().default(1),
  },
  (t) => [uniqueIndex('memberships_by_body').on(t.bodyId, t.admittedOn)],
);

/** "Condividi con Genova/Torino". */
export const cityOffers = sqliteTable(
  'city_offers',
  {
    id: text('id').primaryKey(),
    dossierId: text('dossier_id').notNull(),
    topicKey: text('topic_key').notNull(),
    roleSought: text('role_sought', { enum: CITY_ROLES }).notNull(),
    contact: text('contact', { mode: 'json' }).$type<CityOffer['contact']>().notNull(),
    cities: text('cities', { mode: 'json' }).$type<string[]>().notNull(),
    offeredBy: text('offered_by').notNull(),
    offeredAt: text('offered_at').notNull(),
    withdrawnAt: text('withdrawn_at'),
  },
  (t) => [index('city_offers_by_dossier').on(t.dossierId)],
);

/** Another city's answers; the newest of a city holds. Append-only. */
export const cityAnswers = sqliteTable(
  'city_answers',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    offerId: text('offer_id').notNull(),
    city: text('city').notNull(),
    author: text('author').notNull(),
    at: text('at').notNull(),
    answer: text('answer', { enum: ['interested', 'not-interested'] }).notNull(),
    role: text('role', { enum: CITY_ROLES }).notNull(),
    note: text('note'),
  },
  (t) => [index('city_answers_by_offer').on(t.offerId, t.city)],
);
