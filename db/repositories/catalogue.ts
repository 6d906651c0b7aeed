import { asc, gt, sql } from 'drizzle-orm';
import type { Section, TopicKey } from '../../src/domain/topic.ts';
import { aliases, changes, rounds, topics } from '../schema/index.ts';
import type { Db } from '../store.ts';
import { inJson } from './insert-rows.ts';
import { rowsOf } from './rows-of.ts';
import type { Slice } from './slice.ts';
import { readSections } from './topics-read.ts';
import type { RoundRow, TopicRow } from './topics-write.ts';

/** When anything that an applicant must know was last written of the row at hand; never now. */
const modifiedAt = sql`max(${topics.firstSeenAt}, coalesce(${topics.lastChangedAt}, ''), coalesce(${topics.withdrawnAt}, ''),
  coalesce(${topics.returnedAt}, ''))`;

/** Keys of every topic, the last modified first, one page; and how many there are. */
export async function findKeysByModification(db: Db, slice: Slice): Promise<{ keys: TopicKey[]; total: number }> {
  const [[{ total } = { total: 0 }], rows] = await Promise.all([
    rowsOf<{ total: number }>(db, ['total'], sql`select count(*) as total from topics`),
    rowsOf<{ key: TopicKey }>(
      db,
      ['key'],
      sql`select key from topics order by ${modifiedAt} desc, key limit ${slice.limit} offset ${slice.offset}`,
    ),
  ]);
  return { keys: rows.map(({ key }) => key), total };
}

/** Keys of the topics that match a search, or of all; the match is made by `src/services/topics/search-query.ts`. */
export async function findKeysByMatch(db: Db, match: string | null): Promise<TopicKey[]> {
  const rows = await rowsOf<{ key: TopicKey }>(
    db,
    ['key'],
    match === null
      ? sql`select key from topics order by key`
      : sql`select topics.key as key from topic_search join topics on topics.id = topic_search.rowid
          where topic_search match ${match} order by topics.key`,
  );
  return rows.map(({ key }) => key);
}

/** Every name a topic has or had, with its key of today; keys come last, so that a name of its own wins. */
export async function readAllNames(db: Db): Promise<{ name: string; key: TopicKey }[]> {
  return await rowsOf(
    db,
    ['name', 'key'],
    sql`select alias as name, topic_key as key, 0 as own from aliases union all select key, key, 1 from topics order by own`,
  );
}

/** A topic with everything public that stands beside it; neither scores, which are a city's own, nor what people did. */
export interface CatalogueEntry {
  row: Omit<TopicRow, 'id'>;
  rounds: RoundRow[];
  sections: Section[];
  aliases: string[];
}

/** The next topics by key after one; an empty list is the end. */
export async function readCatalogue(db: Db, after: TopicKey, limit: number): Promise<CatalogueEntry[]> {
  const rows = await db.select().from(topics).where(gt(topics.key, after)).orderBy(asc(topics.key)).limit(limit);
  const keys = rows.map(({ key }) => key);
  const own = await db.select().from(rounds).where(inJson(rounds.topicKey, keys)).orderBy(rounds.topicKey, rounds.seq);
  const names = await db.select().from(aliases).where(inJson(aliases.topicKey, keys)).orderBy(aliases.alias);
  const sections = await readSections(db, keys);
  return rows.map(({ id: _id, ...row }) => ({
    row,
    rounds: own.filter(({ topicKey }) => topicKey === row.key),
    sections: sections.get(row.key) ?? [],
    aliases: names.filter(({ topicKey }) => topicKey === row.key).map(({ alias }) => alias),
  }));
}

/** Which of these keys the store has. */
export async function knownKeys(db: Db, keys: readonly TopicKey[]): Promise<Set<TopicKey>> {
  const rows = await db.select({ key: topics.key }).from(topics).where(inJson(topics.key, keys));
  return new Set(rows.map(({ key }) => key));
}

/** A statement: forgets the history of topics that the store does not have, left by an import that was cut off. */
export const dropChangesOf = (db: Db, keys: readonly TopicKey[]) =>
  db.delete(changes).where(inJson(changes.topicKey, keys));
