import type { CityRole } from './partner.ts';

/** Hard rules, evaluated before any opinion. */
export const RULE_IDS = ['H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'H7', 'H8', 'H9'] as const;
export type RuleId = (typeof RULE_IDS)[number];

/** `yes` = respected; `not-applicable` = the call or the body gives the rule nothing to judge. */
export const RULE_OUTCOMES = ['yes', 'no', 'unknown', 'not-applicable'] as const;
export type RuleOutcome = (typeof RULE_OUTCOMES)[number];

/** Names a message of the catalogue `labels/eligibility.ts`. */
export type ReasonId =
  | 'no-text'
  | 'lighthouse.not-asked'
  | 'lighthouse.not-yet'
  | 'lighthouse.already'
  | 'place.none'
  | 'place.respected'
  | 'place.elsewhere'
  | 'place.cooperation'
  | 'place.external-action'
  | 'place.not-territorial'
  | 'applicant.any'
  | 'applicant.admitted'
  | 'applicant.not-admitted'
  | 'applicant.unknown-type'
  | 'applicant.unknown-body'
  | 'applicant.named'
  | 'applicant.text'
  | 'plan.none'
  | 'plan.has'
  | 'plan.missing'
  | 'plan.unknown'
  | 'plan.gep-unknown'
  | 'composition.none'
  | 'composition.asks'
  | 'composition.mission-city-ours'
  | 'composition.mission-city-theirs'
  | 'composition.not-a-city'
  | 'time.enough'
  | 'time.limited'
  | 'time.too-late'
  | 'time.no-deadline'
  | 'round.ahead'
  | 'round.closed'
  | 'round.unknown'
  | 'round.single-grant'
  | 'funding.not-a-site'
  | 'funding.check-sites'
  | 'costs.none'
  | 'costs.excluded';

/** A place in a text that decided: `text.slice(start, end)` is the phrase. */
export interface TextSpan {
  field: string;
  phrase: string;
  start: number;
  end: number;
}

/** What one rule says of one topic for one body. */
export interface RuleResult {
  rule: RuleId;
  result: RuleOutcome;
  /** With `no`: the best role that the rule still leaves. Without it the rule leaves none. */
  limitsTo?: CityRole;
  reason: { id: ReasonId; params: Readonly<Record<string, string | number>> };
  evidence: readonly TextSpan[];
  /** Where the rule comes from, with its date. */
  source: string;
  /** False where only general knowledge supports the result: the interface adds "da verificare". */
  verified: boolean;
}

/** A rule that leaves no role at all. */
export function rulesOut(result: RuleResult): boolean {
  return result.result === 'no' && result.limitsTo === undefined;
}
