import { addDays, dayCount } from '../../domain/desk/plan/days.ts';
import type { Day } from '../../domain/topic.ts';

/** Days on a line from 0 to 100: a drawing that counts in percent of its width keeps its letters' size on a telephone. */
export interface DayScale {
  from: Day;
  to: Day;
  at(day: Day): number;
  /** As SVG writes it. */
  percent(day: Day): string;
}

/** Room for a stroke or half a ring at either end. */
const MARGIN = 1;

export function dayScale(from: Day, to: Day): DayScale {
  const span = Math.max(dayCount(from, to), 1);
  const at = (day: Day) => {
    const share = Math.min(Math.max(dayCount(from, day) / span, 0), 1);
    return Math.round((MARGIN + share * (100 - 2 * MARGIN)) * 100) / 100;
  };
  return { from, to, at, percent: (day) => `${at(day)}%` };
}

/** First days of months, so many apart that their names do not touch on a telephone. */
export function monthTicks({ from, to, at }: DayScale): Day[] {
  const ticks: Day[] = [];
  let last = Number.NEGATIVE_INFINITY;
  for (let month = firstOfNext(from); month < to; month = firstOfNext(month)) {
    if (at(month) - last < NAME_WIDTH || at(month) > 100 - NAME_WIDTH) continue;
    ticks.push(month);
    last = at(month);
  }
  return ticks;
}

/** "set" at 13 px, as a share of the 290 px that a telephone leaves. */
const NAME_WIDTH = 11;

const firstOfNext = (day: Day): Day => `${addDays(`${day.slice(0, 7)}-28`, 4).slice(0, 7)}-01`;
