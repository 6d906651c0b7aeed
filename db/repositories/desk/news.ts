import { sql } from 'drizzle-orm';
import type { Day, Instant, TopicKey } from '../../../src/domain/topic.ts';
import type { Db } from '../../store.ts';
import { rowsOf } from '../rows-of.ts';

/**
 * Topics first seen, and topics materially changed, since a day; and when the catalogue was first filled. In the week of that
 * first load no topic is news: none of its thousands is read.
 */
export async function findSeenSince(
  db: Db,
  since: Day,
): Promise<{ topics: Map<TopicKey, Instant>; changed: TopicKey[]; loadedAt: Instant | null }> {
  const [fresh, changed, [first]] = await Promise.all([
    rowsOf<{ key: TopicKey; at: Instant }>(
      db,
      ['key', 'at'],
      sql`select key, first_seen_at as at from topics where first_seen_at >= ${since}
        and (select min(first_seen_at) from topics) < ${since}`,
    ),
    rowsOf<{ key: TopicKey }>(
      db,
      ['key'],
      sql`select topic_key as key from changes where material and at >= ${since} group by topic_key order by max(id) desc`,
    ),
    rowsOf<{ at: Instant | null }>(db, ['at'], sql`select min(first_seen_at) as at from topics`),
  ]);
  return {
    topics: new Map(fresh.map(({ key, at }) => [key, at])),
    changed: changed.map(({ key }) => key),
    loadedAt: first?.at ?? null,
  };
}
