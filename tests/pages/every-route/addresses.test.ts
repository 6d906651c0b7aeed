import { afterAll, beforeAll, expect, it } from 'vitest';
import { createApp } from '../../../src/app.ts';
import { type Desk, openDesk, tokenOf } from '../desk/desk-world.ts';
import { readAsset } from '../world.ts';
import { at, routesOf } from './routes.ts';

/** Parts of an address that name nothing, some of which are not even text. */
const PARTS = [
  '%zz',
  '%ff',
  '%c0%ae%c0%ae',
  '%00',
  '..%2f..%2fpackage.json',
  '%0d%0aX-Evil:%201',
  '%F0%9F%98%80',
  '%E2%80%AE',
  'x'.repeat(4_000),
  '__proto__',
  '-1',
  '1e309',
];

let desk: Desk;
let app: ReturnType<typeof createApp>;
beforeAll(async () => {
  desk = await openDesk();
  app = createApp(desk.deps, { readAsset });
});
afterAll(() => desk.store.close());

it.each(PARTS)('an address that nobody made is not found, never a fault of ours: %s', async (part) => {
  const readers: Record<string, string>[] = [
    {},
    { cookie: `bandolo=${tokenOf('ada')}` },
    { cookie: `bandolo=${tokenOf('anna')}` },
  ];
  for (const { method, pattern } of routesOf(app).filter(({ pattern: own }) => own.includes(':')))
    for (const headers of readers) {
      const path = at(pattern, (_, shape) => `${part}${/\\(\.[a-z]+)$/.exec(shape)?.[1] ?? ''}`);
      const answer = await app.request(path, { method, headers: { 'sec-fetch-site': 'same-origin', ...headers } });
      expect([path, answer.status >= 400 && answer.status < 500]).toEqual([path, true]);
      expect(answer.headers.get('x-evil')).toBeNull();
    }
});
