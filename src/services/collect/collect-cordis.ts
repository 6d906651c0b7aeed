import { findUnfinishedScans, finishScan } from '../../../db/repositories/scans.ts';
import { invalid } from '../../domain/errors.ts';
import type { ScanCertificate, ScanCounts } from '../../domain/scan.ts';
import { withLease } from '../../ingest/lease.ts';
import { CORDIS_ARCHIVES, type CordisArchive } from '../../sources/cordis/archives.ts';
import { certify } from '../../sources/cordis/certificate.ts';
import { type ArchiveOutcome, type CordisDeps, collectArchive, NO_COUNTS } from './collect-cordis-archive.ts';

export interface CordisReport {
  /** One for each archive, in the order of reading; all certified = the track record is fresh. */
  certificates: ScanCertificate[];
  /** The same with what each archive brought. */
  outcomes: ArchiveOutcome[];
  /** Summed over the archives. */
  counts: ScanCounts;
  /** Archives that the server said had not changed. */
  unchanged: number;
}

const LEASE = 'collect:cordis';

/**
 * Reads CORDIS's bulk archives and puts what they tell of our partners and of municipalities in the place of what they
 * told before, archive by archive: one that fails touches nothing and its certificate says why.
 */
export async function collectCordis({
  deps,
  input = {},
}: {
  deps: CordisDeps;
  input?: { archive?: string | undefined; signal?: AbortSignal | undefined };
}): Promise<CordisReport> {
  const archives = chosenArchives(input.archive);
  return await withLease(deps, LEASE, async (lost) => {
    await mendInterrupted(deps);
    const signal = input.signal === undefined ? lost : AbortSignal.any([lost, input.signal]);
    const report: CordisReport = { certificates: [], outcomes: [], counts: { ...NO_COUNTS }, unchanged: 0 };
    for (const archive of archives) {
      const outcome = await collectArchive(deps, archive, signal);
      const { certificate, counts, unchanged } = outcome;
      report.certificates.push(certificate);
      report.outcomes.push(outcome);
      report.unchanged += Number(unchanged);
      for (const name of Object.keys(NO_COUNTS) as (keyof ScanCounts)[]) report.counts[name] += counts[name];
    }
    return report;
  });
}

function chosenArchives(name: string | undefined): readonly CordisArchive[] {
  const chosen = CORDIS_ARCHIVES.filter(({ id }) => name === undefined || id === name);
  if (chosen.length > 0) return chosen;
  const known = CORDIS_ARCHIVES.map(({ id }) => id).join(', ');
  throw invalid(`archive: «${name}» is not known; known archives: ${known}.`, { archive: name });
}

/** We hold the lease, so whoever left a scan unfinished is gone. */
async function mendInterrupted(deps: CordisDeps): Promise<void> {
  for (const scan of await findUnfinishedScans(deps.db, 'cordis')) {
    const certificate = certify({
      archive: scan.archive ?? '',
      startedAt: scan.startedAt,
      finishedAt: deps.clock.now(),
      faults: [{ reason: 'interrupted', detail: 'the process ended before the archive was read' }],
      passes: 0,
      projects: 0,
      repeated: 0,
      keysHash: null,
      baseline: null,
      traffic: { requests: 0, retries: 0, bytes: 0 },
    });
    await finishScan(deps.db, scan.id, certificate, NO_COUNTS);
  }
}
