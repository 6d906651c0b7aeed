import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { opportunityId } from '../../src/feeds/common-grants/opportunity-id.ts';
import { readPortal, score } from '../feeds/stage.ts';
import { appOf } from '../support/deps.ts';
import { emptyStore, seed } from '../support/store.ts';
import { aRound, aSection, aTopic } from '../support/topics.ts';

const PREFIX = '/common-grants/opportunities';
const found = z.object({
  items: z.array(z.object({ id: z.string(), title: z.string(), lastModifiedAt: z.string() })),
  paginationInfo: z.object({ pageSize: z.number(), totalItems: z.number() }),
  sortInfo: z.object({ sortBy: z.string(), sortOrder: z.string(), errors: z.array(z.string()).optional() }).optional(),
  filterInfo: z.object({ errors: z.array(z.string()).optional() }).optional(),
});

let store: Awaited<ReturnType<typeof emptyStore>>;
beforeEach(async () => {
  store = await emptyStore();
});
afterEach(() => store.close());

const list = async (query = '') => found.parse(await (await appOf(store).request(`${PREFIX}${query}`)).json());
const post = (body: unknown) =>
  appOf(store).request(`${PREFIX}/search`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
const search = async (body: unknown) => {
  const answer = await post(body);
  expect(answer.status).toBe(200);
  return found.parse(await answer.json());
};
const titles = async (body: unknown) => (await search(body)).items.map(({ title }) => title).sort();

describe('a mirror that reads the list', () => {
  it('finds what changed last at the top, and its time tomorrow as today', async () => {
    const [quiet, moved] = [aTopic({ title: 'Quiet' }), aTopic({ title: 'Moved' })];
    await readPortal(store, '2026-09-01T05:00:00Z', [quiet, moved]);
    await readPortal(store, '2026-10-01T05:00:00Z', [
      quiet,
      { ...moved, rounds: [aRound({ closesOn: '2027-03-01' })] },
    ]);
    await readPortal(store, '2026-10-02T05:00:00Z', [
      quiet,
      { ...moved, rounds: [aRound({ closesOn: '2027-03-01' })] },
    ]);
    expect((await list()).items.map(({ title, lastModifiedAt }) => [title, lastModifiedAt])).toEqual([
      ['Moved', '2026-10-01T05:00:00Z'],
      ['Quiet', '2026-09-01T05:00:00Z'],
    ]);
  });

  it('still finds a topic under the UUID of its former name', async () => {
    await seed(store, [aTopic({ identifier: 'NEW-NAME', title: 'Renamed', aliases: ['OLD-NAME'] })]);
    const answer = await appOf(store).request(`${PREFIX}/${opportunityId('OLD-NAME')}`);
    expect([answer.status, await answer.json()]).toMatchObject([200, { data: { id: opportunityId('NEW-NAME') } }]);
  });

  it('is told of a parameter that it misspelt, in the words of the protocol', async () => {
    const answer = await appOf(store).request(`${PREFIX}?pagesize=5`);
    expect([answer.status, await answer.json()]).toMatchObject([400, { status: 400, errors: [{ field: 'pagesize' }] }]);
  });
});

describe('a search that is no JSON', () => {
  const post = (body: string, type: string) =>
    appOf(store).request(`${PREFIX}/search`, { method: 'POST', body, headers: { 'content-type': type } });
  it('is told so in the words of the protocol, by its type where that says something else', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/jsonp']) {
      const answer = await post('search=bus', type);
      expect([type, answer.status, await answer.json()]).toMatchObject([type, 415, { status: 415 }]);
    }
    for (const type of ['application/json', 'application/json; charset=utf-8', 'application/vnd.api+json'])
      expect([type, (await post('search=bus', type)).status]).toEqual([type, 400]);
    for (const body of ['', '{}']) expect((await post(body, 'text/plain')).status).toBe(200);
  });
});

describe('a search', () => {
  beforeEach(async () => {
    const rich = aTopic({ title: 'Rich', rounds: [aRound({ budgetEur: 50_000_000, closesOn: '2027-06-01' })] });
    const poor = aTopic({ title: 'Poor', rounds: [aRound({ budgetEur: 1_000_000, closesOn: '2027-01-10' })] });
    const past = aTopic({ title: 'Past', rounds: [aRound({ closesOn: '2020-01-10', opensOn: '2019-01-01' })] });
    const mute = aTopic({ title: 'Undated', rounds: [], sections: [aSection('Autonomous ferries on canals')] });
    await seed(store, [rich, poor, past, mute]);
    await score(store, [rich], { pillar: 'living', relevance: 0.8 });
    await score(store, [poor], { pillar: 'mobility', relevance: 0.2 });
  });

  const range = (min: string, max: string, operator = 'between') => ({ operator, value: { min, max } });
  const euro = (amount: string, currency = 'EUR') => ({ amount, currency });

  it.each([
    ['everything', {}, ['Past', 'Poor', 'Rich', 'Undated']],
    ['by status', { status: { operator: 'in', value: ['open'] } }, ['Poor', 'Rich']],
    ['by no status', { status: { operator: 'not_in', value: ['open'] } }, ['Past', 'Undated']],
    ['by closing day', { closeDateRange: range('2027-01-01', '2027-01-10') }, ['Poor']],
    [
      'outside some days, never what has no day',
      { closeDateRange: range('2027-01-01', '2027-12-31', 'outside') },
      ['Past'],
    ],
    [
      'by money',
      { totalFundingAvailableRange: { operator: 'between', value: { min: euro('2000000'), max: euro('60000000') } } },
      ['Past', 'Rich'],
    ],
    [
      'by dollars, of which there are none',
      { totalFundingAvailableRange: { operator: 'outside', value: { min: euro('0', 'USD'), max: euro('1', 'USD') } } },
      [],
    ],
    [
      'by our own fields',
      { customFilters: { 'eu.bandolo.primaryPillar': { operator: 'eq', value: 'living' } } },
      ['Rich'],
    ],
    [
      'by a number of ours',
      { customFilters: { 'eu.bandolo.cityRelevance': { operator: 'lt', value: 0.5 } } },
      ['Poor'],
    ],
    [
      'by both of two',
      { status: { operator: 'in', value: ['open'] }, closeDateRange: range('2027-05-01', '2027-07-01') },
      ['Rich'],
    ],
  ])('finds %s', async (_, filters, expected) => {
    expect(await titles({ filters })).toEqual(expected);
  });

  it('reads the text too, and finds nothing rather than everything without a word', async () => {
    expect(await titles({ search: 'ferries' })).toEqual(['Undated']);
    expect(await titles({ search: '???' })).toEqual([]);
  });

  it('says what it could not do, and does the rest', async () => {
    const filters = {
      status: { operator: 'in', value: ['open'] },
      mood: { operator: 'eq', value: 'x' },
      customFilters: { z: { operator: 'eq', value: 1 } },
    };
    const { items, filterInfo, sortInfo } = await search({
      filters,
      sorting: { sortBy: 'custom', customSortBy: 'beauty' },
    });
    expect(items).toHaveLength(2);
    expect(filterInfo?.errors?.join(' ')).toMatch(/«mood».*«z»/);
    expect(sortInfo).toMatchObject({ sortBy: 'lastModifiedAt', errors: [expect.stringContaining('beauty')] });
  });

  it('sorts, what has no value last either way', async () => {
    const order = async (sortOrder: string) =>
      (await search({ sorting: { sortBy: 'keyDates.closeDate', sortOrder } })).items.map(({ title }) => title);
    expect(await order('asc')).toEqual(['Past', 'Poor', 'Rich', 'Undated']);
    expect(await order('desc')).toEqual(['Rich', 'Poor', 'Past', 'Undated']);
  });

  it('is refused by name where it cannot be understood', async () => {
    for (const [body, word] of [
      ['{', 'JSON'],
      ['[]', 'understood'],
      [{ filters: { status: { operator: 'resembles', value: [] } } }, 'filters.status.operator'],
      [{ pagination: { page: 0 } }, 'pagination.page'],
    ] as const) {
      const answer = await post(body);
      expect([answer.status, await answer.text()]).toEqual([400, expect.stringContaining(word)]);
    }
  });

  it('never breaks, whatever it is sent', async () => {
    const filter = fc.record({ operator: fc.string(), value: fc.jsonValue() });
    const body = fc.record(
      {
        search: fc.oneof(fc.string({ unit: 'binary' }), fc.constant('a" OR *')),
        filters: fc.dictionary(fc.constantFrom('status', 'closeDateRange', 'customFilters', '__proto__', 'x'), filter),
        sorting: fc.record({ sortBy: fc.constantFrom('title', 'constructor', 'toString'), sortOrder: fc.string() }),
        pagination: fc.record({ page: fc.integer(), pageSize: fc.integer() }),
      },
      { requiredKeys: [] },
    );
    const app = appOf(store);
    await fc.assert(
      fc.asyncProperty(fc.oneof(body, fc.jsonValue()), async (one) => {
        const answer = await app.request(`${PREFIX}/search`, { method: 'POST', body: JSON.stringify(one) });
        expect(answer.status).toBeLessThan(500);
      }),
      { numRuns: 300 },
    );
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), async (id) => {
        expect((await app.request(`${PREFIX}/${encodeURIComponent(id)}`)).status).toBeLessThan(500);
      }),
    );
  }, 120_000);
});
