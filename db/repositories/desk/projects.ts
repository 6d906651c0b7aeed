import { eq, sql } from 'drizzle-orm';
import type { Project } from '../../../src/domain/desk/plan/project.ts';
import type { Pillar } from '../../../src/domain/pillar.ts';
import { groupPages, outcomes, projectDeadlines, projects } from '../../schema/index.ts';
import type { Db } from '../../store.ts';
import { readTogether } from '../read-together.ts';
import { projectOf } from './nouns.ts';
import { versionAfter, type Write } from './write-together.ts';

export async function readProjects(db: Db): Promise<Project[]> {
  const [rows, deadlines] = await readTogether(db, projectReads(db));
  return rows.map((row) => projectOf(row, deadlines));
}

/** The selects that make projects, so that others can read them along with something else. */
export const projectReads = (db: Db) =>
  [
    db.select().from(projects).orderBy(sql`${projects.endsOn} desc`, projects.acronym),
    db.select().from(projectDeadlines).orderBy(projectDeadlines.dueOn),
  ] as const;

/** What the Commission had answered to the dossiers that became projects, stage by stage. */
export const readOutcomesOfProjects = async (db: Db) =>
  await db
    .select()
    .from(outcomes)
    .where(sql`${outcomes.dossierId} in (select dossier_id from ${projects})`)
    .orderBy(outcomes.stage);

/** One project as its page shows it: deadlines with their numbers, where its facts come from, the version to change. */
export async function findProject(db: Db, id: string) {
  const [[row], deadlines] = await readTogether(db, [
    db.select().from(projects).where(eq(projects.id, id)),
    db.select().from(projectDeadlines).where(eq(projectDeadlines.projectId, id)).orderBy(projectDeadlines.dueOn),
  ]);
  return row === undefined ? null : { ...row, deadlines };
}
export type ProjectFile = NonNullable<Awaited<ReturnType<typeof findProject>>>;

export const insertProject = (db: Db, row: typeof projects.$inferInsert): Write => db.insert(projects).values(row);

export const updateProject = (db: Db, id: string, read: number, change: Partial<typeof projects.$inferInsert>): Write =>
  db
    .update(projects)
    .set({ ...change, version: versionAfter(projects.version, read) })
    .where(eq(projects.id, id));

export const markDeadline = (db: Db, id: number, doneOn: string | null): Write =>
  db.update(projectDeadlines).set({ doneOn }).where(eq(projectDeadlines.id, id));

/** Projects that the store does not know yet; known ones stay as people have edited them. */
export const insertProjects = (db: Db, rows: readonly (typeof projects.$inferInsert)[]): Write[] =>
  rows.map((row) => db.insert(projects).values(row).onConflictDoNothing());

export const insertProjectDeadline = (db: Db, row: typeof projectDeadlines.$inferInsert): Write =>
  db.insert(projectDeadlines).values(row);

export async function readGroupPage(db: Db, group: Pillar) {
  const [row] = await db.select().from(groupPages).where(eq(groupPages.group, group));
  return row ?? null;
}

export const saveGroupPage = (db: Db, row: typeof groupPages.$inferInsert): Write =>
  db
    .insert(groupPages)
    .values(row)
    .onConflictDoUpdate({
      target: groupPages.group,
      set: {
        nextMeetingAt: row.nextMeetingAt,
        place: row.place,
        agenda: row.agenda,
        version: sql`${groupPages.version} + 1`,
      },
    });
