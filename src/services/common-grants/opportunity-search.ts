import { findKeysByMatch } from '../../../db/repositories/catalogue.ts';
import { readTopics } from '../../../db/repositories/topics-read.ts';
import type { TopicKey } from '../../domain/topic.ts';
import type { Page } from '../../domain/topic-card.ts';
import { opportunityFilter } from '../../feeds/common-grants/filter-opportunities.ts';
import { type Opportunity, toOpportunity } from '../../feeds/common-grants/opportunity.ts';
import { type OpportunitySearch, searchSchema } from '../../feeds/common-grants/search.ts';
import { opportunityOrder, type SortInfo } from '../../feeds/common-grants/sort-opportunities.ts';
import type { Deps } from '../deps.ts';
import { MAX_PAGE_SIZE, toPage, toSlice } from '../paging.ts';
import { readQuery } from '../topics/search-query.ts';
import { readOpportunities, toFacts } from './opportunities.ts';

export { type OpportunitySearch, searchSchema } from '../../feeds/common-grants/search.ts';

export interface FoundOpportunities extends Page<Opportunity> {
  sortInfo: SortInfo;
  filterInfo: { filters: OpportunitySearch['filters']; errors?: string[] };
}

/**
 * Search by the protocol's words. Filters and sorting read the opportunity as it is shown, so that what is found is what
 * was asked; texts are read for the page alone.
 */
export async function searchOpportunities({
  deps,
  input,
}: {
  deps: Deps;
  input: { search: OpportunitySearch; baseUrl: string };
}): Promise<FoundOpportunities> {
  const { search, baseUrl } = input;
  const { matches, errors } = opportunityFilter(search.filters);
  const { compare, info } = opportunityOrder(search.sorting);
  const asOf = deps.clock.now();
  const candidates = (await readTopics(deps.db, await candidateKeys(deps, search.search))).map((one) => ({
    key: one.topic.key,
    shown: toOpportunity(toFacts(one, asOf), '', baseUrl),
  }));
  const found = candidates.filter(({ shown }) => matches(shown)).sort((a, b) => compare(a.shown, b.shown));
  const paging = { page: search.pagination.page, pageSize: Math.min(search.pagination.pageSize, MAX_PAGE_SIZE) };
  const { limit, offset } = toSlice(paging);
  const keys = found.slice(offset, offset + limit).map(({ key }) => key);
  const told = [...errors, ...unknownParts(search)];
  return {
    ...toPage(await readOpportunities(deps, keys, baseUrl), found.length, paging),
    sortInfo: info,
    filterInfo: { filters: search.filters, ...(told.length === 0 ? {} : { errors: told }) },
  };
}

/** A search without a single word in it finds nothing, rather than everything. */
async function candidateKeys({ db }: Deps, search: string | undefined): Promise<TopicKey[]> {
  if (search === undefined || search.trim() === '') return await findKeysByMatch(db, null);
  const query = readQuery(search);
  return query === null ? [] : await findKeysByMatch(db, query.every);
}

const unknownParts = (search: OpportunitySearch): string[] =>
  Object.keys(search)
    .filter((name) => !Object.hasOwn(searchSchema.shape, name))
    .map((name) => `«${name}» is no part of a search and was not read`);
