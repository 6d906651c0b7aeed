import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { TokenBuckets } from '../../src/api/keys/token-bucket.ts';
import { createApp } from '../../src/app.ts';
import type { ApiScope } from '../../src/domain/api-scope.ts';
import { issueApiKey, listApiKeys, revokeApiKey } from '../../src/services/operate/api-keys.ts';
import { score } from '../feeds/stage.ts';
import { depsOf } from '../support/deps.ts';
import { emptyStore, seed } from '../support/store.ts';
import { aTopic } from '../support/topics.ts';

const COMUNE = 'comune-di-milano';
const POLITECNICO = 'politecnico-di-milano';
const matches = (partner: string) => `/api/v1/partners/${partner}/matches`;
const bearer = (key: string) => ({ authorization: `Bearer ${key}` });
const detail = async (answer: Response) => z.object({ detail: z.string() }).parse(await answer.json()).detail;

let store: Awaited<ReturnType<typeof emptyStore>>;
let deps: ReturnType<typeof depsOf>;
beforeEach(async () => {
  store = await emptyStore();
  deps = depsOf(store);
  const topic = aTopic({ identifier: 'HORIZON-BUS-2027-01' });
  await seed(store, [topic]);
  await score(store, [topic], { partners: { [COMUNE]: 0.9, [POLITECNICO]: 0.4 } });
});
afterEach(() => store.close());

const keyFor = async (partner: string, scopes: ApiScope[] = ['topics:read', 'matches:read']) =>
  (await issueApiKey({ deps, input: { partner, scopes, label: 'cruscotto' } })).key;
const get = (path: string, headers: Record<string, string> = {}) => createApp(deps).request(path, { headers });

describe('a partner’s key', () => {
  it('opens its own matches and says whose it is; another’s are closed to it', async () => {
    const key = await keyFor(COMUNE);
    expect((await get(matches(COMUNE), bearer(key))).status).toBe(200);
    expect(await (await get('/api/v1/me', { 'x-api-key': key })).json()).toMatchObject({ partner: { id: COMUNE } });
    for (const door of [
      matches(POLITECNICO),
      `${matches(POLITECNICO)}?format=csv`,
      `${matches(POLITECNICO)}.csv`,
      `${matches(POLITECNICO)}.xlsx`,
    ]) {
      const answer = await get(door, bearer(key));
      expect([answer.status, await detail(answer)]).toEqual([403, expect.stringContaining(POLITECNICO)]);
    }
  });

  it('opens nothing that its scopes do not name', async () => {
    const answer = await get(matches(COMUNE), bearer(await keyFor(COMUNE, ['topics:read'])));
    expect([answer.status, await detail(answer)]).toEqual([403, expect.stringContaining('matches:read')]);
  });

  it('opens nothing once revoked, and says so instead of treating its owner as a stranger', async () => {
    const key = await keyFor(COMUNE);
    const [card] = await listApiKeys({ deps });
    await revokeApiKey({ deps, input: { prefix: card?.prefix ?? '' } });
    const answer = await get('/api/v1/topics', bearer(key));
    expect([answer.status, answer.headers.get('www-authenticate')]).toEqual([401, 'Bearer realm="bandolo"']);
    expect((await get('/api/v1/topics')).status).toBe(200);
  });

  it('is worth nothing with one character changed', async () => {
    const key = await keyFor(COMUNE);
    for (const at of [5, 20, key.length - 2]) {
      const other = `${key.slice(0, at)}${key[at] === 'a' ? 'b' : 'a'}${key.slice(at + 1)}`;
      expect((await get('/api/v1/me', bearer(other))).status).toBe(401);
    }
  });

  it('is kept as a hash: who reads the store cannot use it', async () => {
    const key = await keyFor(COMUNE);
    const secret = key.split('_').slice(2).join('_');
    const rows = await store.db.all(sql`select * from api_keys`);
    expect(rows).not.toEqual([]);
    expect(JSON.stringify(rows)).not.toContain(secret);
    expect(JSON.stringify(await listApiKeys({ deps }))).not.toMatch(/hash|[0-9a-f]{64}/);
  });

  it('remembers the minute of its last use', async () => {
    const key = await keyFor(COMUNE);
    expect((await listApiKeys({ deps }))[0]?.lastUsedAt).toBeNull();
    await get('/api/v1/topics', bearer(key));
    expect((await listApiKeys({ deps }))[0]?.lastUsedAt).toBe('2026-11-22T09:00:00Z');
  });

  it('is kept out of shared caches, unlike what strangers read', async () => {
    const key = await keyFor(COMUNE);
    expect((await get('/api/v1/topics', bearer(key))).headers.get('cache-control')).toBe('private');
  });
});

describe('the allowance', () => {
  let seconds = 0;
  const limited = () =>
    createApp(deps, {
      access: {
        key: { requests: 3, seconds: 60 },
        anonymous: { requests: 1, seconds: 60 },
        buckets: new TokenBuckets(() => seconds * 1000),
        trustProxy: true,
      },
    });
  const from = (address: string) => ({ 'x-forwarded-for': address });

  it('of a key is counted down, refused when used up, and comes back with time', async () => {
    const app = limited();
    const key = await keyFor(COMUNE);
    const ask = () => app.request('/api/v1/pillars', { headers: bearer(key) });
    const left = [];
    for (let n = 0; n < 3; n += 1) left.push((await ask()).headers.get('ratelimit-remaining'));
    expect(left).toEqual(['2', '1', '0']);
    const refused = await ask();
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '20']);
    seconds += 20;
    expect((await ask()).status).toBe(200);
  });

  it('of one is not another’s: keys and strangers each have their own', async () => {
    const app = limited();
    const [own, other] = [await keyFor(COMUNE), await keyFor(POLITECNICO)];
    for (let n = 0; n < 4; n += 1) await app.request('/api/v1/pillars', { headers: bearer(own) });
    expect((await app.request('/api/v1/pillars', { headers: bearer(other) })).status).toBe(200);
    expect((await app.request('/api/v1/pillars', { headers: from('192.0.2.1') })).status).toBe(200);
    expect((await app.request('/api/v1/pillars', { headers: from('192.0.2.1') })).status).toBe(429);
    expect((await app.request('/api/v1/pillars', { headers: from('192.0.2.2') })).status).toBe(200);
  });

  it('is spent by guessing too', async () => {
    const app = limited();
    const guess = (n: number) => ({ ...from('192.0.2.9'), ...bearer(`bdl_00000000000${n}_${'x'.repeat(43)}`) });
    expect((await app.request('/api/v1/me', { headers: guess(1) })).status).toBe(401);
    expect((await app.request('/api/v1/me', { headers: guess(2) })).status).toBe(429);
  });

  it('does not count pages, nor anybody behind a proxy that we were not told to trust', async () => {
    const app = createApp(deps, { access: { anonymous: { requests: 1, seconds: 60 } } });
    const env = { incoming: { socket: { remoteAddress: '127.0.0.1' } } };
    for (let n = 0; n < 5; n += 1) expect((await app.request('/api/v1/pillars', {}, env)).status).toBe(200);
  });
});

describe('a page of another origin', () => {
  it('may ask with a key: the preflight says so, and the answer may be read', async () => {
    const origin = 'https://partner.example';
    const preflight = await createApp(deps).request('/api/v1/topics', {
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-method': 'GET', 'access-control-request-headers': 'authorization' },
    });
    expect([preflight.status, preflight.headers.get('access-control-allow-headers')]).toEqual([204, 'authorization']);
    const answer = await get('/api/v1/topics', { origin });
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    expect(answer.headers.get('access-control-allow-credentials')).toBeNull();
  });
});

describe('whatever stands in the headers', () => {
  it('is a key, a stranger, or refused; never a fault of ours', async () => {
    const app = createApp(deps);
    const header = fc.stringMatching(/^[\x21-\x7e]{0,80}$/);
    await fc.assert(
      fc.asyncProperty(header, header, async (authorization, key) => {
        const answer = await app.request('/api/v1/me', { headers: { authorization, 'x-api-key': key } });
        expect(answer.status).toBe(401);
      }),
      { numRuns: 200 },
    );
  });
});
