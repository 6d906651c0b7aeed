import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../../src/app.ts';
import { CAST, type Desk, type Player, textOf } from '../desk/desk-world.ts';
import { readAsset } from '../world.ts';
import { type FullDesk, fullDesk } from './full-desk.ts';
import { routesOf } from './routes.ts';

const NAME = 'Rita Legge';
const ADDRESS = 'rita@example.org';
const names = (text: string): boolean => new RegExp(`${NAME}|${ADDRESS}`, 'i').test(text);

let full: FullDesk;
let desk: Desk;
beforeAll(async () => {
  full = await fullDesk(`Chiedere a ${NAME}, ${ADDRESS}`);
  desk = full.desk;
  await desk.post(null, full.address('/offerte/:token'), {
    answer: 'interested',
    role: 'follower',
    author: NAME,
    note: `Sentita ${NAME}`,
  });
  await desk.post('anna', '/triage/decisioni', {
    'keys[]': 'HORIZON-CL5-2027-D6-03',
    decision: 'discard',
    reason: 'other',
    note: `Lo dice ${NAME}`,
  });
  await desk.get('rita', `/dossier/${full.dossier}`);
  expect(names(await everyRow())).toBe(true);
  const erased = await desk.post('ada', '/persone/rita/cancella', { confirm: 'yes' });
  expect(erased.status).toBe(303);
}, 120_000);
afterAll(() => desk.store.close());

/** All that is kept, table by table; with each the rows that still name the person. */
async function stillNaming(): Promise<string[]> {
  const tables = await desk.store.db.all<{ name: string }>(
    sql`select name from sqlite_master where type = 'table' and name not glob 'topic_search*'`,
  );
  const found: string[] = [];
  for (const { name } of tables)
    for (const row of await desk.store.db.all(sql`select * from ${sql.identifier(name)}`))
      if (names(JSON.stringify(row))) found.push(`${name} ${JSON.stringify(row)}`);
  return found;
}
const everyRow = async (): Promise<string> => (await stillNaming()).join('\n');

describe('who was erased', () => {
  it('is named in no row of any table', async () => {
    expect(await stillNaming()).toEqual([]);
  });

  it.each([null, ...Object.keys(CAST).filter((name): name is Player => name in CAST && name !== 'rita')])(
    'is named on no page, sheet, feed or paper that %s reads',
    async (player) => {
      for (const { method, pattern } of routesOf(createApp(desk.deps, { readAsset }))) {
        if (method !== 'GET') continue;
        const path = full.address(pattern);
        const { html } = await desk.get(player, path, { 'x-api-key': full.key });
        expect([path, names(textOf(html)) || names(html)]).toEqual([path, false]);
      }
    },
    60_000,
  );

  it('leaves the chain of the minutes as it was, and can come in no more', async () => {
    expect(textOf((await desk.get('sergio', '/verbali')).html)).toContain('La catena è integra');
    expect((await desk.get('rita', '/profilo')).status).toBe(403);
  });
});
