import { and, type SQL, sql } from 'drizzle-orm';
import type { Pillar } from '../../src/domain/pillar.ts';
import type { Instant, SubmissionStatus, TopicKey, TopicKind } from '../../src/domain/topic.ts';
import { topicScores, topics } from '../schema/index.ts';
import type { Db } from '../store.ts';
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
  const total = await countTopics(db, left, asOf);
  const rows = await db.all<{ id: number; key: TopicKey }>(sql`
    select topics.id as id, ${topics.key} as key from ${sourceOf(left)}${conditions(left, asOf)}
    order by topics.id limit ${limit} offset ${offset}`);
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
  if (filter.status !== undefined) return await findDerived(db, filter, order, asOf, slice);
  const total = await countTopics(db, filter, asOf);
  if (total === 0) return { keys: [], total };
  const rows = await db.all<{ key: TopicKey }>(sql`
    select ${topics.key} as key from ${sourceOf(filter)}${conditions(filter, asOf)}
    order by ${ordering(order, asOf)} limit ${slice.limit} offset ${slice.offset}`);
  return { keys: rows.map((row) => row.key), total };
}

/** A status is derived from the rounds of every topic: counted in the same pass, it is derived once. */
async function findDerived(
  db: Db,
  filter: TopicFilter,
  order: TopicOrder,
  asOf: Instant,
  slice: Slice,
): Promise<TopicList> {
  const found = await db.all<{ key: TopicKey; total: number }>(sql`
    select ${topics.key} as key, count(*) over () as total from ${sourceOf(filter)}${conditions(filter, asOf)}
    order by ${ordering(order, asOf)} limit ${slice.limit} offset ${slice.offset}`);
  const isBeyond = found.length === 0 && slice.offset > 0;
  const total = isBeyond ? await countTopics(db, filter, asOf) : (found[0]?.total ?? 0);
  return { keys: found.map(({ key }) => key), total };
}

/** How much a word counts in identifier, title, call title, keywords and text. */
const RANKING = 'bm25(12.0, 8.0, 3.0, 3.0, 1.0)';

/**
 * The best matches first. Every match must be weighed to find them, so they are counted in the same pass: half of what a
 * second question costs. Beyond the last page there is no row to tell the number.
 */
async function findMatches(
  db: Db,
  filter: TopicFilter,
  match: string,
  asOf: Instant,
  slice: Slice,
): Promise<TopicList> {
  const page = sql`limit ${slice.limit} offset ${slice.offset}`;
  const isBare = Object.entries(filter).every(([name, value]) => name === 'match' || value === undefined);
  const found = await db.all<{ key: TopicKey; total: number }>(
    isBare
      ? // Within the index alone: topics of other pages are not visited.
        sql`select topics.key as key, total from (
            select rowid as id, rank as place, count(*) over () as total from topic_search
            where topic_search match ${match} and rank match ${RANKING} order by rank ${page}
          ) join topics using (id) order by place, topics.identifier, topics.reference`
      : sql`select ${topics.key} as key, count(*) over () as total from ${sourceOf(filter)}${conditions(filter, asOf)}
            and rank match ${RANKING} order by rank, ${BY_NAME} ${page}`,
  );
  const [first] = found;
  const isBeyond = first === undefined && slice.offset > 0;
  const total = isBeyond ? await countTopics(db, filter, asOf) : (first?.total ?? 0);
  return { keys: found.map((row) => row.key), total };
}

async function countTopics(db: Db, filter: TopicFilter, asOf: Instant): Promise<number> {
  const [row] = await db.all<{ total: number }>(
    sql`select count(*) as total from ${sourceOf(filter)}${conditions(filter, asOf)}`,
  );
  return row?.total ?? 0;
}

function sourceOf(filter: TopicFilter): SQL {
  const scored = filter.pillar !== undefined || filter.pillars !== undefined || filter.minRelevance !== undefined;
  const base =
    filter.match === undefined ? sql`topics` : sql`topic_search join topics on topics.id = topic_search.rowid`;
  return sql`${base} ${scored ? sql`join` : sql`left join`} topic_scores on topic_scores.topic_key = topics.key`;
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
