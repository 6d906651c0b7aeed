import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { buildDashboard } from '../../examples/partner-dashboard/build.ts';
import { createApp } from '../../src/app.ts';
import { createClient } from '../../src/client.ts';
import { issueApiKey } from '../../src/services/operate/api-keys.ts';
import { readPortal, score } from '../feeds/stage.ts';
import { depsOf } from '../support/deps.ts';
import { emptyStore } from '../support/store.ts';
import { aRound, aTopic } from '../support/topics.ts';

let store: Awaited<ReturnType<typeof emptyStore>>;
let deps: ReturnType<typeof depsOf>;
beforeEach(async () => {
  store = await emptyStore();
  deps = depsOf(store);
});
afterEach(() => store.close());

const clientWith = (key?: string) => {
  const app = createApp(deps);
  return createClient('http://bandolo.test', { key, fetch: async (input, init) => await app.request(input, init) });
};

describe('the typed client', () => {
  it('knows every route of the API, and no other', async () => {
    const app = createApp(deps);
    const { paths } = z
      .object({ paths: z.record(z.string(), z.unknown()) })
      .parse(await (await app.request('/api/openapi.json')).json());
    const written = [...readFileSync('src/client.ts', 'utf8').matchAll(/^ {4}'(\/api\/v1\/[^']*)'/gm)].map(
      ([, path = '']) => path,
    );
    const served = Object.entries(paths)
      .filter(
        ([path, methods]) =>
          path.startsWith('/api/v1/') &&
          typeof methods === 'object' &&
          methods !== null &&
          ['get', 'post', 'delete'].some((one) => one in methods),
      )
      .map(([path]) => path.replace(/\{(\w+)\}/g, ':$1'));
    expect(written.sort()).toEqual(served.sort());
  });

  it('reads what is public without a key, and follows the changes', async () => {
    const topic = aTopic({ identifier: 'HORIZON-BUS-2027-01', title: 'Buses' });
    await readPortal(store, '2026-09-01T05:00:00Z', [topic]);
    await readPortal(store, '2026-10-01T05:00:00Z', [{ ...topic, rounds: [aRound({ closesOn: '2027-03-01' })] }]);
    const { api } = clientWith();
    const topics = await api.v1.topics.$get({ query: { status: 'open', pageSize: 10 } });
    expect(topics.ok && (await topics.json()).items.map(({ title }) => title)).toEqual(['Buses']);
    const one = await api.v1.topics[':identifier'].$get({ param: { identifier: topic.identifier } });
    expect(one.ok && (await one.json()).daysLeft).toBe(99);
    const changes = await api.v1.changes.$get({ query: { after: 0 } });
    expect(changes.ok && (await changes.json())).toMatchObject({ next: 1, items: [{ field: 'deadlines' }] });
  });

  it('shows its key, and tells a refusal from an answer', async () => {
    const { key } = await issueApiKey({
      deps,
      input: { partner: 'comune-di-milano', scopes: ['matches:read'], label: '' },
    });
    const topic = aTopic();
    await readPortal(store, '2026-09-01T05:00:00Z', [topic]);
    await score(store, [topic], { partners: { 'comune-di-milano': 0.9 } });
    const { api } = clientWith(key);
    const me = await api.v1.me.$get();
    expect(me.ok && (await me.json()).partner.id).toBe('comune-di-milano');
    const own = await api.v1.partners[':pic'].matches.$get({ param: { pic: 'comune-di-milano' } });
    expect(own.ok && (await own.json()).items.map((match) => match.score)).toEqual([0.9]);
    const other = await api.v1.partners[':pic'].matches.$get({ param: { pic: 'politecnico-di-milano' } });
    expect(other.ok ? null : (await other.json()).status).toBe(403);
  });
});

describe('the example dashboard', () => {
  it('ships the script that its sources make', async () => {
    expect(readFileSync('examples/partner-dashboard/dashboard.min.js', 'utf8')).toBe(await buildDashboard(false));
  });
});
