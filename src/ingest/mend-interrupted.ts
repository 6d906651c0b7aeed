import { findUnfinishedScans, finishScan } from '../../db/repositories/scans.ts';
import type { Db } from '../../db/store.ts';
import type { Clock } from '../domain/ports.ts';
import type { ScanCertificate, ScanCounts } from '../domain/scan.ts';
import { writeAll } from './write-all.ts';

/** A scan that nobody finished was killed; its rows are whole (each write is atomic), its proof is not. */
export async function mendInterrupted(db: Db, source: string, clock: Clock): Promise<void> {
  for (const scan of await findUnfinishedScans(db, source)) {
    const certificate: ScanCertificate = {
      source,
      archive: scan.archive,
      startedAt: scan.startedAt,
      finishedAt: clock.now(),
      verdict: 'failed',
      reasons: ['interrupted'],
      kinds: [],
      requests: 0,
      retries: 0,
      bytes: 0,
    };
    const nothing: ScanCounts = { topics: 0, added: 0, changed: 0, unchanged: 0, withdrawn: 0, issues: 0 };
    await writeAll(db, [finishScan(db, scan.id, certificate, nothing)]);
  }
}
