import { z } from 'zod';

/** The body of a search, as `OppFilters`, `OppSorting` and `PaginatedBodyParams` of CommonGrants 0.4.0 describe it. */
const ARRAY_OPERATORS = ['in', 'not_in', 'notIn'] as const;
const RANGE_OPERATORS = ['between', 'outside'] as const;

const day = z.iso.date().or(z.iso.datetime({ offset: true }));
const money = z.object({
  amount: z.string().regex(/^-?\d+(\.\d+)?$/, 'write a decimal number as text, e.g. "1000000"'),
  currency: z.string().regex(/^[A-Z]{3}$/, 'write an ISO 4217 code, e.g. "EUR"'),
});
const range = <Value extends z.ZodType>(value: Value) =>
  z.object({ operator: z.enum(RANGE_OPERATORS), value: z.object({ min: value, max: value }) });

export const filtersSchema = z.looseObject({
  status: z.object({ operator: z.enum(ARRAY_OPERATORS), value: z.array(z.string()).max(50) }).optional(),
  closeDateRange: range(day).optional(),
  totalFundingAvailableRange: range(money).optional(),
  minAwardAmountRange: range(money).optional(),
  maxAwardAmountRange: range(money).optional(),
  customFilters: z.record(z.string(), z.object({ operator: z.string(), value: z.unknown() })).optional(),
});

export const searchSchema = z.looseObject({
  search: z.string().max(500).optional(),
  filters: filtersSchema.default({}),
  sorting: z
    .object({
      sortBy: z.string().max(100).default('lastModifiedAt'),
      customSortBy: z.string().max(100).optional(),
      sortOrder: z.enum(['asc', 'desc']).optional(),
    })
    .optional(),
  pagination: z.object({ page: z.int().min(1).default(1), pageSize: z.int().min(1).default(100) }).prefault({}),
});

export type OpportunitySearch = z.output<typeof searchSchema>;
export type OpportunityFilters = z.output<typeof filtersSchema>;
export type MoneyRange = NonNullable<OpportunityFilters['totalFundingAvailableRange']>;
export type DateRange = NonNullable<OpportunityFilters['closeDateRange']>;
