import { ANSWER_CHECKS } from './answer-checks.ts';
import type { Check } from './ask.ts';
import { FIELD_CHECKS } from './field-checks.ts';
import { PAGING_CHECKS } from './paging-checks.ts';
import { SEARCH_CHECKS } from './search-checks.ts';
import { TIME_CHECKS } from './time-checks.ts';

/** What CommonGrants 0.4.0 (opportunities) asks of a running server, one claim a check. */
export const CHECKS: readonly Check[] = [
  ...ANSWER_CHECKS,
  ...PAGING_CHECKS,
  ...TIME_CHECKS,
  ...FIELD_CHECKS,
  ...SEARCH_CHECKS,
];
