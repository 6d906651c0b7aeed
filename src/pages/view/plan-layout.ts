import { brusselsDay } from '../../domain/brussels.ts';
import type { Milestone, Plan } from '../../domain/desk/plan/backward-plan.ts';
import { dayCount } from '../../domain/desk/plan/days.ts';
import type { Day, Instant } from '../../domain/topic.ts';
import { type DayScale, dayScale, monthTicks } from './day-scale.ts';

/** How a milestone stands today. */
export type MilestoneStanding = 'done' | 'late' | 'ahead';

export interface PlanLayout {
  scale: DayScale;
  height: number;
  ticks: Day[];
  bars: { milestone: Milestone; y: number; x: number; width: number; standing: MilestoneStanding }[];
  today: Day;
  deadline: Day;
  /** Null where it lies outside what is drawn. */
  lastStart: Day | null;
  foot: number;
}

const HEAD = 24;
const ROW = 42;
const FOOT = 66;
/** A bar of one day is still to be seen. */
const NARROWEST = 1.2;
/** Whoever looks half a year early sees the plan, not the emptiness before it: as much again as it takes, at most. */
const EMPTY_SHARE = 0.4;

/** Milestones of one deadline against today: names above their bars, so that nothing needs to scroll. */
export function planLayout(plan: Plan, now: Instant, isDone: (milestone: Milestone) => boolean): PlanLayout {
  const today = brusselsDay(now);
  const deadline = brusselsDay(plan.deadlineAt);
  const begins = plan.startOn < today ? plan.startOn : earliest(today, plan.startOn, deadline);
  const scale = dayScale(begins, deadline);
  return {
    scale,
    height: HEAD + plan.milestones.length * ROW + FOOT,
    ticks: monthTicks(scale),
    bars: plan.milestones.map((milestone, i) => ({
      milestone,
      y: HEAD + i * ROW,
      ...widthOf(scale, milestone),
      standing: isDone(milestone) ? 'done' : milestone.endOn < today ? 'late' : 'ahead',
    })),
    today,
    deadline,
    lastStart: plan.lastDayToStart !== null && plan.lastDayToStart >= begins ? plan.lastDayToStart : null,
    foot: HEAD + plan.milestones.length * ROW,
  };
}

function earliest(today: Day, startOn: Day, deadline: Day): Day {
  const before = dayCount(today, startOn);
  return before <= dayCount(startOn, deadline) * EMPTY_SHARE ? today : startOn;
}

function widthOf(scale: DayScale, { startOn, endOn }: Milestone): { x: number; width: number } {
  const x = scale.at(startOn);
  return { x, width: Math.round(Math.max(scale.at(endOn) - x, NARROWEST) * 100) / 100 };
}
