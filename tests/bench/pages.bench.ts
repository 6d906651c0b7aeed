/** `npx tsx tests/bench/pages.bench.ts [TOPICS]`: server time of every page of the desk and the catalogue, by role. */
import { saveFact } from '../../db/repositories/store-facts.ts';
import { createApp } from '../../src/app.ts';
import { createScorer } from '../../src/scoring/create-scorer.ts';
import { scoreTopics } from '../../src/services/matching/score-topics.ts';
import { readAsset } from '../pages/world.ts';
import { readScoringData } from '../quality/read-scoring-data.ts';
import { depsOf, MILANO } from '../support/deps.ts';
import { filledStore, tokenOf, WHO } from './filled-store.ts';

const TOPICS = Number(process.argv[2] ?? 20_000);
const [DOSSIERS, PEOPLE, TIMES] = [500, 60, 12];
const BOUND_MS = 100;

const store = await filledStore(TOPICS, DOSSIERS, PEOPLE);
const deps = depsOf(store, { scorer: createScorer({ profile: MILANO, data: readScoringData() }), secretKey: 'bench' });
await scoreTopics({ deps });
const app = createApp(deps, { readAsset });
const dossier = `/dossier/d${(5).toString(16).padStart(15, '0')}`;
const topic = store.sqlite
  .prepare('select topic_key from topic_scores order by city_relevance desc limit 1')
  .pluck()
  .get();
const PAGES = [
  '/oggi',
  '/da-valutare',
  '/bandi',
  '/bandi?q=energy+cities',
  `/bandi/${topic}`,
  '/partner',
  '/partner/atm',
  '/triage',
  '/dossier',
  '/dossier?vista=tabella&chiusi=si',
  '/dossier/nuovo',
  dossier,
  `${dossier}/parere`,
  `${dossier}/interesse`,
  '/calendario',
  '/richieste',
  '/sedute',
  '/sedute/nuova',
  '/verbali',
  '/gruppi/mobility',
  '/progetti',
  '/analisi',
  '/avvisi',
  '/fonti',
  '/qualita',
  '/registro',
  '/persone',
  '/amministrazione',
  '/profilo',
];

console.log(
  `${TOPICS} topics, ${DOSSIERS} dossiers, ${PEOPLE} people; CPU ms a request, ${TIMES} times each, bound ${BOUND_MS}`,
);
console.log('warm = nobody has written since; after a write = what pages remember must be asked again');
console.log('page | role | bytes | warm | after a write');
let slow = 0;
for (const path of PAGES) {
  for (const role of WHO) {
    const ask = () => app.request(path, { headers: { cookie: `bandolo=${tokenOf(role)}` } });
    const first = await ask();
    if (first.status !== 200) continue;
    const bytes = (await first.text()).length;
    const warm = await cpu(ask, async () => undefined);
    const cold = await cpu(ask, (n) => saveFact(store.db, 'bench', n, deps.clock.now()));
    if (Math.max(warm, cold) > BOUND_MS) slow += 1;
    console.log(`${path} | ${role} | ${bytes} | ${warm.toFixed(1)} | ${cold.toFixed(1)}`);
    break;
  }
}
console.log(`pages over ${BOUND_MS} ms: ${slow}`);

/** The middle of several; CPU time, because the machine may be busy with something else. */
async function cpu(ask: () => Response | Promise<Response>, before: (n: number) => Promise<void>): Promise<number> {
  const times: number[] = [];
  for (let n = 0; n < TIMES; n += 1) {
    await before(n);
    const start = process.cpuUsage();
    await (await ask()).arrayBuffer();
    const { user, system } = process.cpuUsage(start);
    times.push((user + system) / 1000);
  }
  return times.sort((a, b) => a - b)[Math.floor(TIMES / 2)] ?? 0;
}
