import { and, eq, isNull, sql } from 'drizzle-orm';
import type { PillarLabel } from '../../../src/domain/desk/triage/triage-decision.ts';
import type { Instant, TopicKey } from '../../../src/domain/topic.ts';
import { pillarLabels, triageDecisions } from '../../schema/index.ts';
import type { Db } from '../../store.ts';
import type { Write } from './write-together.ts';

export type DecisionRow = typeof triageDecisions.$inferSelect;
export type NewDecision = typeof triageDecisions.$inferInsert;

/** The standing decisions, the latest first. */
export const readDecisions = async (db: Db): Promise<DecisionRow[]> =>
  await db
    .select()
    .from(triageDecisions)
    .where(isNull(triageDecisions.supersededAt))
    .orderBy(sql`${triageDecisions.id} desc`);

export async function findDecision(db: Db, topicKey: TopicKey, roundSeq: number): Promise<DecisionRow | null> {
  const [row] = await db
    .select()
    .from(triageDecisions)
    .where(
      and(
        eq(triageDecisions.topicKey, topicKey),
        eq(triageDecisions.roundSeq, roundSeq),
        isNull(triageDecisions.supersededAt),
      ),
    );
  return row ?? null;
}

/** One standing decision a round: the second of two people breaks the key. */
export const insertDecision = (db: Db, row: NewDecision): Write => db.insert(triageDecisions).values(row);

export const supersedeDecision = (db: Db, id: number, at: Instant): Write =>
  db.update(triageDecisions).set({ supersededAt: at }).where(eq(triageDecisions.id, id));

export const insertLabel = (db: Db, { key, ...label }: PillarLabel): Write =>
  db.insert(pillarLabels).values({ ...label, topicKey: key, corrected: [...label.corrected] });

/** Corrections by topic. */
export async function readLabels(db: Db, keys: readonly TopicKey[]): Promise<Map<TopicKey, PillarLabel[]>> {
  const rows = await db
    .select()
    .from(pillarLabels)
    .where(sql`${pillarLabels.topicKey} in (select value from json_each(${JSON.stringify(keys)}))`)
    .orderBy(pillarLabels.id);
  const labels = new Map<TopicKey, PillarLabel[]>();
  for (const { id: _id, topicKey: key, ...row } of rows) labels.set(key, [...(labels.get(key) ?? []), { key, ...row }]);
  return labels;
}
