import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Instant } from '../../../src/domain/topic.ts';
import { cityAnswers, cityOffers, dossierPlaces, dossiers, topics } from '../../schema/index.ts';
import type { Db } from '../../store.ts';
import { readTogether } from '../read-together.ts';
import type { Write } from './write-together.ts';

export type OfferRow = typeof cityOffers.$inferSelect;
export type AnswerRow = typeof cityAnswers.$inferSelect;

export const insertOffer = (db: Db, row: OfferRow): Write => db.insert(cityOffers).values(row);

/** Only an offer that stands can be taken back; the row is touched once. */
export const withdrawOffer = (db: Db, id: string, at: Instant): Write =>
  db
    .update(cityOffers)
    .set({ withdrawnAt: at })
    .where(and(eq(cityOffers.id, id), isNull(cityOffers.withdrawnAt)));

/** An offer with what a stranger may learn of its call, and what one city has answered so far, the newest first. */
export async function findOffer(db: Db, id: string, city: string) {
  const [[found], answers] = await readTogether(db, [
    db
      .select({
        offer: cityOffers,
        call: {
          title: dossiers.title,
          programme: dossiers.programme,
          deadlineAt: dossiers.deadlineAt,
          url: topics.url,
        },
        ownerId: dossiers.ownerId,
        state: dossiers.state,
      })
      .from(cityOffers)
      .innerJoin(dossiers, eq(dossiers.id, cityOffers.dossierId))
      .leftJoin(topics, eq(topics.key, cityOffers.topicKey))
      .where(eq(cityOffers.id, id)),
    db
      .select()
      .from(cityAnswers)
      .where(and(eq(cityAnswers.offerId, id), eq(cityAnswers.city, city)))
      .orderBy(sql`${cityAnswers.id} desc`),
  ]);
  return found === undefined ? null : { ...found, answers };
}

export const insertAnswer = (db: Db, row: typeof cityAnswers.$inferInsert): Write => db.insert(cityAnswers).values(row);

/** A city's earlier seat makes room for what it says now. */
export const leaveSeatsFrom = (db: Db, sourceId: string, at: Instant): Write =>
  db
    .update(dossierPlaces)
    .set({ leftAt: at })
    .where(
      and(eq(dossierPlaces.source, 'other-city'), eq(dossierPlaces.sourceId, sourceId), isNull(dossierPlaces.leftAt)),
    );
