import { ROLE_LABELS } from '../../domain/labels/roles.ts';
import type { CityRole } from '../../domain/partner.ts';
import type { Day } from '../../domain/topic.ts';
import type { Explanation } from '../../services/matching/explain.ts';
import type { Lang } from '../lang.ts';

/** The last day on which work can begin, for the roles that need the same time. */
export interface Start {
  roles: CityRole[];
  weeks: number;
  day: Day;
}

/** One start for each lead time, the longest first; roles that a rule forbids have none. */
export function startsOf(roles: Explanation['roles']['roles']): Start[] {
  const starts = new Map<number, Start>();
  for (const { role, weeks, lastDayToStart, barredBy } of roles) {
    if (lastDayToStart === null || (barredBy !== null && barredBy !== 'H6')) continue;
    const start = starts.get(weeks) ?? { roles: [], weeks, day: lastDayToStart };
    start.roles.push(role);
    starts.set(weeks, start);
  }
  return [...starts.values()].sort((a, b) => b.weeks - a.weeks);
}

const ROOM = 40;

/** As many roles as one line holds; the table names them all. */
export function rolesShort(roles: readonly CityRole[], lang: Lang): string {
  const all = rolesInFull(roles, lang);
  const [first] = roles;
  if (all.length <= ROOM || first === undefined) return all;
  return `${ROLE_LABELS[first][lang]} +${roles.length - 1}`;
}

export const rolesInFull = (roles: readonly CityRole[], lang: Lang): string =>
  roles.map((role) => ROLE_LABELS[role][lang]).join(', ');
