import { sql } from 'drizzle-orm';
import type { Db } from '../store.ts';

/** Deletes what only fills the store; each statement answers with what it deleted. Topics, changes and scans stay. */
export async function deleteOldLeases(db: Db, expiredBefore: string): Promise<number> {
  return (await db.all(sql`delete from leases where expires_at < ${expiredBefore} returning name`)).length;
}

/** Old run rows, but never the last done one of a job: the catch-up reads it. */
export async function deleteOldRuns(db: Db, startedBefore: string): Promise<number> {
  const rows = await db.all(sql`delete from job_runs where started_at < ${startedBefore}
    and id not in (select max(id) from job_runs where outcome = 'done' group by job) returning id`);
  return rows.length;
}

/** Raw documents that a newer version has superseded. */
export async function deleteSupersededDocuments(db: Db, supersededBefore: string): Promise<number> {
  return (await db.all(sql`delete from raw_documents where superseded_at < ${supersededBefore} returning hash`)).length;
}
