import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import type { ScanCertificate, ScanCounts } from '../../src/domain/scan.ts';
import { scans } from '../schema/index.ts';
import type { Db } from '../store.ts';

/** Writes that a reading has begun; the row stays unfinished until `finishScan`, or until somebody finds it so. */
export async function startScan(
  db: Db,
  scan: { source: string; archive: string | null; startedAt: string },
): Promise<number> {
  const [row] = await db
    .insert(scans)
    .values({ ...scan, reasons: [] })
    .returning({ id: scans.id });
  if (row === undefined) throw new Error('the store returned no id for a new scan');
  return row.id;
}

/** A statement: what the reading proved, and what came of it. */
export function finishScan(db: Db, id: number, certificate: ScanCertificate, counts: ScanCounts) {
  const { verdict, reasons, finishedAt, kinds } = certificate;
  const passes = Math.max(0, ...kinds.map((kind) => kind.passes));
  const { topics, added, changed, withdrawn } = counts;
  return db
    .update(scans)
    .set({ verdict, reasons, finishedAt, certificate, passes, topics, added, changed, withdrawn })
    .where(eq(scans.id, id));
}

/** Scans that nobody finished. Only for the holder of the source's lease: any other scan may be running. */
export async function findUnfinishedScans(db: Db, source: string) {
  return await db
    .select()
    .from(scans)
    .where(and(eq(scans.source, source), isNull(scans.finishedAt)));
}

export async function hasCertifiedScan(db: Db, source: string): Promise<boolean> {
  const rows = await db
    .select({ id: scans.id })
    .from(scans)
    .where(and(eq(scans.source, source), eq(scans.verdict, 'certified'), isNull(scans.archive)))
    .orderBy(desc(scans.id))
    .limit(1);
  return rows.length > 0;
}

/** The last certificate of a source, its own stream or one archive. */
export async function findLastCertificate(db: Db, source: string, archive: string | null) {
  const [row] = await db
    .select({ certificate: scans.certificate })
    .from(scans)
    .where(and(eq(scans.source, source), sql`${scans.archive} is ${archive}`, sql`${scans.finishedAt} is not null`))
    .orderBy(desc(scans.id))
    .limit(1);
  return row?.certificate ?? null;
}
