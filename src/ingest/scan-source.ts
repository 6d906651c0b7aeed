import { readLevel, writeLevel } from '../../db/repositories/levels.ts';
import { countMissing } from '../../db/repositories/live-topics.ts';
import { finishScan } from '../../db/repositories/scans.ts';
import type { Statement } from '../../db/repositories/topics-write.ts';
import type { FetchFailure } from '../domain/fetch-failure.ts';
import type { Traffic } from '../domain/ports.ts';
import type { KindCertificate, ScanCertificate, ScanCounts } from '../domain/scan.ts';
import type { TopicKey, TopicKind } from '../domain/topic.ts';
import { beginAbsentSearch } from './absent-search.ts';
import { crossCheck } from './cross-check.ts';
import { mendInterrupted } from './mend-interrupted.ts';
import { openScan, type ScanOptions } from './open-scan.ts';
import { beginKind, readKind } from './read-kind.ts';
import { resolveAbsent } from './resolve-absent.ts';
import type { ScanContext } from './scan-context.ts';
import { beginScan, plusTraffic, type ScanState } from './scan-state.ts';
import { writeAll } from './write-all.ts';

export interface ScanResult {
  scanId: number;
  certificate: ScanCertificate;
  counts: ScanCounts;
  /** Topics whose score is stale now. */
  changedKeys: TopicKey[];
}

/** One reading of a source, from the first request to its certificate. The caller holds the source's lease. */
export async function scanSource(options: ScanOptions): Promise<ScanResult> {
  await mendInterrupted(options.db, options.source.card.id, options.clock);
  const scan = await openScan(options);
  return await runScan(options, scan, beginScan());
}

/** Goes on with a scan from where its state says. `together` is written in one with the certificate. */
export async function runScan(
  options: Pick<ScanOptions, 'db' | 'clock' | 'fetcher'>,
  scan: ScanContext,
  state: ScanState,
  together: (state: ScanState) => Statement[] = () => [],
): Promise<ScanResult> {
  const before = { ...options.fetcher.traffic };
  if (state.certificate === null) {
    await readKinds(scan, state);
    state.certificate = certify(options, scan, state, before);
    // One write: the absences count if and only if the certificate that proves them stands.
    await writeAll(options.db, [
      ...state.levels.map((level) => writeLevel(options.db, level)),
      ...countMissing(options.db, state.missing, scan.at),
      finishScan(options.db, scan.id, state.certificate, scan.counts),
      ...together(state),
    ]);
    await scan.mayPause();
  }
  if (state.gaveUp === null && scan.archive === null) {
    const proven = { ...options.fetcher.traffic };
    await crossCheck(scan);
    // What the second look cost is told too; the proof stands as it was written.
    state.certificate = { ...state.certificate, ...plusTraffic(state.certificate, options.fetcher.traffic, proven) };
    await writeAll(options.db, [finishScan(options.db, scan.id, state.certificate, scan.counts)]);
  }
  await scan.progress.end();
  return { scanId: scan.id, certificate: state.certificate, counts: scan.counts, changedKeys: [...scan.changedKeys] };
}

async function readKinds(scan: ScanContext, state: ScanState): Promise<void> {
  for (const kind of scan.reading.kinds.slice(state.kinds.length - (state.absent === null ? 0 : 1))) {
    if (state.gaveUp !== null) {
      state.kinds.push(await unread(scan, kind, state.gaveUp));
      continue;
    }
    if (state.absent === null) await takeKind(scan, state, kind);
    if (state.absent === null) continue;
    const { search, listed } = state.absent;
    const missing = await resolveAbsent(scan, kind, listed, search);
    state.missing.push(...missing.keys);
    scan.counts.withdrawn += missing.withdrawn;
    state.absent = null;
    await scan.mayPause();
  }
}

/** Reads a kind; where its reading proves absences, they are the next to be looked into. */
async function takeKind(scan: ScanContext, state: ScanState, kind: TopicKind): Promise<void> {
  state.current ??= beginKind(scan, kind);
  const { certificate, level, gaveUp, intake } = await readKind(scan, state.current);
  state.current = null;
  state.kinds.push(certificate);
  state.gaveUp = gaveUp;
  if (level !== null) state.levels.push(level);
  const { verdict, uniqueKeys, baseline } = certificate;
  // An archive is closed already; and a kind with no rows at all proves nothing about each of its topics.
  const countsAbsences = verdict === 'certified' && scan.archive === null && (uniqueKeys > 0 || baseline === 0);
  if (countsAbsences) state.absent = { search: beginAbsentSearch(), listed: intake.keys };
}

function certify(
  options: Pick<ScanOptions, 'clock' | 'fetcher'>,
  scan: ScanContext,
  state: ScanState,
  before: Traffic,
): ScanCertificate {
  const { kinds } = state;
  return {
    source: scan.source,
    archive: scan.archive,
    startedAt: scan.at,
    finishedAt: options.clock.now(),
    verdict: kinds.every(({ verdict }) => verdict === 'certified') ? 'certified' : 'failed',
    reasons: [...new Set(kinds.flatMap((kind) => kind.reasons.map(({ reason }) => reason)))],
    kinds,
    ...plusTraffic(state.traffic, options.fetcher.traffic, before),
  };
}

async function unread(scan: ScanContext, kind: TopicKind, failure: FetchFailure): Promise<KindCertificate> {
  const { level } = await readLevel(scan.db, scan.source, kind, scan.archive);
  const detail = `not read: ${failure.message}`;
  return {
    kind,
    verdict: 'failed',
    reasons: [{ reason: failure.reason, detail }],
    passes: 0,
    pages: 0,
    totalStated: null,
    uniqueKeys: 0,
    repeated: 0,
    keysHash: null,
    baseline: level,
  };
}
