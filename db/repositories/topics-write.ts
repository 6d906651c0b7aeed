import { getTableColumns, is, sql } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import { integer, SQLiteTable, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Section, TopicKey } from '../../src/domain/topic.ts';
import * as schema from '../schema/index.ts';
import { aliases, rounds, topics, topicTexts } from '../schema/index.ts';
import type { Db } from '../store.ts';
import { inJson, insertBound, insertRows } from './insert-rows.ts';

export type TopicRow = typeof topics.$inferSelect;
export type RoundRow = typeof rounds.$inferSelect;
export type Statement = BatchItem<'sqlite'>;

/** A topic with all that a new reading is merged into. */
export interface StoredTopic {
  row: TopicRow;
  rounds: RoundRow[];
  sections: Section[];
}

/** One topic as it shall stand; what is `null` stays as it is. */
export interface TopicWrite {
  /** Key under which the store has it now, where the authority renamed it. */
  renamedFrom: TopicKey | null;
  row: Omit<TopicRow, 'id'>;
  rounds: RoundRow[] | null;
  sections: Section[] | null;
  /** What the search index shall hold. */
  searchBody: string | null;
  aliases: string[];
}

/** What every scan wants to know of every topic beforehand; small, so that the whole catalogue fits. */
export type KnownTopic = Pick<TopicRow, 'key' | 'kind' | 'identifier' | 'reference' | 'rawHash' | 'source'>;

export async function readKnownTopics(db: Db): Promise<Map<TopicKey, KnownTopic>> {
  const rows = await db
    .select({
      key: topics.key,
      kind: topics.kind,
      identifier: topics.identifier,
      reference: topics.reference,
      rawHash: topics.rawHash,
      source: topics.source,
    })
    .from(topics);
  return new Map(rows.map((row) => [row.key, row]));
}

export async function readStoredTopics(db: Db, keys: readonly TopicKey[]): Promise<Map<TopicKey, StoredTopic>> {
  const rows = await db.select().from(topics).where(inJson(topics.key, keys));
  if (rows.length === 0) return new Map();
  const stored = new Map(rows.map((row): [TopicKey, StoredTopic] => [row.key, { row, rounds: [], sections: [] }]));
  const found = [...stored.keys()];
  for (const round of await db.select().from(rounds).where(inJson(rounds.topicKey, found)).orderBy(rounds.seq)) {
    stored.get(round.topicKey)?.rounds.push(round);
  }
  for (const { topicKey, sections } of await db.select().from(topicTexts).where(inJson(topicTexts.topicKey, found))) {
    const topic = stored.get(topicKey);
    if (topic !== undefined) topic.sections = sections;
  }
  return stored;
}

/** Which topics carry one of these other names. */
export async function findKeysByAlias(db: Db, names: readonly string[]): Promise<Map<string, TopicKey>> {
  const rows = await db.select().from(aliases).where(inJson(aliases.alias, names));
  return new Map(rows.map(({ alias, topicKey }) => [alias, topicKey]));
}

/** Statements that make the store hold these topics; hand them to one `batch`. */
export function writeTopics(db: Db, writes: readonly TopicWrite[]): Statement[] {
  const own = writes.map(({ row }) => row);
  const roundKeys = writes.filter((write) => write.rounds !== null).map(({ row }) => row.key);
  const texts = writes.flatMap(({ row, sections }) => (sections === null ? [] : [{ topicKey: row.key, sections }]));
  const columns = getTableColumns(topics);
  return [
    ...writes.flatMap(({ renamedFrom, row }) => (renamedFrom === null ? [] : renameTopic(db, renamedFrom, row.key))),
    ...insertRows(db, topics, own, {
      target: topics.key,
      replace: Object.values(columns).filter((column) => column !== topics.id && column !== topics.key),
    }),
    db.delete(rounds).where(inJson(rounds.topicKey, roundKeys)),
    ...insertRows(
      db,
      rounds,
      writes.flatMap((write) => write.rounds ?? []),
      { target: [rounds.topicKey, rounds.seq], replace: [] },
    ),
    ...insertBound(db, topicTexts, texts, { target: topicTexts.topicKey, replace: [topicTexts.sections] }),
    ...insertRows(
      db,
      aliases,
      writes.flatMap(({ row, aliases: names }) => names.map((alias) => ({ alias, topicKey: row.key }))),
      { target: [aliases.alias, aliases.topicKey], replace: [] },
    ),
    ...indexTopics(db, writes),
  ];
}

/** A statement: these topics were seen at an instant, and nothing about them is new, but that some may have come back. */
export function touchTopics(db: Db, keys: readonly TopicKey[], at: string) {
  return db
    .update(topics)
    .set({
      lastSeenAt: at,
      missedScans: 0,
      withdrawnAt: null,
      returns: sql`${topics.returns} + (${topics.withdrawnAt} is not null)`,
      returnedAt: sql`iif(${topics.withdrawnAt} is null, ${topics.returnedAt}, ${at})`,
    })
    .where(inJson(topics.key, keys));
}

/** The search index is no table of the schema: drizzle-kit must not try to migrate a virtual table. */
export const topicSearch = sqliteTable('topic_search', {
  rowid: integer('rowid'),
  identifier: text('identifier'),
  title: text('title'),
  callTitle: text('call_title'),
  keywords: text('keywords'),
  body: text('body'),
});

export interface IndexEntry {
  row: Pick<TopicRow, 'key' | 'identifier' | 'title' | 'callTitle' | 'keywords'>;
  /** Null = the index stays as it is. */
  searchBody: string | null;
}

/** Statements that make the search index say what is written; the topics themselves stand before them in the batch. */
export function indexTopics(db: Db, writes: readonly IndexEntry[]): Statement[] {
  const entries = writes.flatMap(({ row, searchBody }) =>
    searchBody === null
      ? []
      : [[row.key, row.identifier, row.title, row.callTitle, row.keywords.join(' · '), searchBody]],
  );
  if (entries.length === 0) return [];
  const keys = entries.map(([key]) => key ?? '');
  return [
    db
      .delete(topicSearch)
      .where(sql`rowid in (select id from topics where key in (select value from json_each(${JSON.stringify(keys)})))`),
    ...inParts(entries).map((part) =>
      db.insert(topicSearch).select(sql`
        select topics.id, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5
        from json_each(${JSON.stringify(part)}) join topics on topics.key = value ->> 0`),
    ),
  ];
}

/** Parts whose JSON stays well under D1's 2 MB for one value; bodies are capped by the caller. */
function inParts<T>(items: T[]): T[][] {
  const parts: T[][] = [];
  for (let at = 0; at < items.length; at += 50) parts.push(items.slice(at, at + 50));
  return parts;
}

/** Everything that hangs on a topic's key follows it, in whatever table. The new key must be free. */
function renameTopic(db: Db, from: TopicKey, to: TopicKey): Statement[] {
  return [
    db.update(topics).set({ key: to }).where(sql`${topics.key} = ${from}`),
    db.update(schema.mailMutes).set({ value: to }).where(sql`kind = 'topic' and value = ${from}`),
    ...TABLES_BY_TOPIC_KEY.map((table) =>
      db.update(table).set({ topicKey: to }).where(sql`${table.topicKey} = ${from}`),
    ),
  ];
}

// Every table of the schema with a topic_key column, so that tables of later issues follow by themselves.
const TABLES_BY_TOPIC_KEY = Object.values(schema).filter(
  (table): table is typeof aliases => is(table, SQLiteTable) && 'topicKey' in getTableColumns(table),
);
