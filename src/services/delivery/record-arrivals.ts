import { type Arrival, noteArrivals, readArrivals } from '../../../db/repositories/delivery/arrivals.ts';
import { sortArrivals } from '../../domain/desk/baseline.ts';
import type { TopicKey } from '../../domain/topic.ts';
import type { Deps } from '../deps.ts';
import { listedCalls } from '../desk/listed-calls.ts';

/** Who stands on the shortlist now and never did before; a first load or a burst is a baseline. */
export async function newArrivals(deps: Deps): Promise<{ known: Arrival[]; keys: TopicKey[]; baseline: boolean }> {
  const known = await readArrivals(deps.db);
  const seen = new Set(known.map(({ topicKey }) => topicKey));
  const items = (await listedCalls(deps))
    .map(({ candidate }) => ({ key: candidate.key, firstSeenAt: deps.clock.now() }))
    .filter(({ key }) => !seen.has(key));
  const since = known.length === 0 ? null : '';
  const { baseline } = sortArrivals(items, since, deps.profile.shortlist.weeklyTriage);
  return { known, keys: items.map(({ key }) => key), baseline: baseline.length > 0 };
}

/** Notes them. Before anything else is asked, so that each later look knows what was there before. */
export async function recordArrivals(deps: Deps): Promise<number> {
  const { keys, baseline } = await newArrivals(deps);
  if (keys.length > 0) await noteArrivals(deps.db, keys, deps.clock.now(), baseline);
  return baseline ? 0 : keys.length;
}
