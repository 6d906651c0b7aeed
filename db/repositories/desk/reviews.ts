import { eq, isNull, sql } from 'drizzle-orm';
import type { Dissent } from '../../../src/domain/desk/board/minutes.ts';
import type { DossierId, PersonId } from '../../../src/domain/desk/people/person.ts';
import type { AgreedValues } from '../../../src/domain/desk/review/collegial.ts';
import { BEFORE_THE_TABLE, type Review } from '../../../src/domain/desk/review/review.ts';
import { collegialEvaluations, comments, dossiers, objectives, reviews } from '../../schema/index.ts';
import type { Db } from '../../store.ts';
import { reviewOf, type StoredReview } from './nouns.ts';
import { versionAfter, type Write } from './write-together.ts';

export type NewReview = typeof reviews.$inferInsert;

export const insertReview = (db: Db, row: NewReview): Write => db.insert(reviews).values(row);

/** Writes what became of a sheet, from the version that was read. */
export const updateReview = (db: Db, read: number, review: Review): Write => {
  const { state, declaration, scores, deliveredAt, withdrawals, setAside } = review;
  return db
    .update(reviews)
    .set({
      state,
      declaration,
      scores,
      deliveredAt,
      withdrawals,
      setAside,
      version: versionAfter(reviews.version, read),
    })
    .where(eq(reviews.id, review.id));
};

/**
 * Sheets on dossiers whose table has not opened, a person's load being the count of theirs. Whatever became of the sheet: a
 * load that falls when somebody delivers would tell a blind reader who appoints for another dossier.
 */
export async function countReviewLoads(db: Db): Promise<Map<PersonId, { open: number; lastAppointedAt: string }>> {
  const collecting = sql`select value from json_each(${JSON.stringify(BEFORE_THE_TABLE)})`;
  const rows = await db
    .select({
      personId: reviews.personId,
      open: sql<number>`sum(coalesce(${dossiers.suspendedFrom}, ${dossiers.state}) in (${collecting}))`,
      lastAppointedAt: sql<string>`max(${reviews.appointedAt})`,
    })
    .from(reviews)
    .innerJoin(dossiers, eq(dossiers.id, reviews.dossierId))
    .groupBy(reviews.personId);
  return new Map(rows.map(({ personId, ...load }) => [personId, load]));
}

export const ownReviews = (db: Db, personId: PersonId) =>
  db.select().from(reviews).where(eq(reviews.personId, personId)).orderBy(reviews.dueOn);

export const readOwnReviews = async (db: Db, personId: PersonId): Promise<StoredReview[]> =>
  (await ownReviews(db, personId)).map(reviewOf);

export const openCollegial = (db: Db, row: typeof collegialEvaluations.$inferInsert): Write =>
  db
    .insert(collegialEvaluations)
    .values(row)
    .onConflictDoUpdate({
      target: collegialEvaluations.dossierId,
      set: { c7: row.c7 ?? null, openedBy: row.openedBy, openedAt: row.openedAt },
    });

export const updateCollegial = (
  db: Db,
  dossierId: DossierId,
  read: number,
  change: { agreed?: AgreedValues; dissents?: Dissent[]; quorumWaivedBy?: PersonId; quorumWaiverReason?: string },
): Write =>
  db
    .update(collegialEvaluations)
    .set({ ...change, version: versionAfter(collegialEvaluations.version, read) })
    .where(eq(collegialEvaluations.dossierId, dossierId));

export const insertComment = (db: Db, row: typeof comments.$inferInsert): Write => db.insert(comments).values(row);

export type ObjectiveRow = typeof objectives.$inferSelect;

export const readObjectives = async (db: Db): Promise<ObjectiveRow[]> =>
  await db.select().from(objectives).where(isNull(objectives.retiredAt)).orderBy(objectives.group, objectives.plan);

export const insertObjective = (db: Db, row: typeof objectives.$inferInsert): Write =>
  db.insert(objectives).values(row);
