import { readLevel, type ScanLevel, writeLevel } from '../../db/repositories/levels.ts';
import { countMissing } from '../../db/repositories/live-topics.ts';
import { findUnfinishedScans, finishScan, hasCertifiedScan, startScan } from '../../db/repositories/scans.ts';
import { readKnownTopics, type Statement } from '../../db/repositories/topics-write.ts';
import type { Db } from '../../db/store.ts';
import type { FetchFailure } from '../domain/fetch-failure.ts';
import type { Clock, Fetcher, Logger, Traffic } from '../domain/ports.ts';
import type { KindCertificate, ScanCertificate, ScanCounts } from '../domain/scan.ts';
import type { TopicKey, TopicKind } from '../domain/topic.ts';
import type { OpenOptions, Source } from '../sources/registry.ts';
import { type AbsentSearch, beginAbsentSearch } from './absent-search.ts';
import { crossCheck } from './cross-check.ts';
import { Progress } from './progress.ts';
import { beginKind, type KindReading, readKind } from './read-kind.ts';
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
  onStored?: ScanContext['onStored'];
}

export interface ScanResult {
  scanId: number;
  certificate: ScanCertificate;
  counts: ScanCounts;
  /** Topics whose score is stale now. */
  changedKeys: TopicKey[];
}

/** How far a scan is; a step that ends writes it down (steps/). */
export interface ScanState {
  kinds: KindCertificate[];
  levels: ScanLevel[];
  missing: TopicKey[];
  /** Set when the source stopped answering. */
  gaveUp: FetchFailure | null;
  /** The kind that is being read, or whose absent topics are being looked for. */
  current: KindReading | null;
  absent: { search: AbsentSearch; listed: Set<TopicKey> } | null;
  /** What the network cost before this step. */
  traffic: Traffic;
  /** The certificate stands; the cross-check is left. */
  certificate: ScanCertificate | null;
}

export const beginScan = (): ScanState => ({
  kinds: [],
  levels: [],
  missing: [],
  gaveUp: null,
  current: null,
  absent: null,
  traffic: { requests: 0, retries: 0, bytes: 0 },
  certificate: null,
});

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

/** What the network cost until a moment, and since. */
export function plusTraffic(until: Traffic, now: Traffic, then: Traffic): Traffic {
  return {
    requests: until.requests + now.requests - then.requests,
    retries: until.retries + now.retries - then.retries,
    bytes: until.bytes + now.bytes - then.bytes,
  };
}

/** Begins a scan, or opens one again that was left: its row stands in the store, and the catalogue as it is now is known. */
export async function openScan(
  { db, clock, log, fetcher, endpoints, source, archive, signal, onStored }: ScanOptions,
  left?: Pick<ScanContext, 'id' | 'at' | 'hasBaseline' | 'detailsDown' | 'counts'>,
): Promise<ScanContext> {
  const at = left?.at ?? clock.now();
  const hasBaseline = left?.hasBaseline ?? (await hasCertifiedScan(db, source.card.id));
  const id = left?.id ?? (await startScan(db, { source: source.card.id, archive, startedAt: at }));
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
    detailsDown: left?.detailsDown ?? false,
    counts: left?.counts ?? { topics: 0, added: 0, changed: 0, unchanged: 0, withdrawn: 0, issues: 0 },
    changedKeys: new Set(),
    ...(onStored ? { onStored } : {}),
    mayPause: async () => undefined,
  };
}

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
