import type { CityProfile } from '../../domain/city-profile.ts';
import type { RuleResult } from '../../domain/eligibility.ts';
import type { Partner } from '../../domain/partner.ts';
import type { Instant } from '../../domain/topic.ts';
import { applicantType } from './applicant-type.ts';
import { atInstant } from './at-instant.ts';
import { consortiumComposition } from './consortium-composition.ts';
import { doubleFunding } from './double-funding.ts';
import type { EligibilityTopic } from './eligibility-topic.ts';
import { excludedCosts } from './excluded-costs.ts';
import { geography } from './geography.ts';
import { lighthouseOnce } from './lighthouse-once.ts';
import { requiredPlan } from './required-plan.ts';
import type { Rule } from './rule.ts';
import { singleGrant } from './single-grant.ts';

/** The rules that hold whatever the day, in their order. H6 and the second half of H7 are in `at-instant.ts`. */
export const LASTING_RULES: readonly Rule[] = [
  lighthouseOnce,
  geography,
  applicantType,
  requiredPlan,
  consortiumComposition,
  singleGrant,
  doubleFunding,
  excludedCosts,
];

/** What the rules say whatever the day; may be kept until text, codes or profile change. */
export function lastingEligibility(topic: EligibilityTopic, partner: Partner, profile: CityProfile): RuleResult[] {
  return LASTING_RULES.map((rule) => rule.check(topic, partner, profile));
}

/** What H1–H9 say of a topic for one body at an instant, one result each. */
export function checkEligibility(
  topic: EligibilityTopic,
  partner: Partner,
  profile: CityProfile,
  asOf: Instant,
): RuleResult[] {
  return atInstant(lastingEligibility(topic, partner, profile), topic, partner, asOf);
}
