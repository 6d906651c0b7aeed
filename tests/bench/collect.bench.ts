/**
 * What a collect costs against the floor: JSON.parse of the same bytes and the same rows inserted raw in one transaction.
 *   npx tsx --expose-gc tests/bench/collect.bench.ts [topics] [characters of text]
 * Prints ratios of one run; times depend on the machine, ratios much less.
 */
import { fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { type NodeStore, openNodeStore } from '../../db/store.node.ts';
import { keepHeapLean } from '../../src/ingest/lean-heap.ts';
import { createNodeHttp } from '../../src/ingest/node-http.ts';
import { createPoliteFetcher } from '../../src/ingest/polite-fetcher.ts';
import { unlimited } from '../../src/ingest/rate-limiter.ts';
import { collect } from '../../src/services/collect.ts';
import { silent } from '../fake-portal/harness.ts';

const topics = Number(process.argv[2] ?? 1200);
const textLength = Number(process.argv[3] ?? 15_000);

const portal = fork(
  join(import.meta.dirname, '../fake-portal/serve.ts'),
  ['--topics', String(topics), '--text', String(textLength), '--cascades', '0', '--externals', '0'],
  {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  },
);
const address = await new Promise<string>((resolve) =>
  portal.stdout?.once('data', (data) => resolve(String(data).trim())),
);

if (process.env.LEAN !== '0') keepHeapLean();
let peak = 0;
const watch = setInterval(() => {
  peak = Math.max(peak, process.memoryUsage.rss());
}, 20);

const folder = mkdtempSync(join(tmpdir(), 'bandolo-bench-'));
try {
  const fetcher = createPoliteFetcher({ http: createNodeHttp(), version: '0.0.0', limiter: unlimited });
  const store = await openNodeStore(join(folder, 'collect.db'));
  const endpoints = { ftPortalSearchUrl: address, ftPortalDataUrl: address, cordisDataUrl: address };
  const deps = { db: store.db, clock: { now: () => '2026-11-22T04:15:00Z' }, log: silent, fetcher, endpoints };

  const first = await timed(() => collect({ deps, input: {} }));
  const [scan] = first.value.scans;
  const peakFirst = peak;
  const second = await timed(() => collect({ deps, input: {} }));
  const peakAll = peak;
  const pages = await readPages();
  const raw = await openNodeStore(join(folder, 'floor.db'));
  const floor = await timed(async () => insertRaw(raw, pages));
  raw.close();
  report({ first, second, floor, peakFirst, peakAll });
  console.log(
    `verdict ${scan?.certificate.verdict}, ${scan?.counts.added} topics, ${((scan?.certificate.bytes ?? 0) / 1e6).toFixed(1)} MB, ${scan?.certificate.requests} requests`,
  );
  store.close();
} finally {
  clearInterval(watch);
  portal.kill();
  rmSync(folder, { recursive: true });
}

/** What nobody could do without. The pages are bytes in memory already. */
function insertRaw({ sqlite }: NodeStore, pages: readonly Uint8Array[]): void {
  sqlite.exec('create table raw (reference text primary key, body text) strict');
  const insert = sqlite.prepare('insert into raw values (?, ?)');
  sqlite.transaction(() => {
    for (const page of pages) {
      const { results } = JSON.parse(Buffer.from(page.buffer).toString('utf8')) as { results: { reference: string }[] };
      for (const row of results) insert.run(row.reference, JSON.stringify(row));
    }
  })();
}

async function readPages(): Promise<Uint8Array[]> {
  const pages: Uint8Array[] = [];
  for (let page = 1; page <= Math.ceil(topics / 100); page += 1) {
    const form = new FormData();
    form.append(
      'query',
      new Blob([JSON.stringify({ bool: { must: [{ terms: { type: ['1'] } }] } })], { type: 'application/json' }),
      'query.json',
    );
    const answer = await fetch(`${address}/search?apiKey=SEDIA&text=***&pageSize=100&pageNumber=${page}`, {
      method: 'POST',
      body: form,
    });
    pages.push(new Uint8Array(await answer.arrayBuffer()));
  }
  return pages;
}

/** Wall clock, and processor time of this process: on a busy machine only the second is comparable. */
async function timed<T>(work: () => Promise<T>): Promise<{ value: T; ms: number; cpuMs: number }> {
  globalThis.gc?.();
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

function report(run: { first: Cost; second: Cost; floor: Cost; peakFirst: number; peakAll: number }): void {
  const { first, second, floor, peakFirst, peakAll } = run;
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
  line('second, nothing changed', second, first, 'the first, bound 0.4');
  const megabytes = (bytes: number) => (bytes / 2 ** 20).toFixed(0);
  console.log(`peak memory ${megabytes(peakFirst)} MB in the first, ${megabytes(peakAll)} MB in all (bound 250)`);
}
