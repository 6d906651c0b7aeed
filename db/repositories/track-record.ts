import { and, desc, eq, inArray, isNull, lte, ne, or, type SQL, sql } from 'drizzle-orm';
import { topicWins, trackArchives, trackParticipations, trackProjects } from '../schema/index.ts';
import type { Db } from '../store.ts';
import { inJson, insertRows } from './insert-rows.ts';
import { rowsOf } from './rows-of.ts';

export type TrackArchive = typeof trackArchives.$inferSelect;
export type TrackProject = typeof trackProjects.$inferSelect;
export type TrackParticipation = typeof trackParticipations.$inferSelect;
export type TopicWins = typeof topicWins.$inferSelect;

/** All that one archive told. */
export interface TrackRecordRows {
  archive: TrackArchive;
  projects: readonly TrackProject[];
  participations: readonly TrackParticipation[];
  wins: readonly TopicWins[];
}

/** Statements that put what an archive tells in the place of what it told before; in one batch, or half of it is lost. */
export function replaceTrackRecord(db: Db, { archive, projects, participations, wins }: TrackRecordRows) {
  const name = archive.archive;
  return [
    db.delete(trackProjects).where(eq(trackProjects.archive, name)),
    db.delete(trackParticipations).where(eq(trackParticipations.archive, name)),
    db.delete(topicWins).where(eq(topicWins.archive, name)),
    db.delete(trackArchives).where(eq(trackArchives.archive, name)),
    ...insertRows(db, trackProjects, projects, added([trackProjects.archive, trackProjects.id])),
    ...insertRows(
      db,
      trackParticipations,
      participations,
      added([trackParticipations.archive, trackParticipations.project, trackParticipations.pic]),
    ),
    ...insertRows(db, topicWins, wins, added([topicWins.archive, topicWins.topic])),
    ...insertRows(db, trackArchives, [archive], added([trackArchives.archive])),
  ];
}

const added = <T>(target: T) => ({ target, replace: [] });

/** A statement: the server said that the archive has not changed. */
export function confirmArchive(db: Db, archive: string, checkedAt: string) {
  return db.update(trackArchives).set({ checkedAt }).where(eq(trackArchives.archive, archive));
}

export async function listArchives(db: Db): Promise<TrackArchive[]> {
  return await db.select().from(trackArchives).orderBy(trackArchives.archive);
}

export async function findArchive(db: Db, archive: string): Promise<TrackArchive | null> {
  const [row] = await db.select().from(trackArchives).where(eq(trackArchives.archive, archive));
  return row ?? null;
}

/** The numbers of each topic of an archive, as text to compare. */
export async function readWinCounts(db: Db, archive: string): Promise<Map<string, string>> {
  const { topic, projects, municipalities } = topicWins;
  const rows = await db
    .select({ topic, projects, municipalities })
    .from(topicWins)
    .where(eq(topicWins.archive, archive));
  return new Map(rows.map((row) => [row.topic, `${row.projects} ${row.municipalities}`]));
}

/** What became of every topic that an archive tells of. */
export async function listWins(db: Db): Promise<TopicWins[]> {
  return await db.select().from(topicWins).orderBy(topicWins.archive, topicWins.topic);
}

/** The wins of the topics that are spelled in one compared form. */
export async function findWins(db: Db, comparedForm: string): Promise<TopicWins[]> {
  return await db.select().from(topicWins).where(eq(topicWins.comparedForm, comparedForm)).orderBy(topicWins.archive);
}

/** The wins of a family of topics but one, none of a later year, the latest first. */
export async function findFamilyWins(
  db: Db,
  family: string,
  { notForm, before, limit }: { notForm: string; before: number | null; limit: number },
): Promise<TopicWins[]> {
  const earlier = before === null ? undefined : or(isNull(topicWins.year), lte(topicWins.year, before));
  return await db
    .select()
    .from(topicWins)
    .where(and(eq(topicWins.family, family), ne(topicWins.comparedForm, notForm), earlier))
    .orderBy(desc(topicWins.year), desc(topicWins.municipalities), topicWins.topic)
    .limit(limit);
}

/** The kept projects of some topics, each with the topic that was asked for. */
export async function findTopicProjects(db: Db, topics: readonly string[]): Promise<TrackProject[]> {
  return await db
    .select()
    .from(trackProjects)
    .where(isOf(topics))
    .orderBy(desc(trackProjects.startOn), trackProjects.id);
}

/** Who of ours took part in the kept projects of some topics. */
export async function findTopicParticipations(db: Db, topics: readonly string[]): Promise<TrackParticipation[]> {
  const projects = db.select({ id: trackProjects.id }).from(trackProjects).where(isOf(topics));
  return await db.select().from(trackParticipations).where(inArray(trackParticipations.project, projects));
}

const isOf = (topics: readonly string[]): SQL =>
  sql`exists (select 1 from json_each(${trackProjects.topics}) as own
    where own.value in (select value from json_each(${JSON.stringify(topics)})))`;

/** What some PICs took part in, the latest project first; without PICs, what all partners did. */
export async function listParticipations(db: Db, pics?: readonly string[]) {
  const rows = await db
    .select({ participation: trackParticipations, project: trackProjects })
    .from(trackParticipations)
    .innerJoin(
      trackProjects,
      and(eq(trackProjects.archive, trackParticipations.archive), eq(trackProjects.id, trackParticipations.project)),
    )
    .where(pics === undefined ? undefined : inJson(trackParticipations.pic, pics))
    .orderBy(desc(trackProjects.startOn), trackProjects.id, trackParticipations.pic);
  return rows;
}

/** The titles of the topics in which a partner of ours took part. */
export async function readWonTitles(db: Db): Promise<Map<string, string>> {
  const rows = await rowsOf<{ topic: string; title: string }>(
    db,
    ['topic', 'title'],
    sql`
    select distinct topic, title from topic_wins
    where title is not null and topic in (
      select own.value from track_projects join track_participations as part
        on part.archive = track_projects.archive and part.project = track_projects.id, json_each(track_projects.topics) as own)`,
  );
  return new Map(rows.map(({ topic, title }) => [topic, title]));
}
