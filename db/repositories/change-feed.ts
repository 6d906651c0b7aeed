import { and, asc, eq, gte, type SQL, sql } from 'drizzle-orm';
import type { ChangeField, RecordedChange } from '../../src/domain/change.ts';
import type { Pillar } from '../../src/domain/pillar.ts';
import type { Instant, TopicKey } from '../../src/domain/topic.ts';
import { changes, topicScores, topics } from '../schema/index.ts';
import type { Db } from '../store.ts';
import { rowsOf } from './rows-of.ts';
import { statusSql } from './status-sql.ts';
import { jsonList } from './topics-read.ts';

export interface NewsRow {
  kind: 'new' | 'changed' | 'withdrawn';
  key: TopicKey;
  at: Instant;
}

/**
 * The latest news of the catalogue: topics that appeared after their source's first complete reading (what came before, or
 * came closed, is a baseline), topics that changed materially, topics that were withdrawn.
 */
export async function findNews(
  db: Db,
  { pillar, minRelevance }: { pillar?: Pillar; minRelevance: number },
  limit: number,
): Promise<NewsRow[]> {
  const wanted: SQL =
    pillar === undefined
      ? sql`true`
      : sql`exists (select 1 from topic_scores where topic_key = ${topics.key}
          and primary_pillar = ${pillar} and city_relevance >= ${minRelevance})`;
  const baseline = sql`exists (select 1 from scans where scans.source = ${topics.source}
    and scans.verdict = 'certified' and scans.archive is null and scans.finished_at <= ${topics.firstSeenAt})`;
  return await rowsOf<NewsRow>(
    db,
    ['kind', 'key', 'at'],
    sql`
    select 'new' as kind, ${topics.key} as key, ${topics.firstSeenAt} as at from topics
    where ${wanted} and ${baseline} and coalesce(${statusSql(sql`${topics.firstSeenAt}`)}, '') <> 'closed'
    union all
    select distinct 'changed', ${topics.key}, changes.at from changes join topics on topics.key = changes.topic_key
    where changes.material and ${wanted}
    union all
    select 'withdrawn', ${topics.key}, ${topics.withdrawnAt} from topics
    where ${topics.withdrawnAt} is not null and ${wanted}
    order by at desc, key, kind limit ${limit}`,
  );
}

/** The material changes of some topics, the oldest first. */
export async function readMaterialChanges(db: Db, keys: readonly TopicKey[]): Promise<RecordedChange[]> {
  const rows = await db
    .select()
    .from(changes)
    .where(and(sql`${changes.topicKey} in ${jsonList(keys)}`, eq(changes.material, true)))
    .orderBy(asc(changes.id));
  return rows.map((row) => ({ ...row, field: row.field as ChangeField }));
}

/** How often the deadlines of each of these topics have moved; a topic that never did is left out. */
export async function countDeadlineMoves(db: Db, keys: readonly TopicKey[]): Promise<Map<TopicKey, number>> {
  const rows = await db
    .select({ key: changes.topicKey, moves: sql<number>`count(*)` })
    .from(changes)
    .where(and(sql`${changes.topicKey} in ${jsonList(keys)}`, eq(changes.field, 'deadlines')))
    .groupBy(changes.topicKey);
  return new Map(rows.map(({ key, moves }) => [key, moves]));
}

/** Which topics a calendar of deadlines holds. */
export interface CalendarFilter {
  minRelevance?: number;
  pillar?: Pillar;
  partner?: { id: string; minScore: number };
  /** Topics whose last deadline lies before this instant are history. */
  since: Instant;
}

/** Keys of topics with deadlines, withdrawn ones too, by key. */
export async function findDatedKeys(
  db: Db,
  { minRelevance, pillar, partner, since }: CalendarFilter,
): Promise<TopicKey[]> {
  const where = and(
    minRelevance === undefined ? undefined : gte(topicScores.cityRelevance, minRelevance),
    pillar === undefined ? undefined : eq(topicScores.primaryPillar, pillar),
    partner === undefined
      ? undefined
      : sql`json_extract(${topicScores.partners}, ${`$."${partner.id}"`}) >= ${partner.minScore}`,
    sql`exists (select 1 from rounds r, json_each(r.deadlines) d where r.topic_key = ${topics.key} and d.value ->> 'at' >= ${since})`,
  );
  const rows = await db
    .select({ key: topics.key })
    .from(topicScores)
    .innerJoin(topics, eq(topics.key, topicScores.topicKey))
    .where(where)
    .orderBy(topics.key);
  return rows.map(({ key }) => key);
}
