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
console.log('never asked before | median | p99 | cpu');
for (const [name, paths] of Object.entries(neverAsked())) {
  // The first one pays for what is compiled, or remembered for all of them.
  const [first = '', ...others] = paths;
  await (await app.request(first)).arrayBuffer();
  const times = await timed(app, (n) => others[n] ?? '', others.length);
  console.log([name, times.at(0.5), times.at(0.99), times.cpu.toFixed(1)].join(' | '));
}
console.log('asked again | total | bytes | median | p99 | cpu | requests/s to a bare handler (by cpu)');
for (const path of PATHS) {
  const body = await (await app.request(path)).text();
  const bare = new Hono().get('*', (c) => c.body(body, 200, { 'content-type': 'application/json' }));
  const warm = await timed(app, () => path);
  const floor = await timed(bare, () => path);
  const total = /"total":(\d+)/.exec(body)?.[1];
  const columns = [
    path,
    total,
    body.length,
    warm.at(0.5),
    warm.at(0.99),
    warm.cpu.toFixed(2),
    `1:${(warm.cpu / floor.cpu).toFixed(1)}`,
  ];
  console.log(columns.join(' | '));
}

/** Questions of which each is put once, so that no answer is remembered: a page size, a word or two of its own. */
function neverAsked(): Record<string, string[]> {
  const english =
    'energy city water climate health bus train bike housing waste school women jobs digital data port air noise flood heat green park food logistics freight charging buildings poverty migration youth museum culture tourism safety police fire cyber sensor robots satellites';
  const italian =
    'acqua rifiuti scuola anziani lavoro donne casa quartiere verde parco rumore aria traffico biciclette tram autobus energia edifici cultura musei turismo sicurezza dati cibo';
  const words = english.split(' ');
  const asked = (word: string) => `/api/v1/topics?q=${encodeURIComponent(word)}`;
  return {
    'the shortlist, other pages': Array.from({ length: 60 }, (_, n) => `/api/v1/shortlist?pageSize=${40 + n}&page=1`),
    'an English word': words.map(asked),
    'two English words': words.map((word, i) => asked(`${word} ${words[(i * 7 + 3) % words.length]}`)),
    'an Italian word': italian.split(' ').map(asked),
    'a word, open calls only': words.map((word) => `${asked(word)}&status=open`),
    'leafing through open calls': Array.from({ length: 40 }, (_, n) => `/api/v1/topics?status=open&page=${n + 1}`),
  };
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
