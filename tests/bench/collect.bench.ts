/**
 * What a collect with its scoring costs against the floor: JSON.parse of the same bytes and the same rows inserted raw in
 * one transaction. Beside it a second floor, with the finished rows (texts, rounds, scores, compressed raw documents) in
 * place of the portal's: what storing them costs, were they given.
 *   npx tsx --expose-gc tests/bench/collect.bench.ts [topics] [characters of text]
 * Prints ratios of one run; times depend on the machine, ratios much less. The fake portal is a process of its own.
 */
import { fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { type NodeStore, openNodeStore } from '../../db/store.node.ts';
import type { HttpFetch } from '../../src/ingest/http-fetch.ts';
import { keepHeapLean } from '../../src/ingest/lean-heap.ts';
import { createNodeHttp } from '../../src/ingest/node-http.ts';
import { createPoliteFetcher } from '../../src/ingest/polite-fetcher.ts';
import { unlimited } from '../../src/ingest/rate-limiter.ts';
import { createScorer } from '../../src/scoring/create-scorer.ts';
import { collectAndScore } from '../../src/services/collect/collect-and-score.ts';
import type { Deps } from '../../src/services/deps.ts';
import { scoreTopics } from '../../src/services/matching/score-topics.ts';
import { silent } from '../fake-portal/harness.ts';
import { readProfile, readScoringData } from '../quality/read-scoring-data.ts';

/** The tables that a collect fills. */
const FINISHED = ['topics', 'rounds', 'topic_texts', 'aliases', 'raw_documents', 'topic_scores', 'topic_evidence'];

const topics = process.argv[2] ?? '1200';
const textLength = process.argv[3] ?? '15000';

const portal = fork(
  join(import.meta.dirname, '../fake-portal/serve.ts'),
  ['--topics', topics, '--text', textLength, '--cascades', '0', '--externals', '0'],
  { execArgv: ['--import', 'tsx'], stdio: ['ignore', 'pipe', 'inherit', 'ipc'] },
);
const address = await new Promise<string>((resolve) =>
  portal.stdout?.once('data', (data) => resolve(String(data).trim())),
);

keepHeapLean();
const profile = readProfile('milano');
const scorer = createScorer({ profile, data: readScoringData() });
let peak = 0;
const watch = setInterval(() => {
  peak = Math.max(peak, process.memoryUsage.rss());
}, 20);

const folder = mkdtempSync(join(tmpdir(), 'bandolo-bench-'));
try {
  const store = await openNodeStore(join(folder, 'collect.db'));
  const first = await timedAfresh(() => job(store, createNodeHttp()));
  const peakFirst = peak;
  const second = await timedAfresh(() => job(store, createNodeHttp()));
  const peakAll = peak;
  const scoring = await timedAfresh(() => scoreTopics({ deps: depsOf(store, createNodeHttp()), input: { all: true } }));
  const finished = FINISHED.map(
    (table): unknown[][] => store.sqlite.prepare(`select * from ${table}`).raw().all() as never,
  );
  store.close();
  const bodies: Uint8Array[] = [];
  const fresh = await openNodeStore(join(folder, 'warm.db'));
  const warm = await timedAfresh(() => job(fresh, recording(bodies)));
  fresh.close();
  const raw = await openNodeStore(join(folder, 'floor.db'));
  const floor = await timedAfresh(async () => insertRaw(raw, bodies));
  const stored = await timedAfresh(async () => insertFinished(raw, bodies, finished));
  raw.close();
  report({ first, scoring, second, warm, floor, stored, peakFirst, peakAll });
  const [scan] = first.value.scans;
  const megabytes = bodies.reduce((sum, { length }) => sum + length, 0) / 1e6;
  console.log(
    `${scan?.counts.added} topics, ${first.value.scored} scored, ${megabytes.toFixed(1)} MB, ${scan?.certificate.requests} requests`,
  );
} finally {
  clearInterval(watch);
  portal.kill();
  rmSync(folder, { recursive: true, force: true });
}

/** The job `collect`, without its row in `job_runs`. */
async function job(store: NodeStore, http: HttpFetch) {
  const done = await collectAndScore({ deps: depsOf(store, http), input: {} });
  for (const { certificate } of done.scans) {
    if (certificate.verdict === 'failed') throw new Error(JSON.stringify(certificate.kinds));
  }
  return done;
}

function depsOf(store: NodeStore, http: HttpFetch): Deps {
  return {
    db: store.db,
    clock: { now: () => '2026-11-22T04:15:00Z' },
    log: silent,
    profile,
    scorer,
    fetcher: createPoliteFetcher({ http, version: '0.0.0', limiter: unlimited }),
    endpoints: { ftPortalSearchUrl: address, ftPortalDataUrl: address, cordisDataUrl: address },
  };
}

/** Keeps every answer that a first collect reads, both passes and the cross-check. */
function recording(bodies: Uint8Array[]): HttpFetch {
  const http = createNodeHttp();
  return async (url, init) => {
    const response = await http(url, init);
    const body = new Uint8Array(await response.arrayBuffer());
    if (response.status === 200) bodies.push(body);
    return new Response(body, { status: response.status, headers: response.headers });
  };
}

/** The same parsing, and the rows as a collect leaves them: no index but the row number, no search index. */
function insertFinished({ sqlite }: NodeStore, bodies: readonly Uint8Array[], finished: readonly unknown[][][]): void {
  for (const { buffer, byteOffset, byteLength } of bodies) {
    JSON.parse(Buffer.from(buffer, byteOffset, byteLength).toString('utf8'));
  }
  sqlite.transaction(() => {
    finished.forEach((rows, t) => {
      const columns = (rows[0] ?? [null]).map((_, c) => `c${c}`);
      sqlite.exec(`create table finished_${t} (${columns.join(', ')})`);
      const insert = sqlite.prepare(`insert into finished_${t} values (${columns.map(() => '?').join(', ')})`);
      for (const row of rows) insert.run(...row);
    });
  })();
}

/** What nobody could do without. The answers are bytes in memory already; a row that comes twice is kept once. */
function insertRaw({ sqlite }: NodeStore, bodies: readonly Uint8Array[]): void {
  sqlite.exec('create table raw (reference text primary key, body text) strict');
  const insert = sqlite.prepare('insert or ignore into raw values (?, ?)');
  sqlite.transaction(() => {
    for (const { buffer, byteOffset, byteLength } of bodies) {
      const answer: { results?: { reference: string }[] } = JSON.parse(
        Buffer.from(buffer, byteOffset, byteLength).toString('utf8'),
      );
      for (const row of answer.results ?? []) insert.run(row.reference, JSON.stringify(row));
    }
  })();
}

/** As on a tidy heap: what ran before leaves its garbage to nobody. */
async function timedAfresh<T>(work: () => Promise<T>) {
  globalThis.gc?.();
  return timed(work);
}

/** Wall clock, and processor time of this process (all its threads): on a busy machine only the second is comparable. */
async function timed<T>(work: () => Promise<T>): Promise<{ value: T; ms: number; cpuMs: number }> {
  const cpu = process.cpuUsage();
  const started = performance.now();
  const value = await work();
  const ms = performance.now() - started;
  const { user, system } = process.cpuUsage(cpu);
  return { value, ms, cpuMs: (user + system) / 1000 };
}

interface Cost {
  ms: number;
  cpuMs: number;
}

function report(run: {
  first: Cost;
  scoring: Cost;
  second: Cost;
  warm: Cost;
  floor: Cost;
  stored: Cost;
  peakFirst: number;
  peakAll: number;
}): void {
  const { first, scoring, second, warm, floor, stored, peakFirst, peakAll } = run;
  const line = (name: string, cost: Cost, to: Cost, bound: string) => {
    const figures = `${cost.ms.toFixed(0).padStart(6)} ms  ${cost.cpuMs.toFixed(0).padStart(6)} ms CPU`;
    const ratios = `${(cost.ms / to.ms).toFixed(2)} × (CPU ${(cost.cpuMs / to.cpuMs).toFixed(2)} ×) ${bound}`;
    console.log(`${name.padEnd(26)} ${figures}  ${ratios}`);
  };
  console.log(
    `${cpus().length} × ${cpus()[0]?.model}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}`,
  );
  line('floor: parse + raw insert', floor, floor, '');
  line('first collect', first, floor, 'the floor, bound 6');
  line('first: to finished rows', first, stored, 'parse + finished rows inserted raw');
  line('scoring all of them again', scoring, floor, 'the floor');
  line('second, nothing changed', second, first, 'the first, bound 0.4');
  line('a first one, code warm', warm, floor, 'the floor');
  const megabytes = (bytes: number) => (bytes / 2 ** 20).toFixed(0);
  console.log(`peak memory ${megabytes(peakFirst)} MB in the first, ${megabytes(peakAll)} MB in all (bound 250)`);
}
