import { type SQL, sql } from 'drizzle-orm';
import type { Instant, SubmissionStatus, TopicKey } from '../../src/domain/topic.ts';
import { topics } from '../schema/index.ts';
import type { Db } from '../store.ts';
import { rowsOf } from './rows-of.ts';
import type { Slice } from './slice.ts';
import { statusSql } from './status-sql.ts';

export interface PartnerMatchRow {
  key: TopicKey;
  score: number;
}

/** Topics that fit a partner and are not closed (or of the status asked for), the best first. */
export async function findPartnerMatches(
  db: Db,
  partnerId: string,
  status: SubmissionStatus | undefined,
  asOf: Instant,
  slice: Slice,
): Promise<{ items: PartnerMatchRow[]; total: number }> {
  const scored = scoredSql(partnerId, status, asOf);
  // Only what can stand on the page is sorted by name, which lies in the topics' own rows.
  const last = slice.offset + slice.limit - 1;
  const found = await rowsOf<PartnerMatchRow & { total: number }>(
    db,
    ['key', 'score', 'total'],
    sql`
    ${scored} select ${topics.key} as key, scored.score as score, (select count(*) from scored) as total
    from scored join topics on topics.id = scored.id
    where scored.score >= coalesce((select score from scored order by score desc limit 1 offset ${last}), 0)
    order by score desc, ${topics.identifier}, ${topics.reference} limit ${slice.limit} offset ${slice.offset}`,
  );
  if (found.length > 0 || slice.offset === 0) return { items: found, total: found[0]?.total ?? 0 };
  const [counted] = await rowsOf<{ total: number }>(db, ['total'], sql`${scored} select count(*) as total from scored`);
  return { items: [], total: counted?.total ?? 0 };
}

/**
 * The same after one topic, in the order in which topics came into the store, and where to go on: a score may move at any
 * time, that order never does.
 */
export async function findPartnerMatchesAfter(
  db: Db,
  partnerId: string,
  status: SubmissionStatus | undefined,
  after: number,
  asOf: Instant,
  slice: Slice,
): Promise<{ items: PartnerMatchRow[]; total: number; next: number }> {
  const found = await rowsOf<PartnerMatchRow & { id: number; total: number }>(
    db,
    ['id', 'key', 'score', 'total'],
    sql`
    ${scoredSql(partnerId, status, asOf, after)}
    select scored.id as id, ${topics.key} as key, scored.score as score, (select count(*) from scored) as total
    from scored join topics on topics.id = scored.id order by scored.id limit ${slice.limit} offset ${slice.offset}`,
  );
  return { items: found, total: found[0]?.total ?? 0, next: found.at(-1)?.id ?? after };
}

/**
 * `scored`: the topics of a status that fit a partner. The record is our own `JSON.stringify`: reading the number behind its
 * name is ten times faster than reading the JSON. It is read for topics of the status alone, and the
 * piece without the name at its head is of a topic that does not fit.
 */
function scoredSql(partnerId: string, status: SubmissionStatus | undefined, asOf: Instant, after = 0): SQL {
  const wanted =
    status === undefined ? sql`coalesce(${statusSql(asOf)}, '') <> 'closed'` : sql`${statusSql(asOf)} = ${status}`;
  const name = `${JSON.stringify(partnerId)}:`;
  return sql`with wanted as materialized (
      select ${topics.id} as id, ${topics.key} as key from topics
      where ${topics.id} > ${after} and ${topics.withdrawnAt} is null and ${wanted}
    ), piece as materialized (
      select wanted.id, substr(partners, instr(partners, ${name}), ${name.length + 24}) as text
      from wanted cross join topic_scores on topic_scores.topic_key = wanted.key
    ), scored as materialized (
      select id, cast(substr(text, ${name.length + 1}) as real) as score from piece
      where substr(text, 1, ${name.length}) = ${name} and cast(substr(text, ${name.length + 1}) as real) > 0
    )`;
}
