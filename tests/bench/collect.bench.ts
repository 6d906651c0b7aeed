/**
 * What a collect costs against the floor: JSON.parse of the same bytes and the same rows inserted raw in one transaction.
 *   npx tsx --expose-gc tests/bench/collect.bench.ts [topics] [characters of text]
 * Prints ratios of one run; times depend on the machine, ratios much less.
 */
import { fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { openNodeStore } from '../../db/store.node.ts';
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
  const floor = await timed(measureFloor);
  report(first.ms, second.ms, floor.ms, peakFirst, peak);
  console.log(
    `verdict ${scan?.certificate.verdict}, ${scan?.counts.added} topics, ${((scan?.certificate.bytes ?? 0) / 1e6).toFixed(1)} MB, ${scan?.certificate.requests} requests`,
  );
  store.close();
} finally {
  clearInterval(watch);
  portal.kill();
  rmSync(folder, { recursive: true });
}

/** The pages as bytes first; then only what nobody could do without is timed. */
async function measureFloor(): Promise<number> {
  const pages = await readPages();
  const store = await openNodeStore(join(folder, 'floor.db'));
  const started = performance.now();
  store.sqlite.exec('create table raw (reference text primary key, body text) strict');
  const insert = store.sqlite.prepare('insert into raw values (?, ?)');
  store.sqlite.transaction(() => {
    for (const page of pages) {
      const { results } = JSON.parse(Buffer.from(page.buffer).toString('utf8')) as { results: { reference: string }[] };
      for (const row of results) insert.run(row.reference, JSON.stringify(row));
    }
  })();
  const ms = performance.now() - started;
  store.close();
  return ms;
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

async function timed<T>(work: () => Promise<T>): Promise<{ value: T; ms: number }> {
  globalThis.gc?.();
  const started = performance.now();
  const value = await work();
  return { value, ms: typeof value === 'number' ? value : performance.now() - started };
}

function report(first: number, second: number, floor: number, peakFirst: number, peakAll: number): void {
  const line = (name: string, ms: number, ratio: string) =>
    console.log(`${name.padEnd(28)} ${ms.toFixed(0).padStart(7)} ms  ${ratio}`);
  console.log(
    `${cpus().length} × ${cpus()[0]?.model}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}`,
  );
  line('floor: parse + raw insert', floor, '1');
  line('first collect', first, `${(first / floor).toFixed(2)} × floor (bound 6)`);
  line('second, nothing changed', second, `${(second / first).toFixed(2)} × first (bound 0.4)`);
  console.log(
    `peak memory ${(peakFirst / 2 ** 20).toFixed(0)} MB in the first, ${(peakAll / 2 ** 20).toFixed(0)} MB in all (bound 250)`,
  );
}
