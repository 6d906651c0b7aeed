import { brusselsDay } from '../../brussels.ts';
import type { CityRole } from '../../partner.ts';
import type { Day, Deadline, DeadlineModel, Instant } from '../../topic.ts';
import { byText } from '../compare.ts';
import { addDays, sameClockOn } from './days.ts';
import { bestRoleInTime, lastDayToStart } from './lead-time.ts';
import { type MilestoneKind, type PlanStep, stepsOf, trackOf } from './plan-track.ts';
import { backOpenDays, lastOpenDay, type WorkCalendar } from './work-calendar.ts';

/** Everything is uploaded or handed to the lead two days early: a version can be replaced until the end (DOMAIN §5.4). */
export const SAFETY_DAYS = 2;

export interface Milestone {
  kind: MilestoneKind;
  startOn: Day;
  endOn: Day;
  owner: PlanStep['owner'];
  /** An upload has an hour: the deadline's, some days before. */
  endAt: Instant | null;
}

/** The plan for one deadline: a stage, a cut-off, or the only one. */
export interface Plan {
  role: CityRole;
  stage: number | null;
  deadlineAt: Instant;
  /** In order of start. */
  milestones: Milestone[];
  /** The first working day of the first milestone, closures counted. */
  startOn: Day;
  /** The working minimum of DOMAIN §3.4: after this day it is too late. Null for a second stage: one is already in. */
  lastDayToStart: Day | null;
}

export interface PlanCase {
  role: CityRole;
  deadlines: readonly Deadline[];
  deadlineModel: DeadlineModel | null;
  typesOfAction: readonly string[];
}

/** One plan per stage still ahead; of several cut-offs, the one that the given instant leaves time for, or the last. */
export function backwardPlans(facts: PlanCase, now: Instant, calendar: WorkCalendar): Plan[] {
  const ahead = facts.deadlines.filter(({ at }) => at > now);
  if (facts.deadlineModel === 'two-stage') return ahead.map((deadline) => planFor(deadline, facts, calendar));
  const plans = ahead.map((deadline) => planFor(deadline, facts, calendar));
  const today = brusselsDay(now);
  const chosen = plans.find((plan) => (plan.lastDayToStart ?? '') >= today) ?? plans.at(-1);
  return chosen === undefined ? [] : [chosen];
}

/** What time still allows: the chosen role, or "troppo tardi per coordinare, ancora possibile come partner". */
export function timeVerdict(
  facts: PlanCase & { rolesOpen: readonly CityRole[] },
  now: Instant,
): { inTime: boolean; alternative: CityRole | null } | null {
  const deadline = facts.deadlines.find(({ at }) => at > now);
  if (deadline === undefined) return null;
  const today = brusselsDay(now);
  if (lastDayToStart(deadline.at, facts.role, facts) >= today) return { inTime: true, alternative: null };
  const others = facts.rolesOpen.filter((role) => role !== facts.role);
  return { inTime: false, alternative: bestRoleInTime(deadline.at, others, facts, today)?.role ?? null };
}

function planFor(deadline: Deadline, facts: PlanCase, calendar: WorkCalendar): Plan {
  const { role } = facts;
  const steps = stepsOf(trackOf(role), deadline.stage ?? null);
  const milestones = schedule(steps, deadline.at, calendar).toSorted((a, b) => byText(a.startOn, b.startOn));
  return {
    role,
    stage: deadline.stage ?? null,
    deadlineAt: deadline.at,
    milestones,
    startOn: milestones[0]?.startOn ?? brusselsDay(deadline.at),
    lastDayToStart: deadline.stage === 2 ? null : lastDayToStart(deadline.at, role, facts),
  };
}

/** Lays steps end to end, last first: each ends on the working day before the first of those it must be ready for. */
function schedule(steps: readonly PlanStep[], deadlineAt: Instant, calendar: WorkCalendar): Milestone[] {
  const end = lastOpenDay(addDays(brusselsDay(deadlineAt), -SAFETY_DAYS), calendar);
  const starts = new Map<MilestoneKind, Day>();
  return steps.map(({ kind, workingDays, before, owner }) => {
    const waiting = before.flatMap((later) => starts.get(later) ?? []).toSorted(byText);
    const [first] = waiting;
    const endOn = first === undefined ? end : lastOpenDay(addDays(first, -1), calendar);
    const startOn = backOpenDays(endOn, workingDays, calendar);
    starts.set(kind, startOn);
    return { kind, startOn, endOn, owner, endAt: kind === 'upload' ? sameClockOn(endOn, deadlineAt) : null };
  });
}
