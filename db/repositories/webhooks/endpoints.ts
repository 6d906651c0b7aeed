import { and, asc, eq, isNull } from 'drizzle-orm';
import type { BodyId } from '../../../src/domain/desk/people/person.ts';
import type { Instant } from '../../../src/domain/topic.ts';
import { webhookDeliveries, webhookEndpoints } from '../../schema/index.ts';
import type { Db } from '../../store.ts';
import type { Write } from '../desk/write-together.ts';

export type EndpointRow = typeof webhookEndpoints.$inferSelect;

export const insertEndpoint = (db: Db, row: typeof webhookEndpoints.$inferInsert): Write =>
  db.insert(webhookEndpoints).values(row);

/** Those that stand, the oldest first. */
export const listEndpoints = async (db: Db): Promise<EndpointRow[]> =>
  await db
    .select()
    .from(webhookEndpoints)
    .where(isNull(webhookEndpoints.removedAt))
    .orderBy(asc(webhookEndpoints.createdAt), asc(webhookEndpoints.id));

export async function findEndpoint(db: Db, id: string): Promise<EndpointRow | null> {
  const [row] = await db
    .select()
    .from(webhookEndpoints)
    .where(and(eq(webhookEndpoints.id, id), isNull(webhookEndpoints.removedAt)));
  return row ?? null;
}

export async function countEndpoints(db: Db, partnerId: BodyId): Promise<number> {
  const own = and(eq(webhookEndpoints.partnerId, partnerId), isNull(webhookEndpoints.removedAt));
  return await db.$count(webhookEndpoints, own);
}

export const updateEndpoint = (db: Db, id: string, set: Partial<Omit<EndpointRow, 'id'>>): Write =>
  db.update(webhookEndpoints).set(set).where(eq(webhookEndpoints.id, id));

/** Switches an endpoint off, and with it what was still to be delivered. */
export const stopEndpoint = (db: Db, id: string, at: Instant, why: 'hand' | 'gone'): Write[] => [
  db
    .update(webhookEndpoints)
    .set({ disabledAt: at, disabledFor: why })
    .where(and(eq(webhookEndpoints.id, id), isNull(webhookEndpoints.disabledAt))),
  db
    .update(webhookDeliveries)
    .set({ ended: 'stopped', claimedBy: null, claimedUntil: null })
    .where(and(eq(webhookDeliveries.endpointId, id), isNull(webhookDeliveries.ended))),
];
