import { type Check, search, someOpportunity } from './ask.ts';
import { isSorted } from './compare.ts';
import { type Ask, demand } from './server.ts';

/** A search narrows, sorts and pages as its body asks, and tells what it cannot do. */
export const SEARCH_CHECKS: readonly Check[] = [
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
