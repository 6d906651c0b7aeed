import { z } from 'zod';
import { findScans, findScansAfter, type ScanRow } from '../../../db/repositories/scans-read.ts';
import type { ScanCertificate } from '../../domain/scan.ts';
import type { Page } from '../../domain/topic-card.ts';
import type { Deps } from '../deps.ts';
import { pagingSchema, toPage, toSlice } from '../paging.ts';
import { afterNumber, type WalkPage } from '../walk.ts';

export const listScansSchema = z.strictObject({
  ...pagingSchema.shape,
  source: z.string().max(60).optional(),
  /** Walk instead of leaf through: what was read after the scan of this number, the oldest first. */
  after: afterNumber.optional(),
});
export type ListScansQuery = z.output<typeof listScansSchema>;

export type ScanCard = Omit<ScanRow, 'certificate' | 'archive' | 'finishedAt' | 'verdict'> & {
  finishedAt: string;
  verdict: 'certified' | 'failed';
};

/** A page of scans; `next`, where they are walked with `after`, is the number to go on from. */
export type ScanPage = WalkPage<ScanCard>;

/** Finished scans, newest first; with `after` the oldest first, none twice and none left out, whatever is read meanwhile. */
export async function listScans({ deps, input }: { deps: Deps; input: ListScansQuery }): Promise<ScanPage> {
  const { source, after } = input;
  if (after === undefined) {
    const { items, total } = await findScans(deps.db, source, toSlice(input));
    return toPage(items.map(toScanCard), total, input);
  }
  const { items, total } = await findScansAfter(deps.db, source, after, toSlice(input));
  return { ...toPage(items.map(toScanCard), total, input), next: items.at(-1)?.id ?? after };
}

/** Finished scans with their certificates, for *Fonti*. */
export async function listCertificates({
  deps,
  input,
}: {
  deps: Deps;
  input: ListScansQuery;
}): Promise<Page<ScanCard & { certificate: ScanCertificate | null; archive: string | null }>> {
  const { items, total } = await findScans(deps.db, input.source, toSlice(input));
  return toPage(
    items.map((row) => ({ ...toScanCard(row), certificate: row.certificate, archive: row.archive })),
    total,
    input,
  );
}

export function toScanCard({
  certificate: _certificate,
  archive: _archive,
  finishedAt,
  verdict,
  ...row
}: ScanRow): ScanCard {
  return { ...row, finishedAt: finishedAt ?? row.startedAt, verdict: verdict ?? 'failed' };
}
