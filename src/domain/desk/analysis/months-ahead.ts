import { PILLARS, type Pillar } from '../../pillar.ts';
import type { Day } from '../../topic.ts';

/** `2026-11`. */
export type Month = string;

export const monthOf = (day: Day): Month => day.slice(0, 7);

/** So many months from the one of a day on. */
export function monthsFrom(day: Day, count: number): Month[] {
  const year = Number(day.slice(0, 4));
  const month = Number(day.slice(5, 7)) - 1;
  return Array.from({ length: count }, (_, n) => new Date(Date.UTC(year, month + n, 1)).toISOString().slice(0, 7));
}

export interface MonthRow {
  month: Month;
  /** How many of each pillar. */
  counts: Readonly<Record<Pillar, number>>;
  total: number;
}

/** How many calls of each pillar close in each of these months; those that close elsewhere are left out. */
export function pillarMonths(
  calls: readonly { pillar: Pillar | null; closesOn: Day | null }[],
  months: readonly Month[],
): MonthRow[] {
  return months.map((month) => {
    const closing = calls.filter(({ closesOn }) => closesOn !== null && monthOf(closesOn) === month);
    const count = (pillar: Pillar) => closing.filter((call) => call.pillar === pillar).length;
    // The record has exactly the keys of the list it is made from.
    const counts = Object.fromEntries(PILLARS.map((pillar) => [pillar, count(pillar)])) as Record<Pillar, number>;
    return { month, counts, total: closing.length };
  });
}
