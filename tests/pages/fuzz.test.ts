import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createApp } from '../../src/app.ts';
import { API_SCOPES } from '../../src/domain/api-scope.ts';
import { nodeWebhookSender } from '../../src/node/webhook-sender.ts';
import { issueApiKey } from '../../src/services/operate/api-keys.ts';
import { type Desk, deskStore, openDesk, tokenOf } from './desk/desk-world.ts';
import { readAsset } from './world.ts';

let desk: Desk;
let key: string;
let ask: (path: string, init?: RequestInit) => Response | Promise<Response>;
beforeAll(async () => {
  desk = await openDesk(await deskStore(), {
    secretKey: 'k'.repeat(40),
    webhooks: nodeWebhookSender({ allowPrivate: false }),
  });
  const app = createApp(desk.deps, { readAsset, access: { key: { requests: 1e6, seconds: 1 } } });
  ask = (path, init) => app.request(`http://localhost${path}`, init);
  const input = { partner: 'politecnico-di-milano', scopes: [...API_SCOPES], label: '' };
  ({ key } = await issueApiKey({ deps: desk.deps, input }));
});
afterAll(() => desk.store.close());

const RUNS = { numRuns: 120 };
const nasty = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom(
    '',
    '%',
    '%00',
    '../..',
    "' or 1=1--",
    '"',
    '\u202e',
    '😀',
    '0',
    '-1',
    '1e309',
    'NaN',
    'null',
    '[]',
    '{}',
    'x'.repeat(3_000),
  ),
);
/** A header can hold no more than these. */
const headerText = fc.string({
  unit: fc.integer({ min: 0x20, max: 0xff }).map((code) => String.fromCharCode(code)),
  maxLength: 80,
});
const ours = async (path: string, init?: RequestInit) => {
  const { status } = await ask(path, init);
  expect([path.slice(0, 200), status < 500]).toEqual([path.slice(0, 200), true]);
};

it('query parameters of any kind are never a fault of ours', async () => {
  const doors = [
    '/bandi',
    '/da-valutare',
    '/api/v1/topics',
    '/api/v1/changes',
    '/api/v1/shortlist',
    '/api/v1/interests',
    '/api/v1/evaluations.csv',
    '/common-grants/opportunities',
    '/feeds/shortlist.ics',
    '/seguiti',
    '/webhook',
    '/amministrazione/posta',
  ];
  const names = fc.constantFrom(
    'page',
    'pageSize',
    'q',
    'status',
    'pillar',
    'after',
    'since',
    'updatedSince',
    'fields',
    'format',
    'lang',
    'asOf',
    'sort',
    'fatto',
    'spedite',
    '__proto__',
  );
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...doors),
      fc.array(fc.tuple(names, nasty), { maxLength: 4 }),
      async (door, query) => {
        const headers = { authorization: `Bearer ${key}`, cookie: `bandolo=${tokenOf('ada')}` };
        await ours(`${door}?${new URLSearchParams(query.map(([name, value]) => [name, value]))}`, { headers });
      },
    ),
    RUNS,
  );
}, 60_000);

it('headers of any kind are never a fault of ours', async () => {
  const names = fc.constantFrom(
    'authorization',
    'x-api-key',
    'cookie',
    'accept-language',
    'accept',
    'if-none-match',
    'if-modified-since',
    'range',
    'x-forwarded-for',
    'content-type',
    'origin',
    'sec-fetch-site',
    'x-csrf',
  );
  const doors = fc.constantFrom(
    '/',
    '/bandi',
    '/api/v1/topics',
    '/api/v1/me',
    '/feeds/shortlist.ics',
    '/oggi',
    '/posta/x',
  );
  await fc.assert(
    fc.asyncProperty(doors, fc.array(fc.tuple(names, headerText), { maxLength: 5 }), async (door, headers) => {
      await ours(door, { headers: Object.fromEntries(headers) });
      await ours(door, { method: 'POST', body: 'x', headers: Object.fromEntries(headers) });
    }),
    RUNS,
  );
}, 60_000);

it('tokens in an address open nothing and break nothing', async () => {
  const paths = [
    (t: string) => `/posta/${t}`,
    (t: string) => `/posta/${t}/annulla`,
    (t: string) => `/feeds/calendars/${t}.ics`,
    (t: string) => `/accedi/${t}`,
    (t: string) => `/bandi/${t}`,
    (t: string) => `/api/v1/topics/${t}`,
    (t: string) => `/webhook/${t}`,
  ];
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...paths), nasty, async (path, token) => {
      const at = path(encodeURIComponent(token.replace(/[\ud800-\udfff]/g, '')));
      await ours(at, { headers: { cookie: `bandolo=${tokenOf('ada')}` } });
      await ours(at, { method: 'POST', body: new URLSearchParams({ kind: token, value: token }) });
    }),
    RUNS,
  );
}, 60_000);

it('addresses of webhooks of any kind are taken or told why not', async () => {
  const urls = fc.oneof(
    fc.webUrl({ withFragments: true, withQueryParameters: true }),
    fc.ipV4().map((ip) => `https://${ip}/`),
    fc.ipV6().map((ip) => `https://[${ip}]/`),
    nasty.map((rest) => `https://${rest}`),
    nasty,
  );
  await fc.assert(
    fc.asyncProperty(urls, async (url) => {
      const { status } = await desk.post('pina', '/webhook', {
        partner: 'politecnico-di-milano',
        url,
        'events[]': ['topic.listed'],
      });
      expect([url, [200, 400, 409].includes(status)]).toEqual([url, true]);
    }),
    RUNS,
  );
}, 60_000);

it('bodies of any kind are never a fault of ours', async () => {
  const doors = fc.constantFrom('/api/v1/interests', '/common-grants/opportunities/search');
  await fc.assert(
    fc.asyncProperty(doors, fc.oneof(fc.json(), nasty), async (door, body) => {
      const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
      await ours(door, { method: 'POST', body, headers });
    }),
    RUNS,
  );
}, 60_000);
