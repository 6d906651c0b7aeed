import { z } from 'zod';
import { errorAnswer, listAnswer, type Opportunity, readAnswer, searchAnswer } from './protocol.ts';
import { type Ask, demand, expectAnswer, postJson } from './server.ts';

const PREFIX = '/common-grants/opportunities';
const NOBODY = '00000000-0000-4000-8000-000000000000';
const SMALL = 3;

const list = (ask: Ask, query = '') => expectAnswer(ask, `${PREFIX}${query}`, { status: 200, schema: listAnswer });
const read = (ask: Ask, id: string) => expectAnswer(ask, `${PREFIX}/${id}`, { status: 200, schema: readAnswer });
const search = (ask: Ask, body: unknown) =>
  expectAnswer(ask, `${PREFIX}/search`, { status: 200, schema: searchAnswer, init: postJson(body) });

async function someOpportunity(ask: Ask): Promise<Opportunity> {
  const [first] = (await list(ask, '?page=1&pageSize=1')).items;
  demand(first !== undefined, 'the list is empty: put at least one opportunity in before checking');
  return first;
}

export interface Check {
  name: string;
  /** Throws a `Finding` where the server does not conform. */
  run(ask: Ask): Promise<void>;
}

/** What the protocol asks of a running server, one claim a check. */
export const CHECKS: readonly Check[] = [
  {
    name: 'list-answers-by-the-schema',
    async run(ask) {
      await list(ask);
      await someOpportunity(ask);
    },
  },
  {
    name: 'read-answers-by-the-schema',
    async run(ask) {
      await read(ask, (await someOpportunity(ask)).id);
    },
  },
  {
    name: 'search-answers-by-the-schema',
    async run(ask) {
      await search(ask, {});
    },
  },
  {
    name: 'read-gives-what-the-list-gave',
    async run(ask) {
      const listed = await someOpportunity(ask);
      const { competitions: _own, ...data } = (await read(ask, listed.id)).data;
      demand(sameJson(data, listed), `${listed.id}: the list and the single reading differ`);
    },
  },
  {
    name: 'unknown-id-is-404-with-the-error-body',
    async run(ask) {
      await expectAnswer(ask, `${PREFIX}/${NOBODY}`, { status: 404, schema: errorAnswer(404) });
    },
  },
  { name: 'pages-have-no-gap-and-no-repeat', run: checkPages },
  {
    name: 'page-size-is-obeyed-and-told',
    async run(ask) {
      const { items, paginationInfo } = await list(ask, `?page=1&pageSize=${SMALL}`);
      demand(items.length <= SMALL, `${items.length} items on a page of ${SMALL}`);
      demand(
        paginationInfo.page === 1 && paginationInfo.pageSize === SMALL,
        'paginationInfo does not tell the page asked for',
      );
    },
  },
  {
    name: 'page-defaults-to-1-of-100',
    async run(ask) {
      const { paginationInfo } = await list(ask);
      demand(paginationInfo.page === 1, `the first page is called ${paginationInfo.page}`);
      demand(paginationInfo.pageSize === 100, `a page holds ${paginationInfo.pageSize}, not 100`);
    },
  },
  { name: 'totals-agree', run: checkTotals },
  {
    name: 'page-beyond-the-end-is-empty',
    async run(ask) {
      const { paginationInfo } = await list(ask, `?page=1&pageSize=${SMALL}`);
      const beyond = (paginationInfo.totalPages ?? 100_000) + 1;
      demand((await list(ask, `?page=${beyond}&pageSize=${SMALL}`)).items.length === 0, `page ${beyond} is not empty`);
    },
  },
  {
    name: 'list-is-sorted-by-last-modified',
    async run(ask) {
      const times = (await list(ask)).items.map(({ lastModifiedAt }) => Date.parse(lastModifiedAt));
      demand(
        isSorted(times, (a, b) => a >= b),
        'an older opportunity stands before a newer one',
      );
    },
  },
  { name: 'timestamps-are-stable', run: checkTimestamps },
  {
    name: 'modified-not-before-created',
    async run(ask) {
      for (const { id, createdAt, lastModifiedAt } of (await list(ask)).items)
        demand(Date.parse(lastModifiedAt) >= Date.parse(createdAt), `${id} was modified before it was created`);
    },
  },
  {
    name: 'ids-are-unique',
    async run(ask) {
      const ids = (await list(ask)).items.map(({ id }) => id);
      demand(new Set(ids).size === ids.length, 'an id stands twice on one page');
    },
  },
  { name: 'custom-fields-hold-their-types', run: checkCustomFields },
  { name: 'custom-field-schemas-are-served', run: checkSchemas },
  {
    name: 'custom-status-is-named',
    async run(ask) {
      for (const { id, status } of (await list(ask)).items)
        demand(
          status.value !== 'custom' || status.customValue !== undefined,
          `${id}: a custom status without its customValue`,
        );
    },
  },
  { name: 'status-filter-filters', run: checkStatusFilter },
  {
    name: 'foreign-currency-finds-nothing',
    async run(ask) {
      const value = { min: { amount: '0', currency: 'XTS' }, max: { amount: '999999999999', currency: 'XTS' } };
      const { items } = await search(ask, { filters: { totalFundingAvailableRange: { operator: 'between', value } } });
      demand(items.length === 0, 'amounts in another currency were not left out');
    },
  },
  {
    name: 'unsupported-filter-is-told-not-refused',
    async run(ask) {
      const { filterInfo } = await search(ask, {
        filters: { customFilters: { 'no.such.filter': { operator: 'eq', value: 'x' } } },
      });
      demand((filterInfo.errors ?? []).length > 0, 'an unknown custom filter is passed over in silence');
    },
  },
  {
    name: 'unsupported-sort-is-told-not-refused',
    async run(ask) {
      const { sortInfo } = await search(ask, { sorting: { sortBy: 'custom', customSortBy: 'no.such.order' } });
      demand((sortInfo.errors ?? []).length > 0, 'an unknown order is passed over in silence');
    },
  },
  {
    name: 'sort-by-title-sorts',
    async run(ask) {
      const { items } = await search(ask, { sorting: { sortBy: 'title', sortOrder: 'asc' } });
      demand(
        isSorted(
          items.map(({ title }) => title),
          (a, b) => a <= b || a.localeCompare(b) <= 0,
        ),
        'titles are out of order',
      );
    },
  },
  {
    name: 'search-pages-as-the-body-asks',
    async run(ask) {
      const { items, paginationInfo } = await search(ask, { pagination: { page: 2, pageSize: 1 } });
      demand(paginationInfo.page === 2 && paginationInfo.pageSize === 1, 'the pagination of the body was not taken');
      demand(items.length <= 1, `${items.length} items on a page of 1`);
    },
  },
];

async function checkPages(ask: Ask): Promise<void> {
  const seen: string[] = [];
  const { paginationInfo } = await list(ask, `?page=1&pageSize=${SMALL}`);
  const pages = Math.min(paginationInfo.totalPages ?? 3, 5);
  for (let page = 1; page <= pages; page += 1) {
    seen.push(...(await list(ask, `?page=${page}&pageSize=${SMALL}`)).items.map(({ id }) => id));
  }
  demand(new Set(seen).size === seen.length, 'an opportunity stands on two pages');
  const whole = (await list(ask, `?page=1&pageSize=${seen.length || 1}`)).items.map(({ id }) => id);
  demand(sameJson(seen, whole), 'small pages laid side by side are not the large page');
}

async function checkTotals(ask: Ask): Promise<void> {
  const { paginationInfo, items } = await list(ask, `?page=1&pageSize=${SMALL}`);
  const { totalItems, totalPages } = paginationInfo;
  if (totalItems === undefined || totalPages === undefined) return;
  demand(totalPages === Math.ceil(totalItems / SMALL), `${totalItems} items are not ${totalPages} pages of ${SMALL}`);
  demand(items.length === Math.min(SMALL, totalItems), `the first of ${totalItems} items' pages holds ${items.length}`);
  const last = await list(ask, `?page=${Math.max(totalPages, 1)}&pageSize=${SMALL}`);
  const expected = totalItems === 0 ? 0 : totalItems - (totalPages - 1) * SMALL;
  demand(last.items.length === expected, `the last page holds ${last.items.length}, not ${expected}`);
}

const PAUSE_MS = 1_100;

/** Two readings more than a second apart: a time taken from the clock shows itself. */
async function checkTimestamps(ask: Ask): Promise<void> {
  const times = async () =>
    (await list(ask)).items.map(({ id, createdAt, lastModifiedAt }) => [id, createdAt, lastModifiedAt]);
  const before = await times();
  await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  demand(sameJson(before, await times()), 'createdAt or lastModifiedAt moved between two readings');
}

async function checkCustomFields(ask: Ask): Promise<void> {
  for (const { id, customFields = {} } of (await list(ask)).items) {
    for (const [key, { fieldType, value }] of Object.entries(customFields))
      demand(TYPES[fieldType](value), `${id}: customFields.${key} is no ${fieldType}: ${JSON.stringify(value)}`);
  }
}

const TYPES = {
  string: (value: unknown) => typeof value === 'string',
  number: (value: unknown) => typeof value === 'number',
  integer: (value: unknown) => Number.isInteger(value),
  boolean: (value: unknown) => typeof value === 'boolean',
  array: (value: unknown) => Array.isArray(value),
  object: (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value),
};

/** A link to a schema must lead to one that says the field's type; its path must lie outside the protocol's prefix. */
async function checkSchemas(ask: Ask): Promise<void> {
  const { customFields = {} } = await someOpportunity(ask);
  for (const [key, { schema, fieldType }] of Object.entries(customFields)) {
    if (schema === undefined) continue;
    const { pathname } = new URL(schema);
    demand(!pathname.startsWith('/common-grants/'), `${key}: its schema stands under the protocol's prefix`);
    const answer = await ask(pathname);
    demand(answer.status === 200, `${key}: its schema answers ${answer.status}`);
    const served = z.object({ type: z.string() }).safeParse(await answer.json().catch(() => null));
    demand(served.success && served.data.type === fieldType, `${key}: its schema does not say ${fieldType}`);
  }
}

async function checkStatusFilter(ask: Ask): Promise<void> {
  const wanted = (await someOpportunity(ask)).status.value;
  const statuses = async (operator: string) =>
    (await search(ask, { filters: { status: { operator, value: [wanted] } } })).items.map(({ status }) => status.value);
  const found = await statuses('in');
  demand(
    found.length > 0 && found.every((value) => value === wanted),
    `a search for «${wanted}» finds ${found.join(', ') || 'nothing'}`,
  );
}

const sameJson = (a: unknown, b: unknown): boolean => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, own]) => [key, sorted(own)] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

const isSorted = <Value>(values: readonly Value[], inOrder: (a: Value, b: Value) => boolean): boolean =>
  values.every((value, at) => {
    const next = values[at + 1];
    return next === undefined || inOrder(value, next);
  });
