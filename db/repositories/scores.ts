import { eq, getTableColumns, sql } from 'drizzle-orm';
import type { PillarScores } from '../../src/domain/pillar.ts';
import type { Evidence, TopicScore } from '../../src/domain/scoring.ts';
import type { Instant, TopicKey } from '../../src/domain/topic.ts';
import { topicEvidence, topicScores, topics } from '../schema/index.ts';
import type { Db } from '../store.ts';
import { insertBound } from './insert-rows.ts';
import { statusSql } from './status-sql.ts';

/** A score as stored beside its topic. */
export interface ScoreRow {
  topicKey: TopicKey;
  score: TopicScore;
  /** Partner id → score, only those above zero. */
  partners: Record<string, number>;
  inputHash: string;
}

/**
 * Keys of topics whose score is missing, of another version, or of an older text; in order of row number. With `liveAt`
 * only those that are not closed at that instant: what the shortlist can show.
 */
export async function staleScoreKeys(db: Db, version: string, liveAt?: Instant): Promise<TopicKey[]> {
  const live = liveAt === undefined ? sql`` : sql` and coalesce(${statusSql(liveAt)}, '') <> 'closed'`;
  const rows = await db.all<{ key: TopicKey }>(sql`
    select ${topics.key} as key from topics left join topic_scores on topic_scores.topic_key = topics.key
    where (topic_scores.topic_key is null or topic_scores.version <> ${version}
      or topic_scores.input_hash <> ${topics.scoredHash})${live}
    order by topics.id`);
  return rows.map((row) => row.key);
}

/** The stored evidence of some topics, by key. */
export async function readEvidence(db: Db, keys: readonly TopicKey[]): Promise<Map<TopicKey, Evidence[]>> {
  const rows = await db
    .select({ key: topicScores.topicKey, evidence: topicEvidence.evidence, former: topicScores.evidence })
    .from(topicScores)
    .leftJoin(topicEvidence, eq(topicEvidence.topicKey, topicScores.topicKey))
    .where(sql`${topicScores.topicKey} in (select value from json_each(${JSON.stringify(keys)}))`);
  return new Map(rows.map(({ key, evidence, former }) => [key, evidence ?? former]));
}

/** Writes scores over older ones, all of them in one batch. */
export async function writeScores(db: Db, rows: readonly ScoreRow[], at: Instant): Promise<void> {
  const scores = rows.map(({ topicKey, score, partners, inputHash }) => ({
    ...score,
    topicKey,
    evidence: [],
    partners,
    inputHash,
    scoredAt: at,
  }));
  const evidence = rows.map(({ topicKey, score }) => ({ topicKey, evidence: score.evidence }));
  const [first, ...rest] = [...writeOver(db, topicScores, scores), ...writeOver(db, topicEvidence, evidence)];
  if (first !== undefined) await db.batch([first, ...rest]);
}

function writeOver<T extends typeof topicScores | typeof topicEvidence>(
  db: Db,
  table: T,
  rows: readonly T['$inferInsert'][],
) {
  const { topicKey: target, ...replaced } = getTableColumns(table);
  return insertBound(db, table, rows, { target, replace: Object.values(replaced) });
}

/** What lists show of a score. */
export interface ScoreSummary {
  cityRelevance: number;
  primaryPillar: TopicScore['primaryPillar'];
  pillars: PillarScores;
  version: string;
  inputHash: string;
}
