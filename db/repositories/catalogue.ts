import { sql } from 'drizzle-orm';
import type { TopicKey } from '../../src/domain/topic.ts';
import { topics } from '../schema/index.ts';
import type { Db } from '../store.ts';
import type { Slice } from './topics-read.ts';

/** When anything that an applicant must know was last written of the row at hand; never now. */
const modifiedAt = sql`max(${topics.firstSeenAt}, coalesce(${topics.lastChangedAt}, ''), coalesce(${topics.withdrawnAt}, ''))`;

/** Keys of every topic, the last modified first, one page; and how many there are. */
export async function findKeysByModification(db: Db, slice: Slice): Promise<{ keys: TopicKey[]; total: number }> {
  const [{ total } = { total: 0 }] = await db.all<{ total: number }>(sql`select count(*) as total from topics`);
  const rows = await db.all<{ key: TopicKey }>(
    sql`select key from topics order by ${modifiedAt} desc, key limit ${slice.limit} offset ${slice.offset}`,
  );
  return { keys: rows.map(({ key }) => key), total };
}

/** Keys of the topics that match a search, or of all; the match is made by `src/services/search-query.ts`. */
export async function findKeysByMatch(db: Db, match: string | null): Promise<TopicKey[]> {
  const rows = await db.all<{ key: TopicKey }>(
    match === null
      ? sql`select key from topics order by key`
      : sql`select topics.key as key from topic_search join topics on topics.id = topic_search.rowid
          where topic_search match ${match} order by topics.key`,
  );
  return rows.map(({ key }) => key);
}

/** Every name a topic has or had, with its key of today; keys come last, so that a name of its own wins. */
export async function readAllNames(db: Db): Promise<{ name: string; key: TopicKey }[]> {
  return await db.all(
    sql`select alias as name, topic_key as key, 0 as own from aliases union all select key, key, 1 from topics order by own`,
  );
}
