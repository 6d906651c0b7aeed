import { beforeAll, describe, expect, it } from 'vitest';
import { saveFact } from '../../db/repositories/store-facts.ts';
import { createApp } from '../../src/app.ts';
import { CAST, type Player, tokenOf } from './desk/desk-world.ts';
import { type LivedInHouse, livedInHouse } from './lived-in-house.ts';
import { readAsset } from './world.ts';

/** What one request may ask of the store: a statement is a query, each of a batch one of its own, as D1 counts. */
const MOST = 6;

/** Who sees pages of their own; the rest of the cast sees what one of these sees. */
const READERS: readonly (Player | 'key' | null)[] = [
  null,
  'key',
  ...Object.keys(CAST).filter((name): name is Player => name in CAST),
];

let house: LivedInHouse;
let app: ReturnType<typeof createApp>;
beforeAll(async () => {
  house = await livedInHouse();
  app = createApp(house.desk.deps, { readAsset });
}, 120_000);

const headersOf = (reader: Player | 'key' | null): Record<string, string> => {
  if (reader === null) return {};
  return reader === 'key' ? { authorization: `Bearer ${house.key}` } : { cookie: `bandolo=${tokenOf(reader)}` };
};

/** What an answer costs when nothing is remembered: somebody has just written. */
async function askCold(path: string, reader: Player | 'key' | null): Promise<{ status: number; queries: number }> {
  const { store } = house.desk;
  await saveFact(store.db, 'written', Math.random(), '2026-11-22T09:00:00Z');
  const before = store.meter.queries;
  const answer = await app.request(path, { headers: headersOf(reader) });
  await answer.arrayBuffer();
  return { status: answer.status, queries: store.meter.queries - before };
}

describe('what a page asks of the store', () => {
  it('is at most six queries, whoever reads whichever address, though nothing is remembered', async () => {
    const routes = new Set(app.routes.filter(({ method }) => method === 'GET').map(({ path }) => path));
    const shown: string[] = [];
    const greedy: string[] = [];
    const silent: string[] = [];
    for (const route of [...routes].sort()) {
      const path = route.includes(':') || route.includes('*') ? house.addresses[route] : route;
      expect(path, `an address for ${route}`).toBeTruthy();
      let best = 999;
      let most = { queries: 0, reader: '' };
      for (const reader of READERS) {
        const isForPrograms = /^\/(api|feeds|common-grants)/.test(route);
        if (isForPrograms ? reader !== null && reader !== 'key' : reader === 'key') continue;
        const { status, queries } = await askCold(path ?? '', reader);
        expect(status, `${route} as ${reader}`).toBeLessThan(500);
        best = Math.min(best, status);
        if (queries > most.queries) most = { queries, reader: reader ?? 'a visitor' };
      }
      shown.push(`${route} ${best} ${most.queries} ${most.reader}`);
      if (best >= 400) silent.push(`${route}: ${best}`);
      if (most.queries > MOST) greedy.push(`${route} as ${most.reader}: ${most.queries}`);
    }
    if (process.env.QUERY_TABLE !== undefined) console.log(shown.join('\n'));
    expect(silent).toEqual(['/*: 404', '/assets/:version/:path{.+}: 404']);
    expect(greedy).toEqual([]);
  }, 300_000);
});
