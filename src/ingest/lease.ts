import { dropLease, findLease, releaseLease, takeLease } from '../../db/repositories/leases.ts';
import type { Db } from '../../db/store.ts';
import { conflict } from '../domain/errors.ts';
import type { Workplace } from '../domain/ports.ts';
import { workplaceOf } from './workplace.ts';

const TTL_MS = 90_000;
const RENEW_MS = 20_000;

/**
 * Does work that only one process may do at a time. Real time, not the calendar's. The signal fires when the lease was
 * lost (a laptop that slept); the holder's name tells its process, so that the lease of a killed one is free at once.
 */
export async function withLease<T>(
  { db, workplace }: { db: Db; workplace?: Workplace },
  name: string,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const { newHolder, isGone } = workplaceOf({ workplace });
  const holder = newHolder();
  if (!(await take(db, name, holder))) {
    const other = await findLease(db, name);
    if (other !== null && isGone(other.holder, (one) => holders.has(one))) await dropLease(db, other);
    if (!(await take(db, name, holder))) {
      throw conflict(`«${name}» is running already (${other?.holder}); wait for it to end.`, { holder: other?.holder });
    }
  }
  holders.add(holder);
  const lost = new AbortController();
  const renewal = setInterval(() => {
    take(db, name, holder).then(
      (ours) => ours || lost.abort(conflict(`«${name}» was taken over by another process; this one stops.`)),
      () => undefined, // a busy store: the next beat comes long before the lease ends
    );
  }, RENEW_MS);
  try {
    return await work(lost.signal);
  } finally {
    clearInterval(renewal);
    holders.delete(holder);
    await releaseLease(db, name, holder);
  }
}

function take(db: Db, name: string, holder: string): Promise<boolean> {
  const now = Date.now();
  return takeLease(db, name, holder, new Date(now).toISOString(), new Date(now + TTL_MS).toISOString());
}

/** Leases that this very process holds. */
const holders = new Set<string>();
