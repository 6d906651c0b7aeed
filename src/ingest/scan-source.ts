import { readLevel, writeLevel } from '../../db/repositories/levels.ts';
import { countMissing } from '../../db/repositories/live-topics.ts';
import { findUnfinishedScans, finishScan, hasCertifiedScan, startScan } from '../../db/repositories/scans.ts';
import { readKnownTopics, type Statement } from '../../db/repositories/topics-write.ts';
import type { Db } from '../../db/store.ts';
import type { FetchFailure } from '../domain/fetch-failure.ts';
import type { Clock, Fetcher, Logger } from '../domain/ports.ts';
import type { KindCertificate, ScanCertificate, ScanCounts } from '../domain/scan.ts';
import type { TopicKey, TopicKind } from '../domain/topic.ts';
import type { OpenOptions, Source } from '../sources/registry.ts';
import { crossCheck } from './cross-check.ts';
import { Progress } from './progress.ts';
import { readKind } from './read-kind.ts';
import { resolveAbsent } from './resolve-absent.ts';
import type { ScanContext } from './scan-context.ts';
import { writeAll } from './write-all.ts';

export interface ScanOptions {
  db: Db;
  clock: Clock;
  log: Logger;
  fetcher: Fetcher;
  endpoints: OpenOptions['endpoints'];
  source: Source;
  archive: string | null;
  signal?: AbortSignal;
}

export interface ScanResult {
  scanId: number;
  certificate: ScanCertificate;
  counts: ScanCounts;
  /** Topics whose score is stale now. */
  changedKeys: TopicKey[];
}

/** One reading of a source, from the first request to its certificate. The caller holds the source's lease. */
export async function scanSource(options: ScanOptions): Promise<ScanResult> {
  const { db, source } = options;
  await mendInterrupted(db, source.card.id, options.clock);
  const scan = await open(options);
  const before = { ...options.fetcher.traffic };
  const kinds: KindCertificate[] = [];
  const ending: Statement[] = [];
  let gaveUp: FetchFailure | null = null;
  for (const kind of scan.reading.kinds) {
    if (gaveUp !== null) {
      kinds.push(await unread(scan, kind, gaveUp));
      continue;
    }
    const outcome = await readKind(scan, kind);
    kinds.push(outcome.certificate);
    gaveUp = outcome.gaveUp;
    if (outcome.level !== null) ending.push(writeLevel(db, outcome.level));
    const { verdict, uniqueKeys, baseline } = outcome.certificate;
    // An archive is closed already; and a kind with no rows at all proves nothing about each of its topics.
    const countsAbsences = verdict === 'certified' && scan.archive === null && (uniqueKeys > 0 || baseline === 0);
    if (!countsAbsences) continue;
    const missing = await resolveAbsent(scan, kind, outcome.intake.keys);
    ending.push(...countMissing(db, missing.keys, scan.at));
    scan.counts.withdrawn += missing.withdrawn;
  }
  const { requests, retries, bytes } = options.fetcher.traffic;
  const certificate: ScanCertificate = {
    source: scan.source,
    archive: scan.archive,
    startedAt: scan.at,
    finishedAt: options.clock.now(),
    verdict: kinds.every(({ verdict }) => verdict === 'certified') ? 'certified' : 'failed',
    reasons: [...new Set(kinds.flatMap((kind) => kind.reasons.map(({ reason }) => reason)))],
    kinds,
    requests: requests - before.requests,
    retries: retries - before.retries,
    bytes: bytes - before.bytes,
  };
  // One write: the absences count if and only if the certificate that proves them stands.
  await writeAll(db, [...ending, finishScan(db, scan.id, certificate, scan.counts)]);
  if (gaveUp === null && scan.archive === null) await crossCheck(scan);
  await scan.progress.end();
  return { scanId: scan.id, certificate, counts: scan.counts, changedKeys: [...scan.changedKeys] };
}

async function open({
  db,
  clock,
  log,
  fetcher,
  endpoints,
  source,
  archive,
  signal,
}: ScanOptions): Promise<ScanContext> {
  const at = clock.now();
  const hasBaseline = await hasCertifiedScan(db, source.card.id);
  const id = await startScan(db, { source: source.card.id, archive, startedAt: at });
  const reading = source.open({ fetcher, endpoints, archive, ...(signal ? { signal } : {}) });
  return {
    id,
    source: source.card.id,
    archive,
    at,
    db,
    log,
    reading,
    mapping: source.mapping,
    progress: new Progress(db, log, source.card.id),
    known: await readKnownTopics(db),
    hasBaseline,
    detailsDown: false,
    counts: { topics: 0, added: 0, changed: 0, unchanged: 0, withdrawn: 0, issues: 0 },
    changedKeys: new Set(),
  };
}

/** A scan that nobody finished was killed; its rows are whole (each write is atomic), its proof is not. */
async function mendInterrupted(db: Db, source: string, clock: Clock): Promise<void> {
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
