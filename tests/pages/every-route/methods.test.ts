import { TrieRouter } from 'hono/router/trie-router';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../../src/app.ts';
import { type Desk, openDesk, tokenOf } from '../desk/desk-world.ts';
import { readAsset } from '../world.ts';
import { nobodys, routesOf } from './routes.ts';

let desk: Desk;
let app: ReturnType<typeof createApp>;
beforeAll(async () => {
  desk = await openDesk();
  app = createApp(desk.deps, { readAsset });
});
afterAll(() => desk.store.close());

const SENDERS: readonly Record<string, string>[] = [
  {},
  { origin: 'https://evil.example' },
  { cookie: `bandolo=${tokenOf('ada')}` },
];
const CHANGING = ['POST', 'PUT', 'PATCH', 'DELETE'];

describe('a method that an address does not take', () => {
  it('is a 405 that names those it takes, wherever it comes from and whoever sends it', async () => {
    const routes = routesOf(app);
    // Addresses may look alike: a POST to `/progetti/nuovo` is one to `/progetti/:id`.
    const table = new TrieRouter<string>();
    for (const { method, pattern } of routes) table.add(method, pattern, method);
    const takes = (method: string, path: string) => table.match(method, path)[0].length > 0;
    const patterns = [...new Set(routes.map(({ pattern }) => pattern))].filter((one) => one !== '/*' && one !== '*');
    expect(patterns.length).toBeGreaterThan(150);
    for (const pattern of patterns)
      for (const method of CHANGING.filter((one) => !takes(one, nobodys(pattern))))
        for (const headers of SENDERS) {
          const answer = await app.request(nobodys(pattern), { method, headers });
          // Behind a key's door nobody learns even that.
          if ([401, 403].includes(answer.status) && /^\/api\/v1\/(interests|evaluations)/.test(pattern)) continue;
          expect([method, pattern, answer.status], JSON.stringify(headers)).toEqual([method, pattern, 405]);
          const allowed = answer.headers.get('allow')?.split(', ') ?? [];
          const real = CHANGING.concat('GET').filter((one) => takes(one, nobodys(pattern)));
          expect([pattern, allowed]).toEqual([pattern, expect.arrayContaining(real)]);
          expect(allowed).not.toContain(method);
        }
  }, 120_000);

  it('does not open a form to strangers where it is taken', async () => {
    for (const { method, pattern } of routesOf(app).filter((one) => CHANGING.includes(one.method))) {
      if (/^\/(api|common-grants|posta\/:token)/.test(pattern)) continue;
      const answer = await app.request(nobodys(pattern), { method, headers: { origin: 'https://evil.example' } });
      expect([pattern, answer.status]).toEqual([pattern, 403]);
    }
  });
});

describe('a body of more than a megabyte', () => {
  const body = `text=${'x'.repeat(1_100_000)}`;
  const headers = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' };
  it.each([
    ['/accesso', 'text/html'],
    ['/posta/none/annulla', 'text/html'],
    ['/common-grants/opportunities/search', 'application/problem+json'],
    ['/api/v1/interests', 'application/problem+json'],
  ])('is refused at %s as %s', async (path, type) => {
    const answer = await app.request(path, { method: 'POST', body, headers });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([413, expect.stringContaining(type)]);
    expect(await answer.text()).toMatch(type === 'text/html' ? /al massimo un megabyte/ : /bytes/);
  });
});
