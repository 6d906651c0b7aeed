/**
 * A collect with its scoring in the steps of a Worker: the largest step's CPU, queries and requests.
 *   npx tsx tests/bench/steps.bench.ts [topics] [characters of text]
 * Runs on Node over the D1-shaped adapter, whose queries are counted as D1 counts them. The portal is a process of its own.
 */
import { fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openNodeStore } from '../../db/store.node.ts';
import { collect } from '../../jobs/collect.ts';
import { createNodeHttp } from '../../src/ingest/node-http.ts';
import { createPoliteFetcher } from '../../src/ingest/polite-fetcher.ts';
import { unlimited } from '../../src/ingest/rate-limiter.ts';
import { createScorer } from '../../src/scoring/create-scorer.ts';
import type { Deps } from '../../src/services/deps.ts';
import { runJobStep } from '../../src/services/operate/run-job-step.ts';
import { silent } from '../fake-portal/harness.ts';
import { readProfile, readScoringData } from '../quality/read-scoring-data.ts';

const topics = Number(process.argv[2] ?? '20000');
const textLength = process.argv[3] ?? '15000';

const portal = fork(join(import.meta.dirname, '../fake-portal/serve.ts'), ['--text', textLength, ...kinds(topics)], {
  execArgv: ['--import', 'tsx'],
  stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
});
const address = await new Promise<string>((resolve) =>
  portal.stdout?.once('data', (data) => resolve(String(data).trim())),
);
const folder = mkdtempSync(join(tmpdir(), 'bandolo-steps-'));
try {
  const store = await openNodeStore(join(folder, 'steps.db'));
  const profile = readProfile('milano');
  const deps: Deps = {
    db: store.db,
    meter: store.meter,
    clock: { now: () => '2026-11-22T04:15:00Z' },
    log: silent,
    profile,
    scorer: createScorer({ profile, data: readScoringData() }),
    fetcher: createPoliteFetcher({ http: createNodeHttp(), version: '0.0.0', limiter: unlimited }),
    endpoints: { ftPortalSearchUrl: address, ftPortalDataUrl: address, cordisDataUrl: address },
  };
  for (const which of ['first', 'unchanged']) {
    const steps = await night(deps, store.meter);
    const most = (name: 'cpuMs' | 'queries' | 'requests') => Math.max(...steps.map((step) => step[name]));
    const sum = steps.reduce((total, { cpuMs }) => total + cpuMs, 0);
    console.log(
      `${which} collect of ${topics}: ${steps.length} steps, ${(sum / 1000).toFixed(1)} s of CPU in all; largest step ${(most('cpuMs') / 1000).toFixed(2)} s, ${most('queries')} queries, ${most('requests')} requests`,
    );
    console.log(
      `  ${JSON.stringify(store.sqlite.prepare('select counts from job_runs order by id desc limit 1').get())}`,
    );
  }
  store.close();
} finally {
  portal.kill();
  rmSync(folder, { recursive: true, force: true });
}

/** The search shows 10,000 rows of a question; a half are topics, the rest of the other two kinds. */
function kinds(total: number): string[] {
  const quarter = Math.floor(total / 4);
  const parts = { topics: total - 2 * quarter, cascades: quarter, externals: quarter };
  return Object.entries(parts).flatMap(([name, count]) => [`--${name}`, String(count)]);
}

async function night(deps: Deps, meter: { queries: number }) {
  const steps: { cpuMs: number; queries: number; requests: number }[] = [];
  for (let goesOn = true; goesOn; ) {
    const before = { cpu: process.cpuUsage(), queries: meter.queries, requests: deps.fetcher.traffic.requests };
    ({ goesOn } = await runJobStep({ deps, input: { job: collect } }));
    const { user, system } = process.cpuUsage(before.cpu);
    steps.push({
      cpuMs: (user + system) / 1000,
      queries: meter.queries - before.queries,
      requests: deps.fetcher.traffic.requests - before.requests,
    });
  }
  return steps;
}
