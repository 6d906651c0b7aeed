import { and, eq, gte, lte, sql } from 'drizzle-orm';
import type { Day } from '../../../src/domain/topic.ts';
import { dossiers, interests, publicNotices, topics } from '../../schema/index.ts';
import type { Db } from '../../store.ts';

/** What a stranger may learn of a notice: its words and its call, never its dossier. */
const seen = (db: Db) =>
  db
    .select({
      notice: publicNotices,
      call: { key: dossiers.topicKey, title: dossiers.title, deadlineAt: dossiers.deadlineAt, url: topics.url },
      state: dossiers.state,
      answers: sql<number>`(select count(*) from ${interests} i
        where i.dossier_id = ${publicNotices.dossierId} and i.through = 'public-notice')`,
    })
    .from(publicNotices)
    .innerJoin(dossiers, eq(dossiers.id, publicNotices.dossierId))
    .leftJoin(topics, eq(topics.key, dossiers.topicKey));

export type SeenNotice = Awaited<ReturnType<typeof listNotices>>[number];

/** Notices open on a day, those that close first leading. */
export const listNotices = async (db: Db, today: Day) =>
  await seen(db)
    .where(and(lte(publicNotices.publishedOn, today), gte(publicNotices.closesOn, today)))
    .orderBy(publicNotices.closesOn, publicNotices.id)
    .limit(100);

export async function findNotice(db: Db, id: string): Promise<SeenNotice | null> {
  const [row] = await seen(db).where(eq(publicNotices.id, id));
  return row ?? null;
}
