import type { RuleResult } from '../../domain/eligibility.ts';
import type { CityRole, Partner } from '../../domain/partner.ts';
import type { Instant } from '../../domain/topic.ts';
import {
  bestRoleInTime,
  daysUntil,
  isClosedToNewcomers,
  LEAD_TIME_SOURCE,
  type NextDeadline,
  nextNewcomerDeadline,
  ROLES_BY_RANK,
} from '../lead-time.ts';
import type { EligibilityTopic } from './eligibility-topic.ts';
import { results } from './rule.ts';

/** What the rules of the day need of a topic. */
export type DatedTopic = Pick<EligibilityTopic, 'rounds' | 'typesOfAction'>;

const sayTime = results('H6', LEAD_TIME_SOURCE);
const sayRound = results('H7', 'Scadenze del bando alla sua fonte');

/** The lasting results completed for an instant: H6 added, H7 closed where no round lies ahead. In the order of the rules. */
export function atInstant(
  lasting: readonly RuleResult[],
  topic: DatedTopic,
  partner: Pick<Partner, 'roles'>,
  asOf: Instant,
): RuleResult[] {
  const next = nextNewcomerDeadline(topic.rounds, asOf);
  const closed = next === null ? roundResult(topic, asOf) : null;
  return [
    ...lasting.map((result) => (result.rule === 'H7' && closed !== null && !result.limitsTo ? closed : result)),
    next === null ? noTimeResult(closed) : timeResult(topic, partner, next, asOf),
  ].sort((a, b) => (a.rule < b.rule ? -1 : 1));
}

/** H7, second half: no round lies ahead, or nobody knows. */
function roundResult(topic: DatedTopic, asOf: Instant): RuleResult {
  return isClosedToNewcomers(topic.rounds, asOf)
    ? sayRound('no', 'round.closed')
    : sayRound('unknown', 'round.unknown');
}

/** H6 without a deadline ahead: nothing to judge when closed, otherwise nobody knows. */
function noTimeResult(round: RuleResult | null): RuleResult {
  return round?.result === 'no' ? sayTime('not-applicable', 'round.closed') : sayTime('unknown', 'time.no-deadline');
}

/** H6: days left against the shortest preparation of each role. */
function timeResult(
  topic: DatedTopic,
  { roles }: Pick<Partner, 'roles'>,
  next: NextDeadline,
  asOf: Instant,
): RuleResult {
  const daysLeft = daysUntil(next.deadline.at, asOf);
  const params = { daysLeft };
  const withLetter: readonly CityRole[] = roles.includes('supporter') ? roles : [...roles, 'supporter'];
  const best = bestRoleInTime(withLetter, topic.typesOfAction, next.stage, daysLeft);
  if (best === null) return sayTime('no', 'time.too-late', { params });
  return best === ROLES_BY_RANK.find((role) => withLetter.includes(role))
    ? sayTime('yes', 'time.enough', { params })
    : sayTime('no', 'time.limited', { params, limitsTo: best });
}
