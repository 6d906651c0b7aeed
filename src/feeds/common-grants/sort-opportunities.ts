import type { Opportunity } from './opportunity.ts';
import type { OpportunitySearch } from './search.ts';

export interface SortInfo {
  sortBy: string;
  customSortBy?: string;
  sortOrder: 'asc' | 'desc';
  errors?: string[];
}

type Reader = (opportunity: Opportunity) => string | number | undefined;

const amount = (money: { amount: string } | undefined) => (money === undefined ? undefined : Number(money.amount));

/** `OppSortBy` of the protocol. */
const READERS: Record<string, Reader> = {
  lastModifiedAt: (one) => one.lastModifiedAt,
  createdAt: (one) => one.createdAt,
  title: (one) => one.title,
  'status.value': (one) => one.status.value,
  'keyDates.closeDate': (one) => one.keyDates?.closeDate?.date,
  'funding.maxAwardAmount': (one) => amount(one.funding?.maxAwardAmount),
  'funding.minAwardAmount': (one) => amount(one.funding?.minAwardAmount),
  'funding.totalAmountAvailable': (one) => amount(one.funding?.totalAmountAvailable),
  'funding.estimatedAwardCount': (one) => one.funding?.estimatedAwardCount,
};

const LAST_MODIFIED: Reader = (one) => one.lastModifiedAt;
const refusal = (name: string) => `sorting by «${name}» is not supported; lastModifiedAt was taken`;

/** The order asked for, or the list's own with an error that says why. What has no value comes last either way. */
export function opportunityOrder(sorting: OpportunitySearch['sorting']): {
  compare: (a: Opportunity, b: Opportunity) => number;
  info: SortInfo;
} {
  const sortBy = sorting?.sortBy ?? 'lastModifiedAt';
  const read = Object.hasOwn(READERS, sortBy) ? READERS[sortBy] : undefined;
  const newestFirst = read === undefined || sortBy === 'lastModifiedAt' || sortBy === 'createdAt';
  const info: SortInfo = {
    sortBy: read === undefined ? 'lastModifiedAt' : sortBy,
    sortOrder: (read === undefined ? undefined : sorting?.sortOrder) ?? (newestFirst ? 'desc' : 'asc'),
    ...(read === undefined ? { errors: [refusal(sorting?.customSortBy ?? sortBy)] } : {}),
  };
  const by = read ?? LAST_MODIFIED;
  const sign = info.sortOrder === 'asc' ? 1 : -1;
  return { compare: (a, b) => compareValues(by(a), by(b), sign) || (a.id < b.id ? -1 : 1), info };
}

function compareValues(a: string | number | undefined, b: string | number | undefined, sign: number): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  return a === b ? 0 : (a < b ? -1 : 1) * sign;
}
