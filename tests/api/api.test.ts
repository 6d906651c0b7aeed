import { beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { SqliteD1 } from '../../db/sqlite-d1.ts';
import { createApp } from '../../src/app.ts';
import { scoreTopics } from '../../src/services/matching/score-topics.ts';
import { readAsset } from '../pages/world.ts';
import { appOf, depsOf } from '../support/deps.ts';
import { ENGINE, type TestStore } from '../support/engine.ts';
import { emptyStore, seed } from '../support/store.ts';
import { aRound, aSection, aTopic } from '../support/topics.ts';

let store: TestStore;
beforeAll(async () => {
  store = await emptyStore();
  await seed(store, [
    aTopic({
      identifier: 'B-01',
      title: 'Mobility in cities',
      aliases: ['OLD-B-01'],
      sections: [aSection('Bus lanes for the city.')],
    }),
    aTopic({ identifier: 'A-01', title: '=HYPERLINK("http://evil")', rounds: [aRound({ closesOn: '2019-01-08' })] }),
    aTopic({
      kind: 'cascade',
      identifier: 'PARENT',
      reference: '2COMPETITIVE_CALLen',
      parentIdentifier: 'PARENT',
      title: 'Second call',
    }),
    aTopic({
      kind: 'cascade',
      identifier: 'PARENT',
      reference: '1COMPETITIVE_CALLen',
      parentIdentifier: 'PARENT',
      title: 'First call',
    }),
    aTopic({
      kind: 'external',
      identifier: 'EuropeAid/181971/DH/ACT/XK',
      reference: '181971PROSPECTSEN',
      title: 'Abroad',
    }),
  ]);
  await scoreTopics({ deps: depsOf(store) });
});

const get = (path: string, headers: Record<string, string> = {}) => appOf(store).request(path, { headers });
const listSchema = z.object({
  items: z.array(z.record(z.string(), z.unknown())),
  page: z.number(),
  pageSize: z.number(),
  total: z.number(),
});
const list = async (path: string) => listSchema.parse(await (await get(path)).json());

describe('GET /api/v1/topics', () => {
  it('gives every topic, closed ones too, by identifier then reference', async () => {
    const { items, total, page } = await list('/api/v1/topics');
    expect([total, page]).toEqual([5, 1]);
    expect(items.map((item) => item.reference ?? item.identifier)).toEqual([
      'A-01',
      'B-01',
      '181971PROSPECTSEN',
      '1COMPETITIVE_CALLen',
      '2COMPETITIVE_CALLen',
    ]);
  });

  it('gives exactly the fields of its contract, unknown as null', async () => {
    const { items } = await list('/api/v1/topics?status=closed');
    expect(Object.keys(items[0] ?? {})).toEqual([
      'identifier',
      'kind',
      'reference',
      'title',
      'programme',
      'callIdentifier',
      'callTitle',
      'url',
      'status',
      'statedStatus',
      'typesOfAction',
      'rounds',
      'nextDeadlineAt',
      'daysLeft',
      'cityRelevance',
      'primaryPillar',
      'pillars',
      'listed',
      'parentIdentifier',
      'source',
      'firstSeenAt',
      'lastSeenAt',
      'lastChangedAt',
      'withdrawnAt',
    ]);
    expect(items[0]).toMatchObject({ reference: null, daysLeft: null, nextDeadlineAt: null, status: 'closed' });
  });

  it.each([
    ['status=closed', ['A-01']],
    ['minRelevance=0.5', ['B-01']],
    ['pillar=mobility', ['B-01']],
    ['kind=cascade&pageSize=1', ['PARENT']],
    ['deadlineBefore=2027-01-28&status=open', []],
    ['deadlineBefore=2027-01-29&kind=topic', ['B-01']],
    ['programme=LIFE,HORIZON&q=bus', ['B-01']],
  ])('narrows by ?%s', async (query, expected) => {
    expect((await list(`/api/v1/topics?${query}`)).items.map((item) => item.identifier)).toEqual(expected);
  });

  it('refuses what it does not know, naming all of it', async () => {
    const answer = await get('/api/v1/topics?stauts=open&page=0&pillar=smart&pageSize=201');
    expect(answer.status).toBe(400);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    const { errors } = z.object({ errors: z.array(z.object({ parameter: z.string() })) }).parse(await answer.json());
    expect(errors.map(({ parameter }) => parameter).sort()).toEqual(['page', 'pageSize', 'pillar', 'stauts']);
  });

  it('refuses a parameter given twice', async () => expect((await get('/api/v1/topics?q=a&q=b')).status).toBe(400));
});

describe('GET /api/v1/topics/{identifier}', () => {
  it('gives one topic in full', async () => {
    const topic = await (await get('/api/v1/topics/B-01')).json();
    expect(topic).toMatchObject({
      identifier: 'B-01',
      listed: true,
      aliases: ['OLD-B-01'],
      sections: [{ heading: 'Scope', text: 'Bus lanes for the city.' }],
    });
    const { evidence, eligibility, partners } = z
      .object({
        evidence: z.array(z.unknown()),
        eligibility: z.array(z.object({ rule: z.string() })),
        partners: z.array(z.unknown()),
      })
      .parse(topic);
    expect(evidence).not.toHaveLength(0);
    expect(partners).not.toHaveLength(0);
    expect(eligibility.map(({ rule }) => rule)).toEqual(['H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'H7', 'H8', 'H9']);
  });
  it.each([
    ['/api/v1/topics/OLD-B-01', '/api/v1/topics/B-01'],
    ['/api/v1/topics/OLD-B-01/changes?material=true', '/api/v1/topics/B-01/changes?material=true'],
  ])('sends an alias to the key: %s', async (path, location) => {
    const answer = await get(path);
    expect([answer.status, answer.headers.get('location')]).toEqual([301, location]);
  });
  it('takes a name with slashes, encoded', async () => {
    const answer = await get(`/api/v1/topics/${encodeURIComponent('EuropeAid/181971/DH/ACT/XK')}`);
    expect([answer.status, answer.headers.get('location')]).toEqual([301, '/api/v1/topics/181971PROSPECTSEN']);
  });
  it('names the calls that share an identifier', async () => {
    const answer = await get('/api/v1/topics/PARENT');
    expect(answer.status).toBe(404);
    expect(await answer.json()).toMatchObject({ candidates: ['1COMPETITIVE_CALLen', '2COMPETITIVE_CALLen'] });
  });
  it('says that there is none', async () => expect((await get('/api/v1/topics/NONE')).status).toBe(404));
});

describe('every GET', () => {
  it.each([
    '/api/v1/topics',
    '/api/v1/shortlist',
    '/api/v1/partners',
    '/api/v1/pillars',
    '/api/v1/scans',
    '/api/v1/changes',
    '/api/openapi.json',
    '/api/docs',
  ])('%s has an ETag and answers 304 to it', async (path) => {
    const first = await get(path);
    const etag = first.headers.get('etag') ?? '';
    expect([first.status, etag.length > 0]).toEqual([200, true]);
    expect((await get(path, { 'if-none-match': etag })).status).toBe(304);
  });

  it('has another ETag after a write', async () => {
    const own = await emptyStore();
    await seed(own, [aTopic({ identifier: 'ONE' })]);
    const app = createApp(depsOf(own));
    const before = (await app.request('/api/v1/topics')).headers.get('etag');
    await seed(own, [aTopic({ identifier: 'TWO' })]);
    expect((await app.request('/api/v1/topics')).headers.get('etag')).not.toBe(before);
  });

  it('forbids inline scripts and framing', async () => {
    const { headers } = await get('/api/docs');
    expect(headers.get('content-security-policy')).toMatch(
      /default-src 'none'.*script-src 'self'.*frame-ancestors 'none'/,
    );
    expect(headers.get('content-security-policy')).not.toContain('unsafe');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(await (await get('/api/docs')).text()).not.toMatch(/<script|https?:\/\/(?!localhost)/);
  });
});

describe('CSV', () => {
  it('is the whole list, opens in a spreadsheet, and runs no formula', async () => {
    const answer = await get('/api/v1/topics.csv');
    const bytes = new Uint8Array(await answer.arrayBuffer());
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const text = new TextDecoder().decode(bytes);
    expect(text.trim().split('\n')).toHaveLength(6);
    expect(text).toContain(`"'=HYPERLINK`);
  });
  it('has a twin by parameter', async () => {
    expect(await (await get('/api/v1/topics?format=csv')).text()).toBe(await (await get('/api/v1/topics.csv')).text());
  });
});

describe('what goes wrong', () => {
  it('an unknown address is a 404 problem', async () => {
    const answer = await get('/api/v1/nothing');
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      404,
      'application/problem+json; charset=utf-8',
    ]);
  });
  it('a code in small letters is sent to the one that is meant, in the API, the feeds and on pages', async () => {
    const app = createApp(depsOf(store), { readAsset });
    for (const [path, to] of [
      ['/api/v1/topics/b-01?lang=en', '/api/v1/topics/B-01?lang=en'],
      ['/api/v1/topics/old-b-01', '/api/v1/topics/B-01'],
      ['/api/v1/topics/b-01/changes', '/api/v1/topics/B-01/changes'],
      ['/feeds/topics/b-01.ics', '/feeds/topics/B-01.ics'],
      ['/bandi/b-01', '/bandi/B-01'],
    ] as const) {
      const answer = await app.request(path);
      expect([path, answer.status, answer.headers.get('location')]).toEqual([path, 301, to]);
    }
    const shared = await app.request('/api/v1/topics/parent');
    expect([shared.status, await shared.text()]).toEqual([404, expect.stringContaining('1COMPETITIVE_CALLen')]);
  });
  it('another method is a 405 that names those possible', async () => {
    const answer = await appOf(store).request('/api/v1/topics', { method: 'DELETE' });
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  });
  it('a body over a megabyte is a 413', async () => {
    const answer = await appOf(store).request('/api/v1/topics', {
      method: 'POST',
      body: 'x'.repeat(1_100_000),
      headers: { 'content-length': '1100000' },
    });
    expect(answer.status).toBe(413);
  });
  // D1 cannot be closed under a Worker.
  it.runIf(ENGINE === 'node')('a fault of ours tells nothing but a number to ask for', async () => {
    const broken = await emptyStore();
    const app = appOf(broken);
    broken.close();
    const answer = await app.request('/api/v1/topics');
    const text = await answer.text();
    expect(answer.status).toBe(500);
    expect(text).not.toMatch(/sqlite|database|select|\.ts/i);
    expect((await app.request('/readyz')).status).toBe(503);
  });
});

describe('partners', () => {
  it('match live topics by PIC, former PIC or our own id', async () => {
    const { items } = await list('/api/v1/partners/comune-di-milano/matches');
    expect(items).toMatchObject([{ score: 0.5, topic: { identifier: 'B-01' } }]);
    expect(await list('/api/v1/partners/998702204/matches')).toMatchObject({ items });
  });
  it('an unknown one is a 404', async () => expect((await get('/api/v1/partners/000000000/matches')).status).toBe(404));
  it('are the profile’s', async () => expect((await list('/api/v1/partners?pageSize=200')).total).toBe(77));
});

it('six pillars, with what waits for each', async () => {
  const { items } = await list('/api/v1/pillars');
  expect(items.map(({ pillar, listed }) => [pillar, listed])).toEqual([
    ['economy', 0],
    ['people', 0],
    ['governance', 0],
    ['mobility', 1],
    ['environment', 0],
    ['living', 0],
  ]);
});

it('the OpenAPI document is 3.1 and holds every route', async () => {
  const document = z
    .object({ openapi: z.string(), paths: z.record(z.string(), z.unknown()) })
    .parse(await (await get('/api/openapi.json')).json());
  expect(document.openapi).toBe('3.1.0');
  expect(
    Object.keys(document.paths)
      .filter((path) => path.startsWith('/api/'))
      .sort(),
  ).toEqual([
    '/api/v1/changes',
    '/api/v1/evaluations',
    '/api/v1/interests',
    '/api/v1/interests/{id}',
    '/api/v1/me',
    '/api/v1/partners',
    '/api/v1/partners/{pic}/matches',
    '/api/v1/pillars',
    '/api/v1/scans',
    '/api/v1/shortlist',
    '/api/v1/topics',
    '/api/v1/topics/{identifier}',
    '/api/v1/topics/{identifier}/changes',
  ]);
});

// Counted at the Node adapter; the queries are the same on both engines.
describe.runIf(ENGINE === 'node')('the number of queries', () => {
  it.each([
    '/api/v1/shortlist',
    '/api/v1/topics?q=city',
    '/api/v1/topics?q=nowhere+found',
    '/api/v1/topics?status=open',
  ])('%s asks the store six times at most', async (path) => {
    const own = await emptyStore();
    await seed(own, [aTopic({ identifier: 'ONE', title: 'City' })]);
    await scoreTopics({ deps: depsOf(own) });
    const app = appOf(own);
    await app.request('/api/v1/shortlist');
    const ask = vi.spyOn(SqliteD1.prototype, 'compiled');
    await app.request(path);
    await app.request(`${path}${path.includes('?') ? '&' : '?'}pageSize=7`);
    // The first may have been remembered; the second is a new question.
    expect(ask.mock.calls.length).toBeGreaterThan(1);
    expect(ask.mock.calls.length).toBeLessThanOrEqual(12);
    ask.mockRestore();
  });
});
