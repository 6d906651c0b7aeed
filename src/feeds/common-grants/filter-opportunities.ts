import { CUSTOM_FIELDS } from './custom-fields.ts';
import type { Opportunity } from './opportunity.ts';
import { type DateRange, filtersSchema, type MoneyRange, type OpportunityFilters } from './search.ts';

type Test = (opportunity: Opportunity) => boolean;

/** What a set of filters lets through. What we cannot do is told in `errors` and does not narrow, as the protocol asks. */
export function opportunityFilter(filters: OpportunityFilters): { matches: Test; errors: string[] } {
  const custom = Object.entries(filters.customFilters ?? {}).map(([key, filter]) => customTest(key, filter));
  const errors = [...unknownNames(filters), ...custom.flatMap((one) => (typeof one === 'string' ? [one] : []))];
  const tests = [...standardTests(filters), ...custom.filter((one) => typeof one !== 'string')];
  return { matches: (opportunity) => tests.every((test) => test(opportunity)), errors };
}

const unknownNames = (filters: OpportunityFilters): string[] =>
  Object.keys(filters)
    .filter((name) => !Object.hasOwn(filtersSchema.shape, name))
    .map((name) => `the filter «${name}» is not supported and was not applied`);

function standardTests(filters: OpportunityFilters): Test[] {
  const { status, closeDateRange, totalFundingAvailableRange, minAwardAmountRange, maxAwardAmountRange } = filters;
  const tests: Test[] = [];
  if (status !== undefined)
    tests.push(({ status: own }) => status.value.includes(own.value) === (status.operator === 'in'));
  if (closeDateRange !== undefined) tests.push((one) => inDates(one.keyDates?.closeDate?.date, closeDateRange));
  const amounts = [
    [totalFundingAvailableRange, 'totalAmountAvailable'],
    [minAwardAmountRange, 'minAwardAmount'],
    [maxAwardAmountRange, 'maxAwardAmount'],
  ] as const;
  for (const [range, field] of amounts) {
    if (range !== undefined) tests.push(({ funding }) => inAmounts(funding?.[field], range));
  }
  return tests;
}

/** Bounds belong to the range. What has no date lies neither between nor outside. */
function inDates(date: string | undefined, { operator, value }: DateRange): boolean {
  if (date === undefined) return false;
  const within = date >= value.min.slice(0, 10) && date <= value.max.slice(0, 10);
  return within === (operator === 'between');
}

/** Amounts of another currency are left out, whatever the operator. */
function inAmounts(amount: { amount: string; currency: string } | undefined, { operator, value }: MoneyRange): boolean {
  if (amount === undefined || amount.currency !== value.min.currency || amount.currency !== value.max.currency)
    return false;
  const own = Number(amount.amount);
  return (own >= Number(value.min.amount) && own <= Number(value.max.amount)) === (operator === 'between');
}

type Scalar = string | number | boolean;
const isScalar = (value: unknown): value is Scalar => ['string', 'number', 'boolean'].includes(typeof value);

/** One of our own fields against a value; a list field is met by any of its items. What cannot be done is a sentence. */
function customTest(key: string, { operator, value }: { operator: string; value: unknown }): Test | string {
  if (!Object.hasOwn(CUSTOM_FIELDS, key))
    return `the custom filter «${key}» is not supported and was not applied; known are ${Object.keys(CUSTOM_FIELDS).join(', ')}`;
  const test = comparison(operator, value);
  if (test === null)
    return `the custom filter «${key}» does not take «${operator}» with such a value and was not applied`;
  return ({ customFields }) => {
    const own = customFields[key]?.value;
    const values = (Array.isArray(own) ? own : [own]).filter(isScalar);
    return values.length > 0 && test(values);
  };
}

function comparison(operator: string, value: unknown): ((own: Scalar[]) => boolean) | null {
  if (isScalar(value)) {
    if (operator === 'eq') return (own) => own.includes(value);
    if (operator === 'neq') return (own) => !own.includes(value);
    const ordered = typeof value === 'boolean' ? undefined : ORDERED[operator];
    return ordered === undefined
      ? null
      : (own) => own.some((one) => typeof one === typeof value && ordered(one, value));
  }
  if (!Array.isArray(value) || !value.every(isScalar)) return null;
  if (operator === 'in') return (own) => own.some((one) => value.includes(one));
  return operator === 'not_in' || operator === 'notIn' ? (own) => !own.some((one) => value.includes(one)) : null;
}

const ORDERED: Record<string, ((own: Scalar, bound: Scalar) => boolean) | undefined> = {
  gt: (own, bound) => own > bound,
  gte: (own, bound) => own >= bound,
  lt: (own, bound) => own < bound,
  lte: (own, bound) => own <= bound,
};
