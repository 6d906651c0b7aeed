/**
 * Requests a second of *Da valutare* and a call's page on both engines, each beside a handler that does nothing on the
 * same engine, and what a cold start of the Worker costs. All in one run, so that the ratios are of one machine and hour.
 *   npx tsx tests/bench/engines.bench.ts
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { openWorkerHouse } from '../browser/worker-house.ts';

const ROOT = join(import.meta.dirname, '../..');
const SECONDS = 5;
const AT_ONCE = 10;
const BARE = 'export default { fetch: () => new Response("ok") };';

const rows: string[] = [];
await onNode();
await onWorkers();
console.log('engine | page | requests/s | to a bare handler\n---|---|---|---');
console.log(rows.join('\n'));

async function onNode(): Promise<void> {
  const bare = await listen(new Hono().get('/', (c) => c.text('ok')).fetch);
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), 'bandolo-engines-'));
  const env = {
    ...process.env,
    DATABASE_PATH: join(folder, 'b.db'),
    PORT: String(port),
    COLLECT_ON_START: 'false',
    LOG_LEVEL: 'error',
  };
  const own = spawn(process.execPath, ['src/bandolo.mjs', 'serve'], { cwd: ROOT, env, stdio: 'ignore' });
  const origin = `http://127.0.0.1:${port}`;
  await seeded(origin);
  await compare('Node', bare.origin, origin);
  own.kill();
  bare.close();
}

async function onWorkers(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bandolo-bare-'));
  writeFileSync(join(folder, 'bare.js'), BARE);
  writeFileSync(join(folder, 'wrangler.toml'), 'name = "bare"\nmain = "bare.js"\ncompatibility_date = "2026-04-01"\n');
  const bare = await openWorkerHouse({ config: join(folder, 'wrangler.toml') });
  const bareStart = await timed(() => bare.start({}));
  const own = await openWorkerHouse();
  const vars = { SECRET_KEY: 'for-this-measurement-on-this-machine-only' };
  await own.start(vars);
  await seeded(own.origin);
  const ownStart = await timed(() => own.start(vars));
  rows.push(
    `Workers | from nothing to the first answer | ${(ownStart / 1000).toFixed(1)} s | bare ${(bareStart / 1000).toFixed(1)} s`,
  );
  await compare('Workers', bare.origin, own.origin);
  await bare.close();
  await own.close();
}

async function compare(engine: string, bare: string, own: string): Promise<void> {
  const list: unknown = await (await fetch(`${own}/api/v1/shortlist?pageSize=1`)).json();
  const topic = /"reference":"([^"]+)"|"identifier":"([^"]+)"/.exec(JSON.stringify(list));
  const call = `/bandi/${encodeURIComponent(topic?.[2] ?? topic?.[1] ?? '')}`;
  const floor = await requestsPerSecond(`${bare}/`);
  rows.push(`${engine} | a bare handler | ${floor.toFixed(0)} | 1`);
  for (const path of ['/', call]) {
    const rate = await requestsPerSecond(own + path);
    rows.push(
      `${engine} | \`${path === '/' ? '/' : '/bandi/{a call}'}\` | ${rate.toFixed(0)} | ${(rate / floor).toFixed(2)}`,
    );
  }
}

async function requestsPerSecond(url: string): Promise<number> {
  for (let n = 0; n < AT_ONCE; n += 1) await (await fetch(url)).arrayBuffer();
  let answered = 0;
  const start = performance.now();
  const until = start + SECONDS * 1000;
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      while (performance.now() < until) {
        const answer = await fetch(url);
        await answer.arrayBuffer();
        if (!answer.ok) throw new Error(`${url} answered ${answer.status}`);
        answered += 1;
      }
    }),
  );
  return (answered * 1000) / (performance.now() - start);
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** The bundled snapshot comes behind the first answers. */
async function seeded(origin: string): Promise<void> {
  for (;;) {
    const answer = await fetch(`${origin}/api/v1/shortlist?pageSize=1`).catch(() => null);
    if (/"total":[1-9]/.test((await answer?.text()) ?? '')) return;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

async function listen(fetch: (request: Request) => Response | Promise<Response>) {
  const server = serve({ fetch, port: 0, hostname: '127.0.0.1' });
  await new Promise((resolve) => (server.listening ? resolve(null) : server.once('listening', resolve)));
  const { port } = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}`, close: () => server.close() };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
