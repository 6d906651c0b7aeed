import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import type { DeliveryEnd } from '../../../src/domain/webhook.ts';
import { webhookDeliveries, webhookEndpoints, webhookEvents, webhookTries } from '../../schema/index.ts';
import type { Db } from '../../store.ts';
import type { Write } from '../desk/write-together.ts';
import type { EndpointRow } from './endpoints.ts';
import type { WebhookEventRow } from './events.ts';

export type WebhookDeliveryRow = typeof webhookDeliveries.$inferSelect;
export type WebhookTryRow = typeof webhookTries.$inferSelect;

export interface Claim {
  holder: string;
  now: string;
  until: string;
  /** Holders known to be gone. */
  dead: readonly string[];
}

const isDue = ({ now, dead }: Pick<Claim, 'now' | 'dead'>) => sql`ended is null and next_try_at <= ${now}
  and (claimed_by is null or claimed_until <= ${now}
    or claimed_by in (select value from json_each(${JSON.stringify(dead)})))`;

/** Endpoints for which something is due. */
export async function readDueEndpoints(db: Db, claim: Pick<Claim, 'now' | 'dead'>): Promise<string[]> {
  const rows = await db
    .selectDistinct({ id: webhookDeliveries.endpointId })
    .from(webhookDeliveries)
    .where(isDue(claim));
  return rows.map(({ id }) => id);
}

/** When the next try of anything is due; null = nothing waits. */
export async function readNextTry(db: Db): Promise<string | null> {
  const [row] = await db.all<{ at: string | null }>(
    sql`select min(next_try_at) as at from webhook_deliveries where ended is null and claimed_by is null`,
  );
  return row?.at ?? null;
}

/** Takes the next delivery of an endpoint, or the one named: one statement, so that two senders never hold the same. */
export async function claimDelivery(
  db: Db,
  endpointId: string,
  claim: Claim,
  id?: number,
): Promise<WebhookDeliveryRow | null> {
  const own = sql`endpoint_id = ${endpointId} and ${isDue(claim)}${id === undefined ? sql`` : sql` and id = ${id}`}`;
  const [row] = await db
    .update(webhookDeliveries)
    .set({ claimedBy: claim.holder, claimedUntil: claim.until, tries: sql`${webhookDeliveries.tries} + 1` })
    .where(sql`id = (select id from webhook_deliveries where ${own} order by next_try_at, id limit 1) and (${own})`)
    .returning();
  return row ?? null;
}

export async function readWebhookHolders(db: Db): Promise<string[]> {
  const rows = await db
    .selectDistinct({ holder: webhookDeliveries.claimedBy })
    .from(webhookDeliveries)
    .where(sql`claimed_by is not null`);
  return rows.flatMap(({ holder }) => holder ?? []);
}

/** What a delivery is of and for. */
export async function readSubject(
  db: Db,
  { eventId, endpointId }: WebhookDeliveryRow,
): Promise<{ event: WebhookEventRow; endpoint: EndpointRow } | null> {
  const [row] = await db
    .select({ event: webhookEvents, endpoint: webhookEndpoints })
    .from(webhookEvents)
    .innerJoin(webhookEndpoints, eq(webhookEndpoints.id, endpointId))
    .where(eq(webhookEvents.id, eventId));
  return row ?? null;
}

/** Notes a try and what follows from it; the delivery only where it is still ours. */
export const resolveDelivery = (
  db: Db,
  { id, claimedBy }: WebhookDeliveryRow,
  answer: Omit<WebhookTryRow, 'id' | 'deliveryId'> | null,
  next: { ended: DeliveryEnd } | { nextTryAt: string },
): Write[] => [
  ...(answer === null ? [] : [db.insert(webhookTries).values({ ...answer, deliveryId: id })]),
  db
    .update(webhookDeliveries)
    .set({ ...next, claimedBy: null, claimedUntil: null })
    .where(and(eq(webhookDeliveries.id, id), eq(webhookDeliveries.claimedBy, claimedBy ?? ''))),
];

/** Begins a delivery afresh, under the same message id; a claimed one is under way already. */
export const restartDelivery = (db: Db, id: number, now: string): Write =>
  db
    .update(webhookDeliveries)
    .set({ ended: null, tries: 0, nextTryAt: now })
    .where(and(eq(webhookDeliveries.id, id), sql`claimed_by is null`));

export interface LoggedDelivery extends WebhookDeliveryRow {
  event: WebhookEventRow;
  /** The latest first. */
  answers: WebhookTryRow[];
}

/** The latest deliveries of an endpoint, with every try. */
export async function listWebhookDeliveries(db: Db, endpointId: string, limit: number): Promise<LoggedDelivery[]> {
  const rows = await db
    .select({ delivery: webhookDeliveries, event: webhookEvents })
    .from(webhookDeliveries)
    .innerJoin(webhookEvents, eq(webhookEvents.id, webhookDeliveries.eventId))
    .where(eq(webhookDeliveries.endpointId, endpointId))
    .orderBy(desc(webhookDeliveries.id))
    .limit(limit);
  const recent = db
    .select({ id: webhookDeliveries.id })
    .from(webhookDeliveries)
    .where(eq(webhookDeliveries.endpointId, endpointId))
    .orderBy(desc(webhookDeliveries.id))
    .limit(limit);
  const tries = await db
    .select()
    .from(webhookTries)
    .where(inArray(webhookTries.deliveryId, recent))
    .orderBy(desc(webhookTries.id));
  return rows.map(({ delivery, event }) => ({
    ...delivery,
    event,
    answers: tries.filter(({ deliveryId }) => deliveryId === delivery.id),
  }));
}

export async function findDeliveryOf(db: Db, endpointId: string, id: number): Promise<WebhookDeliveryRow | null> {
  const [row] = await db
    .select()
    .from(webhookDeliveries)
    .where(and(eq(webhookDeliveries.id, id), eq(webhookDeliveries.endpointId, endpointId)));
  return row ?? null;
}

/** The log's memory: what ended before a day is forgotten, and events that nobody waits for. */
export async function deleteOldWebhooks(db: Db, before: string): Promise<number> {
  const old = sql`select id from webhook_deliveries where ended is not null and next_try_at < ${before}`;
  const [, gone] = await db.batch([
    db.delete(webhookTries).where(sql`delivery_id in (${old})`),
    db.delete(webhookDeliveries).where(sql`id in (${old})`).returning({ id: webhookDeliveries.id }),
    db
      .delete(webhookEvents)
      .where(sql`spread = 1 and at < ${before} and id not in (select event_id from webhook_deliveries)`),
  ]);
  return gone.length;
}
