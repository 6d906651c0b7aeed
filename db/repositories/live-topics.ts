import { and, inArray, isNull, ne, or, sql } from 'drizzle-orm';
import type { TopicKind } from '../../src/domain/topic.ts';
import { rounds, topics } from '../schema/index.ts';
import type { Db } from '../store.ts';
import { inJson } from './insert-rows.ts';
import type { Statement } from './topics-write.ts';

/** Topics of a kind that may still be live by what the portal stated; dates are the caller's business. */
export async function readMaybeLive(db: Db, kind: TopicKind, sources: readonly string[]) {
  const where = and(
    sql`${topics.kind} = ${kind}`,
    inArray(topics.source, [...sources]),
    isNull(topics.withdrawnAt),
    or(isNull(topics.statedStatus), ne(topics.statedStatus, 'closed')),
  );
  const rows = await db.select().from(topics).where(where).orderBy(topics.id);
  const own = await db
    .select()
    .from(rounds)
    .where(
      inJson(
        rounds.topicKey,
        rows.map(({ key }) => key),
      ),
    )
    .orderBy(rounds.topicKey, rounds.seq);
  const topicsWithRounds = new Map(rows.map((row) => [row.key, { ...row, rounds: [] as typeof own }]));
  for (const round of own) topicsWithRounds.get(round.topicKey)?.rounds.push(round);
  return [...topicsWithRounds.values()];
}

export const SCANS_TO_WITHDRAW = 3;

/** Statements: a certified scan missed these topics; the third time in a row withdraws them. */
export function countMissing(db: Db, keys: readonly string[], at: string): Statement[] {
  if (keys.length === 0) return [];
  return [
    db
      .update(topics)
      .set({
        missedScans: sql`${topics.missedScans} + 1`,
        withdrawnAt: sql`case when ${topics.missedScans} + 1 >= ${SCANS_TO_WITHDRAW} then ${at} else ${topics.withdrawnAt} end`,
      })
      .where(inJson(topics.key, keys)),
  ];
}
