import { desc, eq, sql } from 'drizzle-orm';
import { jobRuns, leases } from '../schema/index.ts';
import type { Db } from '../store.ts';

export type JobRun = typeof jobRuns.$inferSelect;
export type JobOutcome = NonNullable<JobRun['outcome']>;

/**
 * Takes a lease unless somebody else holds it; one statement, so that two processes cannot both win. Times are real.
 * Returns whether it is ours now.
 */
export async function takeLease(
  db: Db,
  name: string,
  holder: string,
  now: string,
  expiresAt: string,
): Promise<boolean> {
  const rows = await db.all(sql`
    insert into leases (name, holder, expires_at) values (${name}, ${holder}, ${expiresAt})
    on conflict (name) do update set holder = excluded.holder, expires_at = excluded.expires_at
      where leases.expires_at <= ${now} or leases.holder = excluded.holder
    returning name`);
  return rows.length > 0;
}

export async function releaseLease(db: Db, name: string, holder: string): Promise<void> {
  await db.delete(leases).where(sql`${leases.name} = ${name} and ${leases.holder} = ${holder}`);
}

export async function startRun(db: Db, job: string, startedAt: string): Promise<number> {
  const [row] = await db.insert(jobRuns).values({ job, startedAt, counts: {} }).returning({ id: jobRuns.id });
  if (row === undefined) throw new Error('the store returned no id for a new job run');
  return row.id;
}

export async function finishRun(
  db: Db,
  id: number,
  end: { finishedAt: string; outcome: JobOutcome; counts: Record<string, number>; message: string | null },
): Promise<void> {
  await db.update(jobRuns).set(end).where(eq(jobRuns.id, id));
}

/** The start of the last run of each job that did its work. */
export async function lastDoneRuns(db: Db): Promise<Map<string, string>> {
  const rows = await db.all<{ job: string; at: string }>(
    sql`select job, max(started_at) as at from job_runs where outcome = 'done' group by job`,
  );
  return new Map(rows.map((row) => [row.job, row.at]));
}

/** When the store's first job ran: about when the store was made. Null before that. */
export async function firstRunAt(db: Db): Promise<string | null> {
  const [row] = await db.all<{ at: string | null }>(sql`select min(started_at) as at from job_runs`);
  return row?.at ?? null;
}

export async function listRuns(db: Db, limit: number): Promise<JobRun[]> {
  return await db.select().from(jobRuns).orderBy(desc(jobRuns.id)).limit(limit);
}
