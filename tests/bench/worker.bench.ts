/**
 * What pages cost on Workers: queries and rows read a request, bytes, and time beside a page that asks nothing of the store.
 *   npm run dev:workers -- --var LOG_LEVEL:trace
 *   npx tsx tests/bench/worker.bench.ts http://localhost:8787
 */
const server = process.argv[2] ?? 'http://localhost:8787';
const REQUESTS = 10;
const PAGES = [
  '/',
  '/bandi',
  '/bandi?q=mobilit%C3%A0',
  '/partner',
  '/partner/politecnico-di-milano',
  '/fonti',
  '/qualita',
  '/api/v1/topics',
  '/api/v1/shortlist',
  '/feeds/shortlist.ics',
];

const list: unknown = await (await fetch(`${server}/api/v1/shortlist?pageSize=1`)).json();
const topic = /"identifier":"([^"]+)"/.exec(JSON.stringify(list))?.[1] ?? '';
const floor = await timed('/assets/none');
console.log('page | queries | round trips | rows read | bytes | ms | to a page without the store');
for (const page of [...PAGES, `/bandi/${encodeURIComponent(topic)}`]) {
  const answer = await fetch(server + page);
  const bytes = (await answer.arrayBuffer()).byteLength;
  const [, queries, trips, rows] =
    /queries;dur=(\d+), trips;dur=(\d+), rows;dur=(\d+)/.exec(answer.headers.get('server-timing') ?? '') ?? [];
  const ms = await timed(page);
  console.log([page, queries, trips, rows, bytes, ms.toFixed(1), `${(ms / floor).toFixed(1)} ×`].join(' | '));
}

/** Median of some requests, one after the other. */
async function timed(page: string): Promise<number> {
  const times: number[] = [];
  for (let n = 0; n < REQUESTS; n += 1) {
    const start = performance.now();
    await (await fetch(server + page)).arrayBuffer();
    times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[Math.floor(REQUESTS / 2)] ?? 0;
}

export {};
