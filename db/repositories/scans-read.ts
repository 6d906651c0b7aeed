import { and, desc, eq, gt, isNotNull, sql } from 'drizzle-orm';
import { scanLevels, scans } from '../schema/index.ts';
import type { Db } from '../store.ts';
import { readTogether } from './read-together.ts';
import { rowsOf } from './rows-of.ts';
import type { Slice } from './slice.ts';

export type ScanRow = typeof scans.$inferSelect;
export type ScanLevelRow = typeof scanLevels.$inferSelect;

/** Finished scans, the newest first. */
export async function findScans(
  db: Db,
  source: string | undefined,
  slice: Slice,
): Promise<{ items: ScanRow[]; total: number }> {
  const where = and(isNotNull(scans.finishedAt), source === undefined ? undefined : eq(scans.source, source));
  const [[{ total } = { total: 0 }], items] = await readTogether(db, [
    db.select({ total: sql<number>`count(*)` }).from(scans).where(where),
    db.select().from(scans).where(where).orderBy(desc(scans.id)).limit(slice.limit).offset(slice.offset),
  ]);
  return { items, total };
}

/** Finished scans after one, in the order in which they began, up to the first that still runs: it will finish among them. */
export async function findScansAfter(
  db: Db,
  source: string | undefined,
  after: number,
  { limit }: Pick<Slice, 'limit'>,
): Promise<{ items: ScanRow[]; total: number }> {
  const ofSource = source === undefined ? undefined : eq(scans.source, source);
  const where = and(
    ofSource,
    gt(scans.id, after),
    sql`${scans.id} < coalesce((select min(id) from scans where finished_at is null), ${Number.MAX_SAFE_INTEGER})`,
  );
  const [[{ total } = { total: 0 }], items] = await readTogether(db, [
    db
      .select({ total: sql<number>`count(*)` })
      .from(scans)
      .where(and(isNotNull(scans.finishedAt), ofSource)),
    db.select().from(scans).where(where).orderBy(scans.id).limit(limit),
  ]);
  return { items, total };
}

/** The last finished scan of each source and the last certified one; either may be missing. */
export async function lastScans(db: Db): Promise<{ last: ScanRow[]; certified: ScanRow[] }> {
  const newest = (onlyCertified: boolean) =>
    db
      .select()
      .from(scans)
      .where(
        sql`${scans.id} in (select max(id) from scans where finished_at is not null and archive is null
          ${onlyCertified ? sql`and verdict = 'certified'` : sql``} group by source)`,
      )
      .orderBy(scans.source);
  const [last, certified] = await readTogether(db, [newest(false), newest(true)]);
  return { last, certified };
}

/** The last finished scan of each archive of a source. */
export async function lastArchiveScans(db: Db, source: string): Promise<ScanRow[]> {
  return await db
    .select()
    .from(scans)
    .where(
      sql`${scans.id} in (select max(id) from scans where finished_at is not null and archive is not null
        and source = ${source} group by archive)`,
    )
    .orderBy(scans.archive);
}

/** When a source began to fail without a break: the start of its first failed scan since the last certified one. */
export async function failingSince(db: Db, source: string): Promise<string | null> {
  const [row] = await rowsOf<{ since: string | null }>(
    db,
    ['since'],
    sql`
    select min(started_at) as since from scans
    where source = ${source} and verdict = 'failed' and archive is null
      and id > coalesce((select max(id) from scans where source = ${source} and verdict = 'certified' and archive is null), 0)`,
  );
  return row?.since ?? null;
}

export async function readScanLevels(db: Db): Promise<ScanLevelRow[]> {
  return await db.select().from(scanLevels).orderBy(scanLevels.source, scanLevels.kind, scanLevels.archive);
}
