import { leadWeeks } from '../../domain/desk/plan/lead-time.ts';
import type { DeadlineModel } from '../../domain/topic.ts';

/** A step of the ladder of roles, named by one of those that need the same time. */
export const RUNGS = ['coordinator', 'pilot', 'partner', 'supporter'] as const;
export type Rung = (typeof RUNGS)[number];

export interface LeadTime {
  rung: Rung;
  weeks: number;
}

/** Working minima before the deadline, from the longest; a rung that needs no less than the one above says nothing new. */
export function leadTimes(typesOfAction: readonly string[], deadlineModel: DeadlineModel | null): LeadTime[] {
  return RUNGS.map((rung) => ({ rung, weeks: leadWeeks(rung, { typesOfAction, deadlineModel }) })).filter(
    ({ weeks }, i, all) => all[i - 1]?.weeks !== weeks,
  );
}

export type Tone = 'ok' | 'warn' | 'bad';

/** The most demanding rung for which there is time; null where there is time for none. */
export const bestRung = (daysLeft: number, minima: readonly LeadTime[]): Rung | null =>
  minima.find(({ weeks }) => daysLeft >= weeks * 7)?.rung ?? null;

export const RUNG_TONES: Record<Rung | 'none', Tone> = {
  coordinator: 'ok',
  pilot: 'ok',
  partner: 'warn',
  supporter: 'bad',
  none: 'bad',
};
