import type { CityProfile } from '../../domain/city-profile.ts';
import type { ReasonId, RuleId, RuleOutcome, RuleResult, TextSpan } from '../../domain/eligibility.ts';
import type { CityRole, Partner } from '../../domain/partner.ts';
import type { EligibilityTopic } from './eligibility-topic.ts';

/** A rule that holds whatever the day. */
export interface Rule {
  readonly id: RuleId;
  readonly check: (topic: EligibilityTopic, partner: Partner, profile: CityProfile) => RuleResult;
}

interface Saying {
  params?: Readonly<Record<string, string | number>>;
  evidence?: readonly TextSpan[];
  limitsTo?: CityRole;
  /** Overrides the rule's own source where the fact has one. */
  source?: string;
  verified?: boolean;
}

/** Makes the results of one rule, all with its id and source. */
export function results(rule: RuleId, source: string) {
  return (result: RuleOutcome, id: ReasonId, said: Saying = {}): RuleResult => ({
    rule,
    result,
    ...(said.limitsTo === undefined ? {} : { limitsTo: said.limitsTo }),
    reason: { id, params: said.params ?? {} },
    evidence: said.evidence ?? [],
    source: said.source ?? source,
    verified: said.verified ?? true,
  });
}

/** A body that governs a territory: places, plans and numbers of cities concern it. */
export function isTerritorial(partner: Partner): boolean {
  return partner.roles.includes('lighthouse') || partner.roles.includes('follower');
}
