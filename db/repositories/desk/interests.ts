import { and, desc, eq, isNotNull, isNull } from 'drizzle-orm';
import type { OpinionState } from '../../../src/domain/desk/dossier/state.ts';
import type { BodyId, DossierId } from '../../../src/domain/desk/people/person.ts';
import type { Instant, TopicKey } from '../../../src/domain/topic.ts';
import { dossiers, interests, opinions } from '../../schema/index.ts';
import type { Db } from '../../store.ts';
import { inJson } from '../insert-rows.ts';
import type { InterestRow as Row } from './consortium.ts';

export type InterestRow = Row & { topic: TopicKey | null };

const select = (db: Db) =>
  db
    .select({ interest: interests, topic: dossiers.topicKey })
    .from(interests)
    .leftJoin(dossiers, eq(dossiers.id, interests.dossierId));

/** One body's own expressions, the newest first. */
export async function listInterestsOf(db: Db, bodyId: BodyId): Promise<InterestRow[]> {
  const rows = await select(db).where(eq(interests.bodyId, bodyId)).orderBy(desc(interests.expressedAt), interests.id);
  return rows.map(({ interest, topic }) => ({ ...interest, topic }));
}

export async function findInterest(db: Db, id: string): Promise<InterestRow | null> {
  const [row] = await select(db).where(eq(interests.id, id));
  return row === undefined ? null : { ...row.interest, topic: row.topic };
}

export async function findInterestOf(db: Db, dossierId: DossierId, bodyId: BodyId): Promise<InterestRow | null> {
  const [row] = await select(db).where(and(eq(interests.dossierId, dossierId), eq(interests.bodyId, bodyId)));
  return row === undefined ? null : { ...row.interest, topic: row.topic };
}

/** The opinions that the president has confirmed and nothing has replaced. */
export async function readConfirmedOpinions(
  db: Db,
  ids: readonly DossierId[],
): Promise<Map<DossierId, { kind: OpinionState; confirmedAt: Instant | null }>> {
  const rows = await db
    .select({ id: opinions.dossierId, kind: opinions.kind, confirmedAt: opinions.confirmedAt })
    .from(opinions)
    .where(and(inJson(opinions.dossierId, ids), isNotNull(opinions.confirmedAt), isNull(opinions.supersededAt)));
  return new Map(rows.map(({ id, ...opinion }) => [id, opinion]));
}
