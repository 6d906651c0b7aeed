import { and, eq, type SQL, sql } from 'drizzle-orm';
import type { Pillar } from '../../src/domain/pillar.ts';
import type { Instant, Round, Section, SubmissionStatus, Topic, TopicKey } from '../../src/domain/topic.ts';
import { aliases, mutes, rounds, topicScores, topics, topicTexts } from '../schema/index.ts';
import type { Db } from '../store.ts';
import { readTogether } from './read-together.ts';
import { rowsOf } from './rows-of.ts';
import type { ScoreSummary } from './scores.ts';
import { nextDeadlineSql, statusSql } from './status-sql.ts';

/** A topic with what stands beside it in the store; texts and evidence stay behind, they are large. */
export interface StoredTopic {
  topic: Topic;
  scoredHash: string;
  score: ScoreSummary | null;
  muted: boolean;
}

/** What the shortlist needs to choose by, small enough to read for every relevant topic. */
export interface Candidate {
  /** Row number: the topic's own for ever. */
  id: number;
  key: TopicKey;
  hash: string;
  changedAt: Instant | null;
  /** Version of its score. */
  version: string;
  relevance: number;
  primaryPillar: Pillar | null;
  status: SubmissionStatus | null;
  nextDeadlineAt: Instant | null;
}

/** Topics that may be listed at an instant: relevant, not withdrawn, not muted, not closed; the most relevant first. */
export async function findCandidates(db: Db, minRelevance: number, asOf: Instant): Promise<Candidate[]> {
  return await rowsOf<Candidate>(
    db,
    ['id', 'key', 'hash', 'changedAt', 'version', 'relevance', 'primaryPillar', 'status', 'nextDeadlineAt'],
    sql`
    select id, key, hash, changed_at as "changedAt", version, relevance, primary_pillar as "primaryPillar", status, next as "nextDeadlineAt" from (
      select ${topics.id} as id, ${topics.key} as key, ${topics.scoredHash} as hash, ${topics.lastChangedAt} as changed_at, ${topicScores.version} as version, ${topicScores.cityRelevance} as relevance,
        ${topicScores.primaryPillar} as primary_pillar, ${topics.identifier} as identifier, ${topics.reference} as reference,
        ${statusSql(asOf)} as status, ${nextDeadlineSql(asOf)} as next
      from topic_scores join topics on topics.key = topic_scores.topic_key
      where ${topicScores.cityRelevance} >= ${minRelevance}
        and (${topics.withdrawnAt} is null or ${topics.withdrawnAt} > ${asOf})
        and not exists (select 1 from mutes where mutes.topic_key = topics.key and mutes.scope = 'association')
    ) where status is null or status <> 'closed'
    order by relevance desc, identifier, reference`,
  );
}

/** The topics of these keys with rounds, score summary and mute, in the order asked for. */
export async function readTopics(db: Db, keys: readonly TopicKey[]): Promise<StoredTopic[]> {
  if (keys.length === 0) return [];
  const list = jsonList(keys);
  const [rows, roundRows] = await readTogether(db, [
    db
      .select({ topic: topics, score: SCORE_SUMMARY, mutedAt: mutes.mutedAt })
      .from(topics)
      .leftJoin(topicScores, eq(topicScores.topicKey, topics.key))
      .leftJoin(mutes, and(eq(mutes.topicKey, topics.key), eq(mutes.scope, 'association')))
      .where(sql`${topics.key} in ${list}`),
    db.select().from(rounds).where(sql`${rounds.topicKey} in ${list}`).orderBy(rounds.topicKey, rounds.seq),
  ]);
  const roundsOf = groupRounds(roundRows);
  const stored = new Map(rows.map((row) => [row.topic.key, toStored(row, roundsOf.get(row.topic.key) ?? [])]));
  return keys.flatMap((key) => stored.get(key) ?? []);
}

const SCORE_SUMMARY = {
  cityRelevance: topicScores.cityRelevance,
  primaryPillar: topicScores.primaryPillar,
  pillars: topicScores.pillars,
  version: topicScores.version,
  inputHash: topicScores.inputHash,
};

interface ReadRow {
  topic: typeof topics.$inferSelect;
  score: ScoreSummary | null;
  mutedAt: string | null;
}

function toStored(row: ReadRow, own: Round[]): StoredTopic {
  const { id: _id, missedScans: _missed, rawHash: _raw, scoredHash, ...topic } = row.topic;
  return { topic: { ...topic, rounds: own }, scoredHash, score: row.score, muted: row.mutedAt !== null };
}

function groupRounds(rows: readonly (typeof rounds.$inferSelect)[]): Map<TopicKey, Round[]> {
  const grouped = new Map<TopicKey, Round[]>();
  for (const { topicKey, seq: _seq, opensAt: _opens, closesAt: _closes, ...round } of rows) {
    const own = grouped.get(topicKey);
    if (own === undefined) grouped.set(topicKey, [round]);
    else own.push(round);
  }
  return grouped;
}

/** The sections of some topics, by key; a topic without text is left out. */
export async function readSections(db: Db, keys: readonly TopicKey[]): Promise<Map<TopicKey, Section[]>> {
  if (keys.length === 0) return new Map();
  const rows = await db
    .select()
    .from(topicTexts)
    .where(sql`${topicTexts.topicKey} in ${jsonList(keys)}`);
  return new Map(rows.map((row) => [row.topicKey, row.sections]));
}

/**
 * Keys that a name may mean: the key itself, else topics of that identifier or alias. Several where cascade siblings
 * share their parent's identifier.
 */
export async function findKeys(db: Db, name: string): Promise<{ exact: TopicKey | null; others: TopicKey[] }> {
  const rows = await rowsOf<{ key: string }>(
    db,
    ['key'],
    sql`
    select key from topics where key = ${name}
    union select key from topics where identifier = ${name}
    union select topic_key from ${aliases} where alias = ${name}`,
  );
  const keys = rows.map((row) => row.key).sort();
  return { exact: keys.find((key) => key === name) ?? null, others: keys.filter((key) => key !== name) };
}

/** The same whatever the letters' size: for who typed a code, or wrote it down. No index helps, so it is asked last. */
export async function findKeysInAnyCase(db: Db, name: string): Promise<TopicKey[]> {
  const rows = await rowsOf<{ key: string }>(
    db,
    ['key'],
    sql`
    select key from topics where key = ${name} collate nocase or identifier = ${name} collate nocase
    union select topic_key from ${aliases} where alias = ${name} collate nocase`,
  );
  return rows.map((row) => row.key).sort();
}

export async function readAliases(db: Db, key: TopicKey): Promise<string[]> {
  const rows = await db
    .select({ alias: aliases.alias })
    .from(aliases)
    .where(eq(aliases.topicKey, key))
    .orderBy(aliases.alias);
  return rows.map((row) => row.alias);
}

/** The programmes of the catalogue with their number of topics, for filters. */
export async function countProgrammes(db: Db): Promise<{ programme: string | null; topics: number }[]> {
  return await rowsOf(
    db,
    ['programme', 'topics'],
    sql`select programme, count(*) as topics from topics group by programme order by topics desc, programme`,
  );
}

/** How many topics each source brought. */
export async function countSources(db: Db): Promise<{ source: string; topics: number }[]> {
  return await rowsOf(
    db,
    ['source', 'topics'],
    sql`select source, count(*) as topics from topics group by source order by source`,
  );
}

/** Row counts that health checks and metrics show. */
export async function countHealth(db: Db): Promise<{ topics: number; scores: number; scans: number; issues: number }> {
  const [row] = await db.all<{ topics: number; scores: number; scans: number; issues: number }>(sql`select
    (select count(*) from topics) as topics, (select count(*) from topic_scores) as scores,
    (select count(*) from scans) as scans, (select count(*) from issues) as issues`);
  return row ?? { topics: 0, scores: 0, scans: 0, issues: 0 };
}

export const jsonList = (values: readonly unknown[]): SQL =>
  sql`(select value from json_each(${JSON.stringify(values)}))`;
