import { brusselsDay } from '../brussels.ts';
import type { CityRole } from '../partner.ts';
import type { Day, DeadlineModel, Instant } from '../topic.ts';
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
  'partner',
  'cascade',
  'follower',
  'linked-third-party',
  'associated',
  'supporter',
];

/**
 * Working minimum in weeks before the deadline (DOMAIN §3.4). A cascade applicant is placed with the small partners; a
 * procurer, who brings budget and procedures, with the lead partners (both DES).
 */
export function leadWeeks(role: CityRole, { typesOfAction, deadlineModel }: LeadTimeCase): number {
  const coordinates = role === 'coordinator';
  const leads = coordinates || role === 'lighthouse' || role === 'procurer' || role === 'pilot';
  if (role === 'supporter') return 2;
  if (deadlineModel === 'two-stage') return leads ? 8 : 4;
  if (coordinates) return typesOfAction.length > 0 && typesOfAction.every((type) => type === 'CSA') ? 12 : 16;
  return leads || role === 'partner' ? 10 : 5;
}

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
