import { eq, sql } from 'drizzle-orm';
import type { Adhesion } from '../../../src/domain/desk/board/adhesion.ts';
import type { BodyId, DossierId, PersonId } from '../../../src/domain/desk/people/person.ts';
import type { MilestoneKind } from '../../../src/domain/desk/plan/plan-track.ts';
import type { Instant } from '../../../src/domain/topic.ts';
import { adhesions, dossierPlaces, interests, outcomes, planProgress, publicNotices } from '../../schema/index.ts';
import type { Db } from '../../store.ts';
import { versionAfter, type Write } from './write-together.ts';

export type InterestRow = typeof interests.$inferSelect;

/** A body has one expression a dossier: saying it again changes it. */
export const saveInterest = (db: Db, row: typeof interests.$inferInsert): Write => {
  const { id: _id, dossierId: _dossier, bodyId: _body, ...change } = row;
  return db
    .insert(interests)
    .values(row)
    .onConflictDoUpdate({
      target: [interests.dossierId, interests.bodyId],
      set: { ...change, withdrawnAt: null, version: sql`${interests.version} + 1` },
    });
};

/** An expression that must be the first of its body: a second one breaks the key. */
export const insertInterest = (db: Db, row: typeof interests.$inferInsert): Write => db.insert(interests).values(row);

export const withdrawInterest = (db: Db, { id, version }: InterestRow, at: Instant): Write =>
  db
    .update(interests)
    .set({ withdrawnAt: at, version: versionAfter(interests.version, version) })
    .where(eq(interests.id, id));

export const insertPlace = (db: Db, row: typeof dossierPlaces.$inferInsert): Write =>
  db.insert(dossierPlaces).values(row);

export const leavePlace = (db: Db, id: number, at: Instant): Write =>
  db.update(dossierPlaces).set({ leftAt: at }).where(eq(dossierPlaces.id, id));

export const insertNotice = (db: Db, row: typeof publicNotices.$inferInsert): Write =>
  db.insert(publicNotices).values(row);

/** Bodies whose answer is awaited; those that answered already keep their answer. */
export const awaitAdhesions = (db: Db, rows: readonly Adhesion[]): Write[] =>
  rows.map((row) => db.insert(adhesions).values(row).onConflictDoNothing());

export const updateAdhesion = (db: Db, read: number, { dossierId, bodyId, ...answer }: Adhesion): Write =>
  db
    .update(adhesions)
    .set({ ...answer, version: versionAfter(adhesions.version, read) })
    .where(sql`${adhesions.dossierId} = ${dossierId} and ${adhesions.bodyId} = ${bodyId}`);

/** Answers awaited from some bodies, for *Oggi*. */
export const awaitedFrom = (db: Db, bodies: readonly BodyId[]) =>
  db
    .select()
    .from(adhesions)
    .where(
      sql`${adhesions.state} = 'waiting' and ${adhesions.bodyId} in (select value from json_each(${JSON.stringify(bodies)}))`,
    );

export const readAwaited = async (db: Db, bodies: readonly BodyId[]) => await awaitedFrom(db, bodies);

export const markMilestone = (
  db: Db,
  row: { dossierId: DossierId; stage: number; kind: MilestoneKind; doneBy: PersonId | null; doneAt: Instant | null },
): Write =>
  db
    .insert(planProgress)
    .values(row)
    .onConflictDoUpdate({
      target: [planProgress.dossierId, planProgress.stage, planProgress.kind],
      set: { doneBy: row.doneBy, doneAt: row.doneAt, version: sql`${planProgress.version} + 1` },
    });

export const saveOutcome = (db: Db, row: typeof outcomes.$inferInsert): Write => {
  const { dossierId: _dossier, stage: _stage, ...change } = row;
  return db
    .insert(outcomes)
    .values(row)
    .onConflictDoUpdate({
      target: [outcomes.dossierId, outcomes.stage],
      set: { ...change, version: sql`${outcomes.version} + 1` },
    });
};
