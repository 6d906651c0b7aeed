/** `npx tsx tests/bench/read.bench.ts [TOPICS]`: how fast pages of lists answer, beside a bare handler with the same bytes. */
import { Hono } from 'hono';
import { createApp } from '../../src/app.ts';
import { createScorer } from '../../src/scoring/create-scorer.ts';
import { scoreTopics } from '../../src/services/score-topics.ts';
import { readScoringData } from '../quality/read-scoring-data.ts';
import { depsOf, MILANO } from '../support/deps.ts';
import { bigStore } from './big-store.ts';

const TOPICS = Number(process.argv[2] ?? 20_000);
const REQUESTS = 400;
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
console.log('path | total | bytes | median | p99 | max | requests/s to a bare handler');
for (const path of PATHS) {
  const first = await app.request(path);
  const body = await first.text();
  const bare = new Hono().get('*', (c) => c.body(body, 200, { 'content-type': 'application/json' }));
  const own = await timed(app, path);
  const floor = await timed(bare, path);
  const at = (share: number) => (own[Math.floor(own.length * share)] ?? 0).toFixed(1);
  const ratio = sum(floor) / sum(own);
  const total = /"total":(\d+)/.exec(body)?.[1];
  console.log(
    `${path} | ${total} | ${body.length} | ${at(0.5)} | ${at(0.99)} | ${at(0.9999)} | 1:${(1 / ratio).toFixed(0)}`,
  );
}

async function timed(
  target: { request: (path: string) => Response | Promise<Response> },
  path: string,
): Promise<number[]> {
  const times: number[] = [];
  for (let n = 0; n < REQUESTS; n += 1) {
    const start = performance.now();
    await (await target.request(path)).arrayBuffer();
    times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
