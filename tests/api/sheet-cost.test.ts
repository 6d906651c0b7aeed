import { beforeAll, expect, it } from 'vitest';
import { createApp } from '../../src/app.ts';
import { readAsset } from '../pages/world.ts';
import { depsOf } from '../support/deps.ts';
import { emptyStore } from '../support/store.ts';

let store: Awaited<ReturnType<typeof emptyStore>>;
beforeAll(async () => {
  store = await emptyStore();
});

/** A stranger with an allowance of 50, asking one thing after the other. */
async function statusesOf(paths: readonly string[], forwarded: (n: number) => string = () => '203.0.113.9') {
  const access = { anonymous: { requests: 50, seconds: 3_600_000 }, trustProxy: true };
  const app = createApp(depsOf(store), { readAsset, access });
  const statuses: number[] = [];
  for (const [n, path] of paths.entries())
    statuses.push((await app.request(path, { headers: { 'x-forwarded-for': forwarded(n) } })).status);
  return statuses;
}

it('a whole list as a sheet costs as much as twenty requests, wherever it is handed out', async () => {
  for (const sheet of ['/api/v1/topics.csv', '/api/v1/topics?format=xlsx', '/bandi.csv', '/da-valutare.csv'])
    expect([sheet, await statusesOf([sheet, sheet, sheet])]).toEqual([sheet, [200, 200, 429]]);
  // One allowance for all doors, and what is left of it still serves what is cheap.
  expect(await statusesOf(['/bandi.csv', '/api/v1/topics.csv', '/api/v1/shortlist.csv', '/api/v1/pillars'])).toEqual([
    200, 200, 429, 200,
  ]);
});

it('who writes addresses of their own before the proxy’s gains nothing by it', async () => {
  const spoofed = (n: number) => `198.51.100.${n}, 203.0.113.9`;
  expect((await statusesOf(['/bandi.csv', '/bandi.csv', '/bandi.csv'], spoofed)).at(-1)).toBe(429);
});
