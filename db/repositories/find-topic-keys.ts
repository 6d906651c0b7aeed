import { and, type SQL, sql } from 'drizzle-orm';
import type { Pillar } from '../../src/domain/pillar.ts';
import type { Instant, SubmissionStatus, TopicKey, TopicKind } from '../../src/domain/topic.ts';
import { topicScores, topics } from '../schema/index.ts';
import type { Db } from '../store.ts';
import { rowsOf } from './rows-of.ts';
import type { Slice } from './slice.ts';
import { nextDeadlineSql, statusSql } from './status-sql.ts';
import { jsonList } from './topics-read.ts';
import { updatedSinceSql } from './updated-since.ts';

/** Which topics a list wants; everything left out does not narrow it. */
export interface TopicFilter {
  /** `unknown` asks for topics without a derivable status. */
  status?: readonly (SubmissionStatus | 'unknown')[];
  programme?: readonly string[];
  pillar?: Pillar;
  /** Any of these as first pillar. */
  pillars?: readonly Pillar[];
  minRelevance?: number;
  kind?: TopicKind;
  source?: string;
  /** Strictly before this instant, and still ahead. */
  deadlineBefore?: Instant;
  /** Came into the store after the topic of this number. */
  after?: number;
  /** Written since this instant, in whatever way. */
  updatedSince?: Instant;
  /** An FTS5 MATCH expression, made by `src/services/topics/search-query.ts`; never what a user typed. */
  match?: string;
}

export const TOPIC_ORDERS = ['identifier', 'match', 'deadline', 'relevance'] as const;
export type TopicOrder = (typeof TOPIC_ORDERS)[number];

/**
 * The keys of the topics that came into the store after one, in the order in which they came, and where to go on. That order
 * never changes and no row ever leaves, so that whoever walks it meets each topic once, whatever is written meanwhile.
 */
export async function findKeysAfter(
  db: Db,
  filter: TopicFilter,
  after: number,
  asOf: Instant,
  { limit, offset }: Slice,
): Promise<TopicList & { next: number }> {
  const left = { ...filter, after };
  const page = sql`
    select topics.id as id, ${topics.key} as key from ${sourceOf(left)}${conditions(left, asOf)}
    order by topics.id limit ${limit} offset ${offset}`;
  const [total, rows] = await Promise.all([
    countTopics(db, left, asOf),
    rowsOf<{ id: number; key: TopicKey }>(db, ['id', 'key'], page),
  ]);
  return { keys: rows.map(({ key }) => key), total, next: rows.at(-1)?.id ?? after };
}

export interface TopicList {
  keys: TopicKey[];
  /** On all pages together. */
  total: number;
}

/** The keys of one page of a list, in order, and how many topics the list has. */
export async function findTopicKeys(
  db: Db,
  filter: TopicFilter,
  order: TopicOrder,
  asOf: Instant,
  slice: Slice,
): Promise<TopicList> {
  if (filter.match !== undefined && order === 'match') return await findMatches(db, filter, filter.match, asOf, slice);
  if (filter.status !== undefined && order !== 'identifier') return await findDerived(db, filter, order, asOf, slice);
  const page = sql`
    select ${topics.key} as key from ${sourceOf(filter, order)}${conditions(filter, asOf)}
    order by ${ordering(order, asOf)} limit ${slice.limit} offset ${slice.offset}`;
  const [total, rows] = await Promise.all([
    countTopics(db, filter, asOf),
    rowsOf<{ key: TopicKey }>(db, ['key'], page),
  ]);
  return { keys: rows.map((row) => row.key), total };
}

/**
 * A status is derived from the rounds of every topic: counted in the same pass, it is derived once. In the order of an index
 * a page is found without all of them, and counting apart costs half (17 to 8 ms at 20,000 topics, 2026-12-01).
 */
async function findDerived(
  db: Db,
  filter: TopicFilter,
  order: TopicOrder,
  asOf: Instant,
  slice: Slice,
): Promise<TopicList> {
  const found = await rowsOf<{ key: TopicKey; total: number }>(
    db,
    ['key', 'total'],
    sql`
    select ${topics.key} as key, count(*) over () as total from ${sourceOf(filter, order)}${conditions(filter, asOf)}
    order by ${ordering(order, asOf)} limit ${slice.limit} offset ${slice.offset}`,
  );
  const isBeyond = found.length === 0 && slice.offset > 0;
  const total = isBeyond ? await countTopics(db, filter, asOf) : (found[0]?.total ?? 0);
  return { keys: found.map(({ key }) => key), total };
}

/** How much a word counts in identifier, title, call title, keywords and text. */
const WEIGHT = sql.raw('bm25(topic_search, 12.0, 8.0, 3.0, 3.0, 1.0)');
/** The same question asked of what a topic is called only. */
const inNames = (match: string): string => `{identifier title call_title keywords} : (${match})`;

/**
 * The best matches first: those that bear the words in their name before those that only speak of them, and each by its
 * weight. Weighing is what costs, and a common word stands in the text of nine topics in ten: so the rest is weighed only
 * for a page that the names alone do not fill. Beyond the last page there is no row to tell the number.
 */
async function findMatches(
  db: Db,
  filter: TopicFilter,
  match: string,
  asOf: Instant,
  slice: Slice,
): Promise<TopicList> {
  const { match: _match, ...others } = filter;
  const isBare = Object.values(others).every((value) => value === undefined);
  // Within the index alone where nothing else is asked: topics of other pages are not visited.
  const from = isBare ? sql`topic_search` : sourceOf(filter);
  const where = (words: string) => conditions({ ...filter, match: words }, asOf);
  // The plus keeps the index from being asked once for each of them.
  const isNamed = sql`+topic_search.rowid in named`;
  const found = await rowsOf<{ key: TopicKey; total: number }>(
    db,
    ['key', 'total'],
    sql`
    with named (id) as materialized (select topic_search.rowid from ${from}${where(inNames(match))})
    select topics.key as key, total from (
      select topic_search.rowid as id, ${isNamed} as is_named, ${WEIGHT} as weight,
        (select count(*) from ${from}${where(match)}) as total
      from ${from}${where(match)}
        and (${isNamed} or (select count(*) from named) < ${slice.offset + slice.limit})
      order by is_named desc, weight, topic_search.rowid limit ${slice.limit} offset ${slice.offset}
    ) as page join topics on topics.id = page.id order by is_named desc, weight, topics.identifier, topics.reference`,
  );
  const [first] = found;
  const isBeyond = first === undefined && slice.offset > 0;
  const total = isBeyond ? await countTopics(db, filter, asOf) : (first?.total ?? 0);
  return { keys: found.map((row) => row.key), total };
}

async function countTopics(db: Db, filter: TopicFilter, asOf: Instant): Promise<number> {
  const [row] = await rowsOf<{ total: number }>(
    db,
    ['total'],
    sql`select count(*) as total from ${sourceOf(filter)}${conditions(filter, asOf)}`,
  );
  return row?.total ?? 0;
}

function sourceOf(filter: TopicFilter, order?: TopicOrder): SQL {
  // A cross join keeps the index the outer one: the other way round it would be searched once for every topic.
  const base =
    filter.match === undefined ? sql`topics` : sql`topic_search cross join topics on topics.id = topic_search.rowid`;
  const scored = filter.pillar !== undefined || filter.pillars !== undefined || filter.minRelevance !== undefined;
  if (scored) return sql`${base} join topic_scores on topic_scores.topic_key = topics.key`;
  // Not visited where nothing is asked of them.
  return order === 'relevance' ? sql`${base} left join topic_scores on topic_scores.topic_key = topics.key` : base;
}

function conditions(filter: TopicFilter, asOf: Instant): SQL {
  const all: SQL[] = [];
  if (filter.match !== undefined) all.push(sql`topic_search match ${filter.match}`);
  if (filter.programme !== undefined) all.push(sql`${topics.programme} in ${jsonList(filter.programme)}`);
  if (filter.kind !== undefined) all.push(sql`${topics.kind} = ${filter.kind}`);
  if (filter.source !== undefined) all.push(sql`${topics.source} = ${filter.source}`);
  if (filter.pillar !== undefined) all.push(sql`${topicScores.primaryPillar} = ${filter.pillar}`);
  if (filter.pillars !== undefined) all.push(sql`${topicScores.primaryPillar} in ${jsonList(filter.pillars)}`);
  if (filter.minRelevance !== undefined) all.push(sql`${topicScores.cityRelevance} >= ${filter.minRelevance}`);
  if (filter.status !== undefined) all.push(sql`coalesce(${statusSql(asOf)}, 'unknown') in ${jsonList(filter.status)}`);
  if (filter.deadlineBefore !== undefined) all.push(sql`${nextDeadlineSql(asOf)} < ${filter.deadlineBefore}`);
  if (filter.after !== undefined) all.push(sql`topics.id > ${filter.after}`);
  if (filter.updatedSince !== undefined) all.push(updatedSinceSql(filter.updatedSince));
  const joined = and(...all);
  return joined === undefined ? sql`` : sql` where ${joined}`;
}

const BY_NAME = sql`${topics.identifier}, ${topics.reference}`;

function ordering(order: TopicOrder, asOf: Instant): SQL {
  if (order === 'deadline') return sql`coalesce(${nextDeadlineSql(asOf)}, '9999'), ${BY_NAME}`;
  if (order === 'relevance') return sql`${topicScores.cityRelevance} desc, ${BY_NAME}`;
  return BY_NAME;
}
