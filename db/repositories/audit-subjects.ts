import { sql } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import { cityRequests, dossiers, projects, sittings, topics } from '../schema/index.ts';
import type { Db } from '../store.ts';
import type { AuditRow } from './audit-log.ts';
import { readTogether } from './read-together.ts';

/** What each line of the log was done to, as people call it, by `subjectOf`: a call's title, an asker, an instant. One statement. */
export async function readSubjectNames(
  db: Db,
  rows: readonly Pick<AuditRow, 'subjectKind' | 'subjectId'>[],
): Promise<Map<string, string>> {
  const among = (kind: string, id: SQLiteColumn) => {
    const ids = rows.flatMap(({ subjectKind, subjectId }) => (subjectKind === kind ? [subjectId] : []));
    return sql`${id} in (select value from json_each(${JSON.stringify([...new Set(ids)])}))`;
  };
  const [ofDossiers, ofRequests, ofProjects, ofSittings, ofTopics] = await readTogether(db, [
    db.select({ id: dossiers.id, name: dossiers.title }).from(dossiers).where(among('dossier', dossiers.id)),
    db
      .select({ id: cityRequests.id, name: sql<string>`json_extract(${cityRequests.asker}, '$.organisation')` })
      .from(cityRequests)
      .where(among('request', cityRequests.id)),
    db.select({ id: projects.id, name: projects.acronym }).from(projects).where(among('project', projects.id)),
    db.select({ id: sittings.id, name: sittings.at }).from(sittings).where(among('sitting', sittings.id)),
    db.select({ id: topics.key, name: topics.title }).from(topics).where(among('topic', topics.key)),
  ]);
  const named = { dossier: ofDossiers, request: ofRequests, project: ofProjects, sitting: ofSittings, topic: ofTopics };
  return new Map(
    Object.entries(named).flatMap(([subjectKind, found]) =>
      found.map(({ id, name }) => [subjectOf({ subjectKind, subjectId: id }), name] as const),
    ),
  );
}

/** The key of a subject in such a map. */
export const subjectOf = ({ subjectKind, subjectId }: Pick<AuditRow, 'subjectKind' | 'subjectId'>): string =>
  `${subjectKind} ${subjectId}`;
