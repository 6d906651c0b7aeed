import { describe, expect, it } from 'vitest';
import { createApp } from '../../src/app.ts';
import { pageDeps, readAsset, worldStore } from './world.ts';

/** What may stand in a cache that others are served from. */
const SHOWN_TO_ALL =
  /^\/($|bandi|partner|fonti$|qualita$|privacy$|accessibilita$|assets\/|favicon|api\/(v1\/(topics|shortlist|partners|pillars|scans|changes)|openapi|docs)|common-grants\/|feeds\/(?!calendars))/;

async function openApp() {
  const app = createApp(pageDeps(await worldStore()), { readAsset });
  const addresses = app.routes
    .filter(({ method, path }) => method === 'GET' && !path.includes('*'))
    .map(({ path }) => path.replace(/:[a-zA-Z]+(\{[^}]*\})?\??/g, 'HORIZON-X'));
  return { app, addresses: [...new Set(addresses)] };
}

const policyOf = (answer: Response) => answer.headers.get('cache-control') ?? '';

describe('a cache in front', { timeout: 60_000 }, () => {
  it('may keep only what everybody is shown, over every route there is', async () => {
    const { app, addresses } = await openApp();
    expect(addresses.length).toBeGreaterThan(60);
    for (const address of addresses) {
      const policy = policyOf(await app.request(address));
      if (policy.includes('public')) expect(address).toMatch(SHOWN_TO_ALL);
      else expect(policy, address).toMatch(/private|no-store|no-cache/);
    }
  });

  it('may keep nothing that was made for a cookie or a key', async () => {
    const { app, addresses } = await openApp();
    for (const address of addresses.filter((one) => !one.startsWith('/assets/'))) {
      const withCookie = await app.request(address, { headers: { cookie: 'bandolo=someone; lang=en' } });
      const withKey = await app.request(address, { headers: { authorization: 'Bearer of-somebody' } });
      expect(policyOf(withCookie), address).not.toMatch(/public|s-maxage/);
      expect(policyOf(withKey), address).not.toMatch(/public|s-maxage/);
    }
  });

  it.each(['/', '/bandi', '/api/v1/topics', '/api/v1/shortlist'])(
    'keeps %s a minute, by language, and asks again with its ETag',
    async (address) => {
      const { app } = await openApp();
      const first = await app.request(address);
      expect(policyOf(first)).toContain('s-maxage=60');
      expect(first.headers.get('vary')).toMatch(/Accept-Language.*Cookie/);
      const etag = first.headers.get('etag') ?? expect.fail('no ETag');
      expect((await app.request(address, { headers: { 'if-none-match': etag } })).status).toBe(304);
    },
  );

  it('keeps no answer that sets a cookie, and no refusal', async () => {
    const { app } = await openApp();
    expect(policyOf(await app.request('/?lang=en'))).not.toContain('public');
    expect(policyOf(await app.request('/bandi/NO-SUCH-CALL'))).not.toContain('public');
  });
});
