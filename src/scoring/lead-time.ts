import { brusselsDay } from '../domain/brussels.ts';
import type { CityRole } from '../domain/partner.ts';
import type { Day, Deadline, Instant, Round } from '../domain/topic.ts';

/**
 * Weeks of work before a deadline: the association's working minimum, formal acts (3–4 weeks: resolution, budget, PIC,
 * mandate) included; checked against the median window of 119 days (17 weeks) of 235 single-stage rounds of Horizon 2020.
 */
export const LEAD_TIME_SOURCE = 'Minimi di lavoro dell’associazione, verificati su 342 finestre H2020, 22/11/2026';

const WEEKS = {
  coordinator: 16,
  csaCoordinator: 12,
  leadOrPilot: 10,
  partner: 5,
  firstStageLead: 8,
  firstStagePartner: 4,
  letter: 2,
} as const;

export type Stage = 'full' | 'first';

/** The best role comes first. */
export const ROLES_BY_RANK: readonly CityRole[] = [
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

const LEADS: readonly CityRole[] = ['coordinator', 'lighthouse', 'procurer', 'pilot'];

/** Weeks that a role takes before the deadline. Other programmes' grants are counted as full proposals. */
export function leadTimeWeeks(role: CityRole, typesOfAction: readonly string[], stage: Stage): number {
  if (role === 'supporter') return WEEKS.letter;
  if (stage === 'first') return LEADS.includes(role) ? WEEKS.firstStageLead : WEEKS.firstStagePartner;
  if (role !== 'coordinator') return LEADS.includes(role) ? WEEKS.leadOrPilot : WEEKS.partner;
  const supportOnly = typesOfAction.length > 0 && typesOfAction.every((code) => code === 'CSA' || code === 'CSA-LS');
  return supportOnly ? WEEKS.csaCoordinator : WEEKS.coordinator;
}

type DatedRound = Pick<Round, 'deadlineModel' | 'deadlines'>;

export interface NextDeadline {
  deadline: Deadline;
  stage: Stage;
}

/** The next deadline at which a newcomer can act, and whether it is a first stage; null where none is ahead. */
export function nextNewcomerDeadline(rounds: readonly DatedRound[], asOf: Instant): NextDeadline | null {
  let next: NextDeadline | null = null;
  for (const { deadlineModel, deadlines } of rounds) {
    const twoStage = deadlineModel === 'two-stage';
    for (const deadline of twoStage ? deadlines.slice(0, 1) : deadlines) {
      if (deadline.at <= asOf || (next !== null && next.deadline.at <= deadline.at)) continue;
      next = { deadline, stage: twoStage ? 'first' : 'full' };
    }
  }
  return next;
}

/** True where every round is dated and none takes newcomers any more. A round without deadlines leaves it open. */
export function isClosedToNewcomers(rounds: readonly DatedRound[], asOf: Instant): boolean {
  const dated = rounds.length > 0 && rounds.every(({ deadlines }) => deadlines.length > 0);
  return dated && nextNewcomerDeadline(rounds, asOf) === null;
}

/** The last day, as Brussels counts days, on which work on a role can start. */
export function lastDayToStart(deadlineAt: Instant, weeks: number): Day {
  return new Date((dayNumber(deadlineAt) - weeks * 7) * DAY_MS).toISOString().slice(0, 10);
}

/** Calendar days to a deadline as Brussels counts them. */
export function daysUntil(deadlineAt: Instant, asOf: Instant): number {
  return dayNumber(deadlineAt) - dayNumber(asOf);
}

const DAY_MS = 86_400_000;
const dayNumbers = new Map<Instant, number>();

/** Deadlines share few instants, and asking the calendar for each of 20,000 topics would be most of the work. */
function dayNumber(at: Instant): number {
  const known = dayNumbers.get(at);
  if (known !== undefined) return known;
  const day = Date.parse(brusselsDay(at)) / DAY_MS;
  if (dayNumbers.size > 20_000) dayNumbers.clear();
  dayNumbers.set(at, day);
  return day;
}

/** The best of some roles for which the days left suffice; null where none does. */
export function bestRoleInTime(
  roles: readonly CityRole[],
  typesOfAction: readonly string[],
  stage: Stage,
  daysLeft: number,
): CityRole | null {
  const inTime = (role: CityRole) => leadTimeWeeks(role, typesOfAction, stage) * 7 <= daysLeft;
  return ROLES_BY_RANK.find((role) => roles.includes(role) && inTime(role)) ?? null;
}

/** True where a role ranks below the one that a rule leaves. */
export function isWithin(role: CityRole, limit: CityRole): boolean {
  return ROLES_BY_RANK.indexOf(role) >= ROLES_BY_RANK.indexOf(limit);
}
