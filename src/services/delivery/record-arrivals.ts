import { type Arrival, noteArrivals, readArrivals } from '../../../db/repositories/delivery/arrivals.ts';
import type { Candidate } from '../../../db/repositories/topics-read.ts';
import { type Arrivals, sortArrivals } from '../../domain/desk/triage/baseline.ts';
import type { TopicKey } from '../../domain/topic.ts';
import { topicListed } from '../../domain/webhook.ts';
import type { Deps } from '../deps.ts';
import { listedCalls } from '../desk/listed-calls.ts';

/** Who stands on the shortlist now and never did before; a first load or a burst is a baseline. */
export async function newArrivals(deps: Deps): Promise<{
  known: Arrival[];
  keys: TopicKey[];
  coming: Candidate[];
  cause: Arrivals<unknown>['cause'];
}> {
  const known = await readArrivals(deps.db);
  const seen = new Set(known.map(({ topicKey }) => topicKey));
  const coming = (await listedCalls(deps)).flatMap(({ candidate }) => (seen.has(candidate.key) ? [] : candidate));
  const items = coming.map(({ key }) => ({ key, firstSeenAt: deps.clock.now() }));
  const since = known.length === 0 ? null : '';
  const { cause } = sortArrivals(items, since, deps.profile.shortlist.weeklyTriage);
  return { known, keys: items.map(({ key }) => key), coming, cause };
}

/**
 * Notes them. Before anything else is asked, so that each later look knows what was there before. People are spared a burst
 * call by call; partners' servers are told each one, as they keep lists: only what a first load finds is no event.
 */
export async function recordArrivals(deps: Deps): Promise<number> {
  const { keys, coming, cause } = await newArrivals(deps);
  const listedAt = deps.clock.now();
  const baseline = cause !== null;
  const events =
    cause === 'first-load' ? [] : coming.map((candidate) => topicListed(candidate.key, listedAt, candidate));
  if (keys.length > 0) await noteArrivals(deps.db, { keys, listedAt, baseline, events });
  return baseline ? 0 : keys.length;
}
