import { type RuleResult, rulesOut } from '../../domain/eligibility.ts';
import { reasonText } from '../../domain/labels/eligibility.ts';
import type { Localised } from '../../domain/labels/localised.ts';
import type { CityRole } from '../../domain/partner.ts';
import type { Instant } from '../../domain/topic.ts';
import type { TopicDetail } from '../../domain/topic-card.ts';
import { atInstant } from '../../scoring/eligibility/at-instant.ts';
import { bestRoleInTime, leadTimeWeeks, nextNewcomerDeadline } from '../../scoring/lead-time.ts';
import { type PossibleRoles, rolesAtInstant } from '../../scoring/roles.ts';
import type { Deps } from '../deps.ts';
import { municipalityOf, type Standing } from './standing.ts';

export type RuleCard = TopicDetail['eligibility'][number] & Pick<RuleResult, 'limitsTo' | 'verified'>;

/** Every rule of H1–H9 at an instant. */
export function rulesAt({ profile }: Pick<Deps, 'profile'>, { lasting, offer }: Standing, asOf: Instant): RuleResult[] {
  return atInstant(lasting, offer, municipalityOf(profile), asOf);
}

/** What the municipality can still be in a topic at an instant, role by role. */
export function rolesAt({ lasting, offer }: Standing, asOf: Instant): PossibleRoles {
  return rolesAtInstant(offer, lasting, asOf);
}

/** The best role alone: the same answer as `rolesAt(…).best` without asking the calendar about every other role. */
export function bestRoleAt({ rolesLeft, offer }: Standing, daysLeft: number | null, asOf: Instant): CityRole | null {
  if (daysLeft === null) return rolesLeft[0] ?? null;
  const stage = nextNewcomerDeadline(offer.rounds, asOf)?.stage ?? 'full';
  return bestRoleInTime(rolesLeft, offer.typesOfAction, stage, daysLeft);
}

/** The rules in words. */
export function ruleCards(rules: readonly RuleResult[], language: keyof Localised): RuleCard[] {
  return rules.map((rule) => ({
    rule: rule.rule,
    result: rule.result === 'not-applicable' ? 'yes' : rule.result,
    applies: rule.result !== 'not-applicable',
    reason: reasonText(rule, language),
    source: rule.source,
    limitsTo: rule.limitsTo,
    verified: rule.verified,
  }));
}

const DAY_MS = 86_400_000;
/** A letter of support is the least that a body can do; nearer deadlines are counted by the calendar. */
const LETTER_DAYS = leadTimeWeeks('supporter', [], 'full') * 7;

/**
 * Whether a rule leaves the city no role at all at an instant. The rules of the day need the calendar, which is slow to
 * ask for thousands of topics, and can only say no near a deadline: elsewhere the lasting rules decide alone.
 */
export function isRuledOut(
  deps: Pick<Deps, 'profile'>,
  standing: Standing,
  nextDeadlineAt: Instant | null,
  asOf: Instant,
): boolean {
  if (standing.lasting.some(rulesOut)) return true;
  if (nextDeadlineAt === null) return false;
  const far = Date.parse(nextDeadlineAt) - Date.parse(asOf) > (LETTER_DAYS + 2) * DAY_MS;
  return far ? false : rulesAt(deps, standing, asOf).some(rulesOut);
}
