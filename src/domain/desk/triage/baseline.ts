import type { Instant } from '../../topic.ts';

/** More arrivals at once than this many weeks of work are a published work programme, not news. DES. */
export const BURST_WEEKS = 5;

export interface Arrivals<Item> {
  /** To be told as new. */
  fresh: Item[];
  /** In the queue like any other, but never announced as "500 nuovi". */
  baseline: Item[];
  cause: 'first-load' | 'burst' | null;
}

/** Sorts what came since the last look into news and baseline (issue 3, "Monday in 20 minutes"). */
export function sortArrivals<Item extends { firstSeenAt: Instant }>(
  items: readonly Item[],
  since: Instant | null,
  weeklyLimit: number,
): Arrivals<Item> {
  if (since === null) return { fresh: [], baseline: [...items], cause: 'first-load' };
  const arrived = items.filter(({ firstSeenAt }) => firstSeenAt > since);
  if (arrived.length > BURST_WEEKS * weeklyLimit) return { fresh: [], baseline: arrived, cause: 'burst' };
  return { fresh: arrived, baseline: [], cause: null };
}
