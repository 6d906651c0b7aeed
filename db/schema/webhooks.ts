import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { DELIVERY_ENDS, WEBHOOK_EVENTS, type WebhookEvent } from '../../src/domain/webhook.ts';

/** Where a partner wants to be told. The secret is derived from the house's key, this id and `secretTurn`: none is kept. */
export const webhookEndpoints = sqliteTable(
  'webhook_endpoints',
  {
    id: text('id').primaryKey(),
    partnerId: text('partner_id').notNull(),
    url: text('url').notNull(),
    events: text('events', { mode: 'json' }).$type<WebhookEvent[]>().notNull(),
    /** Grows when a new secret is asked for. */
    secretTurn: integer('secret_turn').notNull().default(1),
    /** Events up to this id are not sent: those before it was made, or while it was off. */
    eventMark: integer('event_mark').notNull(),
    createdBy: text('created_by').notNull(),
    createdAt: text('created_at').notNull(),
    disabledAt: text('disabled_at'),
    /** Why it was switched off: by somebody, or because the server answered 410. */
    disabledFor: text('disabled_for', { enum: ['hand', 'gone'] }),
    /** Removed for good; the row stays for the log. */
    removedAt: text('removed_at'),
  },
  (t) => [index('webhook_endpoints_by_partner').on(t.partnerId)],
);

/** What happened, written in the same batch as what it tells of. Once a cause; ids only grow. */
export const webhookEvents = sqliteTable(
  'webhook_events',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    /** The `webhook-id` that receivers tell repetitions by; names its cause, so that no cause makes two. */
    messageId: text('message_id').notNull().unique(),
    type: text('type', { enum: WEBHOOK_EVENTS }).notNull(),
    /** Only these partners are told; null = every partner. */
    partners: text('partners', { mode: 'json' }).$type<string[]>(),
    at: text('at').notNull(),
    data: text('data', { mode: 'json' }).$type<Record<string, unknown>>().notNull(),
    /** Whether the deliveries of it are written. */
    spread: integer('spread', { mode: 'boolean' }).notNull().default(false),
  },
  (t) => [index('webhook_events_to_spread').on(t.spread, t.id)],
);

/** One event for one endpoint, until it is taken or given up. */
export const webhookDeliveries = sqliteTable(
  'webhook_deliveries',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    eventId: integer('event_id').notNull(),
    endpointId: text('endpoint_id').notNull(),
    /** Null = still to be delivered. */
    ended: text('ended', { enum: DELIVERY_ENDS }),
    tries: integer('tries').notNull().default(0),
    /** Real time, as the claims are. */
    nextTryAt: text('next_try_at').notNull(),
    claimedBy: text('claimed_by'),
    claimedUntil: text('claimed_until'),
  },
  (t) => [
    uniqueIndex('webhook_deliveries_once').on(t.eventId, t.endpointId),
    index('webhook_deliveries_due').on(t.ended, t.nextTryAt),
    index('webhook_deliveries_by_endpoint').on(t.endpointId, t.id),
  ],
);

/** Every knock at a door and what was answered. */
export const webhookTries = sqliteTable(
  'webhook_tries',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    deliveryId: integer('delivery_id').notNull(),
    at: text('at').notNull(),
    /** Null = no answer at all; `fault` says why. */
    status: integer('status'),
    fault: text('fault'),
    tookMs: integer('took_ms').notNull(),
  },
  (t) => [index('webhook_tries_by_delivery').on(t.deliveryId)],
);
