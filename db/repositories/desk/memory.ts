import { sql } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import { dossiers, outcomes, projects } from '../../schema/index.ts';
import type { Db } from '../../store.ts';
import { readTogether } from '../read-together.ts';
import type { DossierRow } from './dossiers.ts';

/** Earlier dossiers of a topic or its family, each with the reason of its last step and what became of it; and projects. */
export async function readRelated(db: Db, { id, topicKey, family }: Pick<DossierRow, 'id' | 'topicKey' | 'family'>) {
  if (topicKey === null && family === null) return { dossiers: [], projects: [] };
  const ofFamily = (own: { topicKey: SQLiteColumn; family: SQLiteColumn }) =>
    sql`(${own.topicKey} = ${topicKey} or ${own.family} = ${family})`;
  const [rows, answers, running] = await readTogether(db, [
    db
      .select({
        id: dossiers.id,
        topicKey: dossiers.topicKey,
        family: dossiers.family,
        title: dossiers.title,
        openedOn: dossiers.openedOn,
        state: dossiers.state,
        role: dossiers.role,
        reason: sql<
          string | null
        >`(select reason from dossier_events e where e.dossier_id = ${dossiers.id} order by e.version desc limit 1)`,
      })
      .from(dossiers)
      .where(sql`${dossiers.id} <> ${id} and ${ofFamily(dossiers)}`)
      .orderBy(sql`${dossiers.openedOn} desc`)
      .limit(12),
    db
      .select()
      .from(outcomes)
      .where(sql`${outcomes.dossierId} in (select id from ${dossiers} where ${ofFamily(dossiers)})`)
      .orderBy(outcomes.stage),
    db
      .select({
        id: projects.id,
        acronym: projects.acronym,
        startsOn: projects.startsOn,
        endsOn: projects.endsOn,
      })
      .from(projects)
      .where(ofFamily(projects))
      .orderBy(sql`${projects.startsOn} desc`)
      .limit(12),
  ]);
  return {
    dossiers: rows.map((row) => ({
      ...row,
      outcome: answers.findLast(({ dossierId }) => dossierId === row.id) ?? null,
    })),
    projects: running,
  };
}
