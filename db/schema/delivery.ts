import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { DELIVERY_STATES, FREQUENCIES, MAIL_KINDS, MUTE_KINDS } from '../../src/domain/delivery.ts';
import { LANGUAGES } from '../../src/domain/labels/localised.ts';
import { PILLARS, type Pillar } from '../../src/domain/pillar.ts';

/** Up to where a person was told: the last arrival and change, and when that was. */
export interface DigestBegins {
  arrivalMark: number;
  changeMark: number;
  preparedAt: string;
}

/** When a topic first stood on the shortlist. Ids only grow, so that a mark into them misses and repeats nothing. */
export const arrivals = sqliteTable('arrivals', {
  id: integer('id').primaryKey({ autoIncrement: true }),
  topicKey: text('topic_key').notNull().unique(),
  listedAt: text('listed_at').notNull(),
  /** Came with a first load or a burst: never told as new. */
  baseline: integer('baseline', { mode: 'boolean' }).notNull(),
});

/** What a person wants to be told, and up to where they were. */
export const subscriptions = sqliteTable('subscriptions', {
  personId: text('person_id').primaryKey(),
  frequency: text('frequency', { enum: FREQUENCIES }).notNull(),
  /** Null = as the person's own. */
  language: text('language', { enum: LANGUAGES }),
  pillars: text('pillars', { mode: 'json' }).$type<Pillar[]>().notNull(),
  partners: text('partners', { mode: 'json' }).$type<string[]>().notNull(),
  since: text('since').notNull(),
  /** The last period prepared, with or without a mail, and the last arrival and change looked at for it. */
  period: text('period').notNull().default(''),
  preparedAt: text('prepared_at').notNull(),
  arrivalMark: integer('arrival_mark').notNull(),
  changeMark: integer('change_mark').notNull(),
  /** The last change looked at for alerts; null = none yet, they begin where the digest stands. */
  alertMark: integer('alert_mark'),
  /** The address refused a mail for good; nothing more is sent until somebody says so. */
  bouncedAt: text('bounced_at'),
});

/** Calls that a person watches: what moves in them is told within hours, not on Monday. */
export const followedTopics = sqliteTable(
  'followed_topics',
  {
    personId: text('person_id').notNull(),
    topicKey: text('topic_key').notNull(),
    followedAt: text('followed_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.topicKey] })],
);

/** Secret addresses of calendars, of a person's deadlines or of one dossier's. Revoked, never deleted. */
export const calendarLinks = sqliteTable(
  'calendar_links',
  {
    id: text('id').primaryKey(),
    personId: text('person_id').notNull(),
    /** Null = everything that the person has a part in or follows. */
    dossierId: text('dossier_id'),
    createdAt: text('created_at').notNull(),
    revokedAt: text('revoked_at'),
  },
  (t) => [index('calendar_links_by_person').on(t.personId)],
);

/** A search whose new finds come with the digest. */
export const savedSearches = sqliteTable(
  'saved_searches',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    personId: text('person_id').notNull(),
    query: text('query').notNull(),
    pillar: text('pillar', { enum: PILLARS }),
    createdAt: text('created_at').notNull(),
  },
  (t) => [uniqueIndex('saved_searches_once').on(t.personId, t.query)],
);

/** What a person asked not to be told of: a topic, a pillar, a partner, or a whole kind of mail. */
export const mailMutes = sqliteTable(
  'mail_mutes',
  {
    personId: text('person_id').notNull(),
    kind: text('kind', { enum: MUTE_KINDS }).notNull(),
    value: text('value').notNull(),
    /** Only for topics: a material change after `changeMark` ends it. */
    untilChange: integer('until_change', { mode: 'boolean' }).notNull().default(false),
    changeMark: integer('change_mark').notNull(),
    mutedAt: text('muted_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.kind, t.value] })],
);

/** Every mail, written before it leaves. Once a person, kind, period and reason, whatever runs twice. */
export const deliveries = sqliteTable(
  'deliveries',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    personId: text('person_id').notNull(),
    kind: text('kind', { enum: MAIL_KINDS }).notNull(),
    period: text('period').notNull(),
    reason: text('reason').notNull(),
    state: text('state', { enum: DELIVERY_STATES }).notNull(),
    subject: text('subject').notNull(),
    text: text('text').notNull(),
    html: text('html').notNull(),
    createdAt: text('created_at').notNull(),
    tries: integer('tries').notNull().default(0),
    /** Real time, as the claims are: a fixed calendar must not keep a mail back. */
    nextTryAt: text('next_try_at').notNull(),
    messageId: text('message_id').notNull().unique(),
    claimedBy: text('claimed_by'),
    claimedUntil: text('claimed_until'),
    sentAt: text('sent_at'),
    fault: text('fault'),
    /** Of a digest where its reader stood before it: where the next one begins, should this one never leave. */
    begins: text('begins', { mode: 'json' }).$type<DigestBegins>(),
  },
  (t) => [
    uniqueIndex('deliveries_once').on(t.personId, t.kind, t.period, t.reason),
    index('deliveries_due').on(t.state, t.nextTryAt),
  ],
);
