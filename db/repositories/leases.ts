import { and, eq } from 'drizzle-orm';
import { leases } from '../schema/index.ts';
import type { Db } from '../store.ts';
import { releaseLease, takeLease } from './job-runs.ts';

export type Lease = typeof leases.$inferSelect;

export async function findLease(db: Db, name: string): Promise<Lease | null> {
  const [row] = await db.select().from(leases).where(eq(leases.name, name));
  return row ?? null;
}

/** Frees a lease whose holder is known to be gone; nothing happens if somebody else has taken it meanwhile. */
export async function dropLease(db: Db, { name, holder }: Lease): Promise<void> {
  await db.delete(leases).where(and(eq(leases.name, name), eq(leases.holder, holder)));
}

export { releaseLease, takeLease };
