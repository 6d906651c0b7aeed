/** `npx tsx tests/bench/read.bench.ts [TOPICS]`: how fast pages of lists answer, beside a bare handler with the same bytes. */
import { Hono } from 'hono';
import { createApp } from '../../src/app.ts';
import { createScorer } from '../../src/scoring/create-scorer.ts';
import { scoreTopics } from '../../src/services/matching/score-topics.ts';
import { readScoringData } from '../quality/read-scoring-data.ts';
import { depsOf, MILANO } from '../support/deps.ts';
import { bigStore } from './big-store.ts';

const TOPICS = Number(process.argv[2] ?? 20_000);
const REQUESTS = 300;
const PATHS = [
  '/api/v1/shortlist',
  '/api/v1/topics?q=pista+ciclabile',
  '/api/v1/topics?q=energy+efficiency+cities',
  '/api/v1/topics?q=citt%C3%A0',
  '/api/v1/topics?q=rifiuti&status=open',
  '/api/v1/topics?status=open',
  '/api/v1/topics',
];

const store = await bigStore(TOPICS);
const deps = depsOf(store, { scorer: createScorer({ profile: MILANO, data: readScoringData() }) });
await scoreTopics({ deps });
const app = createApp(deps);
console.log(`${TOPICS} topics, ${REQUESTS} requests each, one process; ms`);
console.log('cold = another page each time, as the store must be asked; warm = the same page again');
console.log(
  'path | total | bytes | cold cpu | warm median | warm p99 | warm cpu | requests/s to a bare handler (by cpu)',
);
for (const path of PATHS) {
  const body = await (await app.request(path)).text();
  const bare = new Hono().get('*', (c) => c.body(body, 200, { 'content-type': 'application/json' }));
  // A page size of its own is a question of its own: nothing is remembered.
  const cold = await timed(
    app,
    (n) => `${path}${path.includes('?') ? '&' : '?'}pageSize=${50 + (n % 50)}&page=${1 + Math.floor(n / 50)}`,
    40,
  );
  const warm = await timed(app, () => path);
  const floor = await timed(bare, () => path);
  const total = /"total":(\d+)/.exec(body)?.[1];
  const columns = [
    path,
    total,
    body.length,
    cold.cpu.toFixed(1),
    warm.at(0.5),
    warm.at(0.99),
    warm.cpu.toFixed(2),
    `1:${(warm.cpu / floor.cpu).toFixed(1)}`,
  ];
  console.log(columns.join(' | '));
}

/** Wall times tell what a reader waits; CPU time tells the cost on a machine that others use too. */
async function timed(
  target: { request: (path: string) => Response | Promise<Response> },
  pathOf: (n: number) => string,
  requests = REQUESTS,
): Promise<{ at: (share: number) => string; cpu: number }> {
  const times: number[] = [];
  const before = process.cpuUsage();
  for (let n = 0; n < requests; n += 1) {
    const start = performance.now();
    await (await target.request(pathOf(n))).arrayBuffer();
    times.push(performance.now() - start);
  }
  const { user, system } = process.cpuUsage(before);
  times.sort((a, b) => a - b);
  return {
    at: (share) => (times[Math.floor(times.length * share)] ?? 0).toFixed(1),
    cpu: (user + system) / 1000 / requests,
  };
}
