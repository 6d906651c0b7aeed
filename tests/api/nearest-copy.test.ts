import { describe, expect, it } from 'vitest';
import { asksAsAnybody } from '../../src/api/cache-policy.ts';
import { appOf } from '../support/deps.ts';
import { emptyStore, seed } from '../support/store.ts';
import { aTopic } from '../support/topics.ts';

const asking = (path: string, headers: Record<string, string> = {}) =>
  asksAsAnybody(new Request(`http://localhost${path}`, { headers }));

describe('which copy of the store answers', () => {
  it.each(['/', '/bandi', '/bandi/HORIZON-X', '/api/v1/shortlist?pageSize=1', '/feeds/shortlist.ics'])(
    'is the nearest for %s, asked by nobody in particular',
    (path) => {
      expect(asking(path)).toBe(true);
    },
  );

  it.each([
    ['/', { cookie: 'bandolo=x' }],
    ['/api/v1/shortlist', { authorization: 'Bearer bdl_x' }],
    ['/api/v1/shortlist', { 'x-api-key': 'bdl_x' }],
  ])(
    'begins at the primary for %s with %o: what they wrote, or what was taken from them, must be seen',
    (path, headers) => {
      expect(asking(path, headers)).toBe(false);
    },
  );

  // A link may be followed a second after it was made.
  it.each([
    '/accedi/token',
    '/posta/token',
    '/conferma/token',
    '/offerte/token',
    '/feeds/calendars/token.ics',
    '/avvisi/1',
  ])('begins at the primary for %s, an address made a moment ago', (path) => {
    expect(asking(path)).toBe(false);
  });

  it('answers every question of a request that reads, and none of one that writes', async () => {
    const [primary, copy] = [await emptyStore(), await emptyStore()];
    await seed(copy, [aTopic({ identifier: 'OF-THE-COPY' })]);
    const app = appOf(primary, { nearest: () => copy.db.$client });
    const before = { primary: primary.meter.queries, copy: copy.meter.queries };
    expect(await (await app.request('/api/v1/topics')).text()).toContain('OF-THE-COPY');
    expect(primary.meter.queries).toBe(before.primary);
    const reading = copy.meter.queries;
    expect(reading).toBeGreaterThan(before.copy);
    const headers = { authorization: `Bearer bdl_${'x'.repeat(40)}` };
    expect((await app.request('/api/v1/interests', { method: 'POST', headers })).status).toBe(401);
    expect(copy.meter.queries).toBe(reading);
  });
});
