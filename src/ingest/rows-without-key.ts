import { findKeysByAlias } from '../../db/repositories/topics-write.ts';
import type { Issue } from '../domain/issue.ts';
import type { ScanReason } from '../domain/scan.ts';
import type { TopicKind } from '../domain/topic.ts';
import type { KeylessRow, PassPage } from '../sources/reading.ts';
import type { Intake } from './intake.ts';
import { noteOnScan } from './note-on-scan.ts';
import type { ScanContext } from './scan-context.ts';

/** More of them than this are no oddity but an index that lost a field: nothing is proved by it. */
const fewOf = (total: number): number => Math.max(3, Math.floor(total / 100));

/**
 * A sort leaves out the rows that lack its field (PORTAL-CONTRACT §2.1), so the sorted total is held against an unsorted
 * one; one that moved meanwhile is asked for twice. A few more rows, asked for by themselves and shown to lack the field,
 * explain the difference: they are taken by their reference where that is their key, and each is an issue. Anything else
 * proves nothing, and says why.
 */
export async function checkControlCount(scan: ScanContext, kind: TopicKind, total: number, intake: Intake) {
  let count = await scan.reading.count(kind);
  if (count !== total) count = await scan.reading.count(kind);
  if (count === total) return [];
  const left = count - total;
  const page = left > 0 && left <= fewOf(total) ? await leftOut(scan, kind, intake) : null;
  if (page !== null && page.problems.length === 0 && page.total === left && differentRows(page) === left) {
    await intake.addFull(page.rows);
    await takeKeyless(scan, page.keyless, intake);
    return [];
  }
  const detail = `${total} rows sorted, ${count} unsorted`;
  return [{ reason: 'control-count-differs' as const satisfies ScanReason, detail }];
}

const differentRows = ({ rows, keyless }: PassPage): number =>
  new Set([...rows, ...keyless].map(({ reference }) => reference)).size;

/** So few that they stand on one page. */
async function leftOut(scan: ScanContext, kind: TopicKind, intake: Intake): Promise<PassPage | null> {
  const names = new Set([...intake.seen.values()].map(({ name }) => name));
  for await (const page of scan.reading.unsorted(kind, [...names])) return page;
  return null;
}

/** A known topic that lost its identifier is still there, as its reference tells; of another nothing can be made. */
export async function takeKeyless(scan: ScanContext, rows: readonly KeylessRow[], intake: Intake): Promise<void> {
  if (rows.length === 0) return;
  const known = await findKeysByAlias(
    scan.db,
    rows.map(({ reference }) => reference),
  );
  for (const { reference } of rows) {
    const key = known.get(reference);
    if (key !== undefined) intake.addSighting(reference, key);
  }
  const issues = rows.map(
    ({ reference, field, title }): Issue => ({
      kind: 'row-without-key',
      subject: reference,
      message: `the row has no ${field}`,
      value: title,
    }),
  );
  await noteOnScan(scan, issues);
}
