import type { Day } from '../../topic.ts';
import { addDays, weekday } from './days.ts';

/** The days on which a public office of the city works. */
export interface WorkCalendar {
  isOpen(day: Day): boolean;
}

/** A stretch of each year in which nothing gets signed, both ends included, as `MM-DD`; it may run over New Year. */
export interface Closure {
  from: string;
  to: string;
}

/** When Italian offices stand still although few of the days are holidays. DES; the profile may say otherwise. */
export const USUAL_CLOSURES: readonly Closure[] = [
  { from: '08-08', to: '08-23' }, // Ferragosto
  { from: '12-24', to: '01-06' }, // Christmas to Epiphany
];

const HOLIDAYS = ['01-01', '01-06', '04-25', '05-01', '06-02', '08-15', '11-01', '12-08', '12-25', '12-26'];

/** Saint Francis, 4 October, is a public holiday again from 2026 (law 151 of 8 October 2025). */
const isSaintFrancis = (day: Day): boolean => day.endsWith('-10-04') && day >= '2026';

/** Italy's public holidays, the city's patron (`MM-DD`; Milan 12-07), week-ends and the usual closures. */
export function italianCalendar(patron: string | null, closures: readonly Closure[] = USUAL_CLOSURES): WorkCalendar {
  const fixed = new Set(patron === null ? HOLIDAYS : [...HOLIDAYS, patron]);
  return {
    isOpen(day) {
      const monthDay = day.slice(5);
      if (weekday(day) > 5 || fixed.has(monthDay) || isSaintFrancis(day)) return false;
      if (day === addDays(easterSunday(Number(day.slice(0, 4))), 1)) return false;
      return !closures.some((closure) => covers(closure, monthDay));
    },
  };
}

/** The day itself if the office works, or the last one before on which it does. */
export function lastOpenDay(day: Day, calendar: WorkCalendar): Day {
  let open = day;
  while (!calendar.isOpen(open)) open = addDays(open, -1);
  return open;
}

/** The first day of a stretch of `count` open days that ends on the given open day. */
export function backOpenDays(end: Day, count: number, calendar: WorkCalendar): Day {
  let start = end;
  for (let left = count - 1; left > 0; left--) start = lastOpenDay(addDays(start, -1), calendar);
  return start;
}

const covers = ({ from, to }: Closure, monthDay: string): boolean =>
  from <= to ? from <= monthDay && monthDay <= to : monthDay >= from || monthDay <= to;

/** The anonymous Gregorian computus (Meeus, Jones, Butcher). */
export function easterSunday(year: number): Day {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7;
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114;
  return `${year}-${String(Math.floor(f / 31)).padStart(2, '0')}-${String((f % 31) + 1).padStart(2, '0')}`;
}
