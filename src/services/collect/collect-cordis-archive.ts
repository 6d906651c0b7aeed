import { noteIssues } from '../../../db/repositories/issues.ts';
import { readLevel, type ScanLevel, writeLevel } from '../../../db/repositories/levels.ts';
import { finishScan, startScan } from '../../../db/repositories/scans.ts';
import {
  confirmArchive,
  findArchive,
  readWinCounts,
  replaceTrackRecord,
} from '../../../db/repositories/track-record.ts';
import { readValidators, writeValidators } from '../../../db/repositories/validators.ts';
import { brusselsDay } from '../../domain/brussels.ts';
import { FetchFailure } from '../../domain/fetch-failure.ts';
import type { FetchedStream } from '../../domain/ports.ts';
import type { ScanCertificate, ScanCounts, ScanReason } from '../../domain/scan.ts';
import { hashOf } from '../../ingest/hash.ts';
import { judgeLevel, type LevelVerdict } from '../../ingest/level-rule.ts';
import { writeAll } from '../../ingest/write-all.ts';
import { ArchiveError } from '../../ingest/zip/archive-error.ts';
import { openArchive } from '../../ingest/zip/open-archive.ts';
import type { ArchiveFacts } from '../../sources/cordis/archive-facts.ts';
import { ArchiveProblem } from '../../sources/cordis/archive-problem.ts';
import type { CordisArchive } from '../../sources/cordis/archives.ts';
import { certify, type ReadingProof } from '../../sources/cordis/certificate.ts';
import { readArchive } from '../../sources/cordis/read-archive.ts';
import type { Deps } from '../deps.ts';

export type CordisDeps = Pick<Deps, 'db' | 'clock' | 'log' | 'profile' | 'fetcher' | 'endpoints' | 'workplace'>;

export interface ArchiveOutcome {
  certificate: ScanCertificate;
  counts: ScanCounts;
  unchanged: boolean;
}

export const NO_COUNTS: ScanCounts = { topics: 0, added: 0, changed: 0, unchanged: 0, withdrawn: 0, issues: 0 };

/** HORIZON's had 34 MB in June 2026 (PORTAL-CONTRACT §6); ten times that is another thing. */
const MOST_BYTES = 400_000_000;
/** A slow line needs minutes for an archive; each piece of it must still come within the fetcher's own limit. */
const STREAM_MS = 15 * 60_000;

/** Reads one archive and, if it is whole and plausible, replaces what is kept of it in one batch; else says why not. */
export async function collectArchive(
  deps: CordisDeps,
  archive: CordisArchive,
  signal: AbortSignal,
): Promise<ArchiveOutcome> {
  return await new CordisReading(deps, archive, signal).run();
}

class CordisReading {
  private readonly startedAt: string;
  private readonly url: string;
  private readonly pics: ReadonlySet<string>;
  private readonly partnersHash: string;
  private readonly before: { requests: number; retries: number; bytes: number };
  private scanId = 0;
  private baseline: number | null = null;

  constructor(
    private readonly deps: CordisDeps,
    private readonly archive: CordisArchive,
    private readonly signal: AbortSignal,
  ) {
    this.startedAt = deps.clock.now();
    this.url = `${deps.endpoints.cordisDataUrl.replace(/\/+$/, '')}/${archive.file}`;
    this.pics = new Set(deps.profile.partners.flatMap(({ pic, formerPics }) => [...(pic ? [pic] : []), ...formerPics]));
    this.partnersHash = hashOf([...this.pics].sort().join(' '));
    this.before = { ...deps.fetcher.traffic };
  }

  async run(): Promise<ArchiveOutcome> {
    const { db, log } = this.deps;
    this.scanId = await startScan(db, { source: 'cordis', archive: this.archive.id, startedAt: this.startedAt });
    try {
      const stream = await this.ask();
      return stream.status === 304 ? await this.confirm() : await this.replace(stream);
    } catch (error) {
      const fault = this.signal.aborted
        ? { reason: 'interrupted' as const, detail: `reading ${this.url} was stopped` }
        : faultOf(error);
      if (fault === null) throw error;
      log.warn({ archive: this.archive.id, url: this.url, ...fault }, 'CORDIS archive not taken over');
      const certificate = this.certificate({ faults: [fault] });
      await db.batch([finishScan(db, this.scanId, certificate, NO_COUNTS)]);
      return { certificate, counts: NO_COUNTS, unchanged: false };
    }
  }

  /** Conditional only while what is kept came from the archive and answers for today's partners. */
  private async ask(): Promise<FetchedStream> {
    const { db, fetcher } = this.deps;
    const held = await findArchive(db, this.archive.id);
    const valid = held?.origin === 'cordis' && held.partnersHash === this.partnersHash;
    const validators = valid ? await readValidators(db, this.url) : {};
    return await fetcher.stream({
      url: this.url,
      accept: 'application/zip, application/octet-stream',
      maxBytes: MOST_BYTES,
      streamMs: STREAM_MS,
      signal: this.signal,
      ...validators,
    });
  }

  private async confirm(): Promise<ArchiveOutcome> {
    const { db, clock } = this.deps;
    const held = await findArchive(db, this.archive.id);
    const counts = { ...NO_COUNTS, topics: held?.topics ?? 0, unchanged: held?.topics ?? 0 };
    const certificate = this.certificate({ projects: held?.projects ?? 0, baseline: held?.projects ?? null });
    await db.batch([
      confirmArchive(db, this.archive.id, clock.now()),
      finishScan(db, this.scanId, certificate, counts),
    ]);
    return { certificate, counts, unchanged: true };
  }

  private async replace(stream: FetchedStream): Promise<ArchiveOutcome> {
    const { db, clock } = this.deps;
    if (stream.contentType?.startsWith('text/html') === true)
      throw new ArchiveProblem('html-instead-of-json', `${this.url} answered with a page, not with an archive`);
    const opened = openArchive(stream.chunks, { delimiter: ';' });
    const { facts, projectIds } = await readArchive(this.archive.id, opened.files, this.pics);
    const levels = await this.weigh(facts);
    const { sha256 } = opened.digest();
    const certificate = this.certificate({
      passes: 1,
      projects: facts.counts.projects,
      repeated: facts.counts.repeatedHeaders,
      keysHash: hashOf(projectIds.join(' ')),
    });
    const counts = await this.compare(facts);
    const now = clock.now();
    this.signal.throwIfAborted();
    await db.batch([
      finishScan(db, this.scanId, certificate, counts),
      ...replaceTrackRecord(db, {
        archive: {
          archive: this.archive.id,
          origin: 'cordis',
          version: stream.lastModified ?? now,
          hash: sha256,
          readAt: now,
          checkedAt: now,
          partnersHash: this.partnersHash,
          projects: facts.counts.projects,
          organizations: facts.counts.organizations,
          topics: facts.counts.topics,
          participations: facts.participations.length,
          scanId: this.scanId,
        },
        projects: facts.projects,
        participations: facts.participations,
        wins: facts.wins,
      }),
      writeValidators(db, this.url, stream, now),
      ...levels.map((level) => writeLevel(db, level)),
      ...noteIssues(db, facts.issues, { source: 'cordis', at: now, scanId: this.scanId }),
    ]);
    return { certificate, counts, unchanged: false };
  }

  /** ±30 % of the last certified archive, in projects and in participations. */
  private async weigh({ counts }: ArchiveFacts): Promise<ScanLevel[]> {
    const { db, clock } = this.deps;
    const judged: { before: ScanLevel; verdict: LevelVerdict }[] = [];
    for (const [kind, rows] of [
      ['projects', counts.projects],
      ['participations', counts.organizations],
    ] as const) {
      const before = await readLevel(db, 'cordis', kind, this.archive.id);
      judged.push({ before, verdict: judgeLevel(before, rows, brusselsDay(clock.now()), false) });
    }
    this.baseline = judged[0]?.before.level ?? null;
    const odd = judged.filter(({ verdict }) => verdict.problem !== null);
    if (odd.length === 0) return judged.map(({ verdict }) => verdict.level);
    await writeAll(
      db,
      odd.map(({ verdict }) => writeLevel(db, verdict.level)),
    );
    throw new ArchiveProblem(
      'level-changed',
      odd.map(({ before, verdict }) => `${before.kind}: ${verdict.problem?.detail}`).join('; '),
    );
  }

  private async compare(facts: ArchiveFacts): Promise<ScanCounts> {
    const before = await readWinCounts(this.deps.db, this.archive.id);
    const after = new Map(facts.wins.map((one) => [one.topic, `${one.projects} ${one.municipalities}`]));
    const added = [...after.keys()].filter((topic) => !before.has(topic)).length;
    const withdrawn = [...before.keys()].filter((topic) => !after.has(topic)).length;
    const unchanged = [...after].filter(([topic, numbers]) => before.get(topic) === numbers).length;
    const topics = after.size;
    return { topics, added, changed: topics - added - unchanged, unchanged, withdrawn, issues: facts.issues.length };
  }

  private certificate(proof: Partial<ReadingProof>): ScanCertificate {
    const { traffic } = this.deps.fetcher;
    return certify({
      archive: this.archive.id,
      startedAt: this.startedAt,
      finishedAt: this.deps.clock.now(),
      faults: [],
      passes: 0,
      projects: 0,
      repeated: 0,
      keysHash: null,
      baseline: this.baseline,
      traffic: {
        requests: traffic.requests - this.before.requests,
        retries: traffic.retries - this.before.retries,
        bytes: traffic.bytes - this.before.bytes,
      },
      ...proof,
    });
  }
}

/** The named reason of what can be wrong with an archive; null for what is wrong with us. */
function faultOf(error: unknown): { reason: ScanReason; detail: string } | null {
  if (error instanceof ArchiveError)
    return { reason: error.fault === 'cut' ? 'cut-archive' : 'unexpected-shape', detail: error.message };
  if (error instanceof FetchFailure || error instanceof ArchiveProblem)
    return { reason: error.reason, detail: error.message };
  return null;
}
