import { brusselsDay } from '../../brussels.ts';
import type { CityRole } from '../../partner.ts';
import type { Day, DeadlineModel, Instant } from '../../topic.ts';
import { addDays, dayCount } from './days.ts';

/** What the lead time depends on beside the role. */
export interface LeadTimeCase {
  typesOfAction: readonly string[];
  deadlineModel: DeadlineModel | null;
}

/** Best first: what a city would rather be (DOMAIN §3.1, C2). */
export const ROLES_BY_WORTH: readonly CityRole[] = [
  'coordinator',
  'lighthouse',
  'procurer',
  'pilot',
  'follower',
  'partner',
  'linked-third-party',
  'cascade',
  'associated',
  'supporter',
];

/**
 * Working minimum in weeks before the deadline at which a newcomer applies (DOMAIN §3.4; the matcher's H6 counts the same).
 * A procurer, who brings budget and procedures, stands with the lead partners; a cascade applicant with the small ones (DES).
 */
export function leadWeeks(role: CityRole, { typesOfAction, deadlineModel }: LeadTimeCase): number {
  if (role === 'supporter') return 2;
  const leads = role === 'coordinator' || role === 'lighthouse' || role === 'procurer' || role === 'pilot';
  if (deadlineModel === 'two-stage') return leads ? 8 : 4;
  if (role === 'coordinator') return isSupportOnly(typesOfAction) ? 12 : 16;
  return leads ? 10 : 5;
}

const isSupportOnly = (typesOfAction: readonly string[]): boolean =>
  typesOfAction.length > 0 && typesOfAction.every((type) => type === 'CSA' || type === 'CSA-LS');

/** The last day on which work for a role can begin. */
export const lastDayToStart = (deadlineAt: Instant, role: CityRole, facts: LeadTimeCase): Day =>
  addDays(brusselsDay(deadlineAt), -7 * leadWeeks(role, facts));

/** The best of the given roles for which there is still time; null = too late for all of them. */
export function bestRoleInTime(
  deadlineAt: Instant,
  roles: readonly CityRole[],
  facts: LeadTimeCase,
  today: Day,
): { role: CityRole; lastDayToStart: Day; daysToStart: number } | null {
  for (const role of ROLES_BY_WORTH) {
    if (!roles.includes(role)) continue;
    const last = lastDayToStart(deadlineAt, role, facts);
    if (last >= today) return { role, lastDayToStart: last, daysToStart: dayCount(today, last) };
  }
  return null;
}
