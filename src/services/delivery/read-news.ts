import { readPartnerFits } from '../../../db/repositories/delivery/partner-fits.ts';
import { findTopicKeys } from '../../../db/repositories/find-topic-keys.ts';
import type { RecordedChange } from '../../domain/change.ts';
import type { Instant, TopicKey } from '../../domain/topic.ts';
import type { TopicCard } from '../../domain/topic-card.ts';
import type { Deps } from '../deps.ts';
import { bestRoleAt } from '../matching/at-day.ts';
import { toMatch } from '../topics/search-query.ts';
import { readCards } from '../topics/topic-cards.ts';
import { changesAfter } from './changes-after.ts';
import type { Followable } from './follows.ts';
import { newArrivals } from './record-arrivals.ts';
import type { Subscriber } from './subscribers.ts';

/** A topic as mails speak of it. */
export interface NewsTopic extends Followable {
  card: TopicCard;
  phrases: readonly string[];
  role: ReturnType<typeof bestRoleAt>;
}

/** Everything that anybody may have to be told; each person takes what comes after their own marks. */
export interface News {
  at: Instant;
  /** New on the shortlist and still there, with the id of the arrival. */
  arrivals: { id: number; topic: NewsTopic }[];
  /** Too many at once to be news one by one: a work programme that was published. The first load is none. */
  burst: { id: number; topic: NewsTopic }[];
  /** Material changes of topics that ever stood on the shortlist, or that somebody follows, the oldest first. */
  changes: RecordedChange[];
  topics: ReadonlyMap<TopicKey, NewsTopic>;
  marks: { arrivalMark: number; changeMark: number };
}

/** A saved search is asked for so many calls at most. */
const PAGE = 5_000;

/** Reads it once for all subscribers. */
export async function readNews(deps: Deps, subscribers: readonly Subscriber[]): Promise<News> {
  const at = deps.clock.now();
  const { known, keys, cause } = await newArrivals(deps);
  const lastId = known.at(-1)?.id ?? 0;
  // What was not written down yet, in a dry run, counts as if it were.
  const coming = keys.map((topicKey, n) => ({ id: lastId + 1 + n, topicKey, listedAt: at, baseline: cause !== null }));
  const everListed = new Set([...known.map(({ topicKey }) => topicKey), ...keys]);
  const from = (mark: 'arrivalMark' | 'changeMark') => least(subscribers.map(({ subscription }) => subscription[mark]));
  const firstLoad = known[0]?.listedAt ?? at;
  const fresh = [...known, ...coming].filter(
    (one) => (!one.baseline || one.listedAt > firstLoad) && one.id > from('arrivalMark') && one.listedAt <= at,
  );
  const all = await changesAfter(deps, from('changeMark'));
  const told = new Set([...everListed, ...subscribers.flatMap(({ follows }) => [...follows.keys()])]);
  const changes = all.filter((one) => one.at <= at && told.has(one.topicKey));
  const topics = await readTopics(
    deps,
    subscribers,
    [...fresh, ...changes].map(({ topicKey }) => topicKey),
    at,
  );
  const standing = fresh.flatMap(({ id, topicKey, baseline: burst }) => {
    const topic = topics.get(topicKey);
    return topic?.card.listed ? [{ id, topic, baseline: burst }] : [];
  });
  return {
    at,
    arrivals: standing.filter(({ baseline: burst }) => !burst),
    burst: standing.filter(({ baseline: burst }) => burst),
    changes,
    topics,
    marks: {
      arrivalMark: Math.max(lastId, coming.at(-1)?.id ?? 0),
      changeMark: Math.max(all.at(-1)?.id ?? 0, from('changeMark')),
    },
  };
}

const least = (marks: readonly number[]): number =>
  marks.reduce((low, mark) => Math.min(low, mark), Number.MAX_SAFE_INTEGER);

async function readTopics(
  deps: Deps,
  subscribers: readonly Subscriber[],
  wanted: readonly TopicKey[],
  at: Instant,
): Promise<Map<TopicKey, NewsTopic>> {
  const keys = [...new Set(wanted)];
  const found = await searchedBy(deps, subscribers, new Set(keys), at);
  const fits = await readPartnerFits(deps.db, keys);
  const cards = await readCards(deps, keys, at);
  return new Map(
    cards.map(({ card, standing, stored }) => {
      const { key } = stored.topic;
      const topic: NewsTopic = {
        key,
        card,
        pillar: card.primaryPillar,
        partners: fits.get(key) ?? {},
        searches: found.get(key) ?? NONE,
        phrases: standing.reasons.filter(({ start }) => start !== null).map(({ phrase }) => phrase),
        role: bestRoleAt(standing, card.daysLeft, at),
      };
      return [key, topic];
    }),
  );
}

const NONE: ReadonlySet<number> = new Set();

/** Which saved searches find which topics; the same search of several people is asked once. */
async function searchedBy(
  { db }: Deps,
  subscribers: readonly Subscriber[],
  keys: ReadonlySet<TopicKey>,
  at: Instant,
): Promise<Map<TopicKey, Set<number>>> {
  const found = new Map<TopicKey, Set<number>>();
  const asked = new Map<string, TopicKey[]>();
  for (const { id, query, pillar } of keys.size === 0 ? [] : subscribers.flatMap(({ searches }) => searches)) {
    const match = toMatch(query);
    if (match === null) continue;
    const question = `${pillar ?? ''}\n${match}`;
    const slice = { limit: PAGE, offset: 0 };
    const hits =
      asked.get(question) ??
      (await findTopicKeys(db, { match, ...(pillar === null ? {} : { pillar }) }, 'identifier', at, slice)).keys;
    asked.set(question, hits);
    for (const key of hits) if (keys.has(key)) found.set(key, (found.get(key) ?? new Set()).add(id));
  }
  return found;
}
