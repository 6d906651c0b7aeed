import { type OutputUnit, type Schema, Validator } from '@cfworker/json-schema';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { score } from '../feeds/stage.ts';
import { appOf } from '../support/deps.ts';
import { emptyStore, seed } from '../support/store.ts';
import { aRound, aSection, aTopic } from '../support/topics.ts';
import specification from './opportunity-answers.schema.json' with { type: 'json' };

const PREFIX = '/common-grants/opportunities';
const UNKNOWN_ID = '00000000-0000-5000-8000-000000000000';
type Answer = 'ListAnswer' | 'ReadAnswer' | 'SearchAnswer' | 'NotFoundAnswer';

/** What the protocol's own schema has against a body: nothing, if all is well. */
function faults(answer: Answer, body: unknown): string[] {
  const schema: Schema = { $schema: specification.$schema, $defs: specification.$defs, $ref: `#/$defs/${answer}` };
  const { errors } = new Validator(schema, '2020-12', false).validate(body);
  return errors.map(({ instanceLocation, error }: OutputUnit) => `${instanceLocation} ${error}`);
}

let store: Awaited<ReturnType<typeof emptyStore>>;
beforeAll(async () => {
  store = await emptyStore();
  const rich = aTopic({
    title: 'Rich',
    sections: [aSection('Cities test their buses.')],
    rounds: [
      aRound({ budgetEur: 50_000_000, minContributionEur: 1e6, maxContributionEur: 4e6, expectedGrants: 9 }),
      aRound({ opensOn: '2027-05-01', closesOn: '2027-09-15', budgetEur: 0.5 }),
    ],
  });
  const bare = aTopic({ title: 'Bare', rounds: [], url: null });
  const past = aTopic({ title: 'Past', rounds: [aRound({ opensOn: '2019-01-01', closesOn: '2020-01-10' })] });
  await seed(store, [rich, bare, past]);
  await score(store, [rich], { pillar: 'living', relevance: 0.8 });
});
afterAll(() => store.close());

const get = async (path = ''): Promise<unknown> => await (await appOf(store).request(`${PREFIX}${path}`)).json();
const search = async (body: unknown): Promise<unknown> =>
  await (await appOf(store).request(`${PREFIX}/search`, { method: 'POST', body: JSON.stringify(body) })).json();

describe('the specification compiled by its makers', () => {
  it('takes our list, full pages and empty ones', async () => {
    for (const query of ['', '?pageSize=1', '?page=99'])
      expect(faults('ListAnswer', await get(query)), query).toEqual([]);
  });

  it('takes each opportunity that we tell, and the word that there is none', async () => {
    const { items } = (await get()) as { items: { id: string; title: string }[] };
    expect(items.map(({ title }) => title).sort()).toEqual(['Bare', 'Past', 'Rich']);
    for (const { id, title } of items) expect(faults('ReadAnswer', await get(`/${id}`)), title).toEqual([]);
    expect(faults('NotFoundAnswer', await get(`/${UNKNOWN_ID}`))).toEqual([]);
  });

  it('takes what a search answers, with what it could not do', async () => {
    const euro = (amount: string) => ({ amount, currency: 'EUR' });
    const filters = {
      status: { operator: 'notIn', value: ['closed'] },
      closeDateRange: { operator: 'between', value: { min: '2026-01-01', max: '2030-01-01' } },
      totalFundingAvailableRange: { operator: 'between', value: { min: euro('0'), max: euro('60000000.50') } },
      customFilters: { 'eu.bandolo.primaryPillar': { operator: 'eq', value: 'living' } },
    };
    const bodies = [
      {},
      { filters, sorting: { sortBy: 'funding.maxAwardAmount', sortOrder: 'asc' } },
      {
        filters: { customFilters: { 'org.example.mood': { operator: 'like', value: 'x' } } },
        sorting: { sortBy: 'custom', customSortBy: 'beauty' },
      },
    ];
    for (const body of bodies) {
      expect(faults('SearchAnswer', await search(body)), JSON.stringify(body)).toEqual([]);
    }
  });

  it.each<[string, (one: Record<string, unknown>) => unknown]>([
    ['a day that is none', (one) => ({ ...one, keyDates: { closeDate: event('15 January 2027') } })],
    ['money as a number', (one) => ({ ...one, funding: { maxAwardAmount: { amount: 4e6, currency: 'EUR' } } })],
    ['an identifier that is no UUID', (one) => ({ ...one, id: 'HORIZON-CL5-2027-D6-01' })],
    ['a time without a zone', (one) => ({ ...one, lastModifiedAt: '2026-11-22 09:00' })],
    ['null for what is unknown', (one) => ({ ...one, source: null })],
    ['a field of one’s own beside the rest', (one) => ({ ...one, customFields: { pillar: 'living' } })],
  ])('would not take %s', async (_, broken) => {
    const { items } = (await get()) as { items: Record<string, unknown>[] };
    expect(faults('ListAnswer', { ...((await get()) as object), items: items.map(broken) })).not.toEqual([]);
  });
});

const event = (date: string) => ({ name: 'Deadline', eventType: 'singleDate', date });
