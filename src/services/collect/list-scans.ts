import { z } from 'zod';
import { findScans, type ScanRow } from '../../../db/repositories/scans-read.ts';
import type { ScanCertificate } from '../../domain/scan.ts';
import type { Page } from '../../domain/topic-card.ts';
import type { Deps } from '../deps.ts';
import { pagingSchema, toPage, toSlice } from '../paging.ts';

export const listScansSchema = z.strictObject({ ...pagingSchema.shape, source: z.string().max(60).optional() });
export type ListScansQuery = z.output<typeof listScansSchema>;

export type ScanCard = Omit<ScanRow, 'certificate' | 'archive' | 'finishedAt' | 'verdict'> & {
  finishedAt: string;
  verdict: 'certified' | 'failed';
};

/** Finished scans, newest first. */
export async function listScans({ deps, input }: { deps: Deps; input: ListScansQuery }): Promise<Page<ScanCard>> {
  const { items, total } = await findScans(deps.db, input.source, toSlice(input));
  return toPage(items.map(toScanCard), total, input);
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
