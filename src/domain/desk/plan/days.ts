import { DateTime } from 'luxon';
import { BRUSSELS, brusselsDay, brusselsInstant } from '../../brussels.ts';
import type { Day, Instant } from '../../topic.ts';

const DAY_MS = 86_400_000;

/** Calendar arithmetic on days knows no clock change: a day is a square on the calendar, not 24 hours. */
export const addDays = (day: Day, count: number): Day =>
  new Date(Date.parse(`${day}T00:00:00Z`) + count * DAY_MS).toISOString().slice(0, 10);

/** Squares of the calendar from one day to another. */
export const dayCount = (from: Day, to: Day): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);

/** 1 = Monday … 7 = Sunday. */
export const weekday = (day: Day): number => new Date(`${day}T00:00:00Z`).getUTCDay() || 7;

/** The Monday of the day's week. */
export const mondayOf = (day: Day): Day => addDays(day, 1 - weekday(day));

/** The same Brussels wall clock on another day: 48 hours before 17:00 is 17:00, also across the end of summer time. */
export function sameClockOn(day: Day, instant: Instant): Instant {
  const clock = DateTime.fromISO(instant, { zone: BRUSSELS });
  return brusselsInstant(day, clock.hour, clock.minute, clock.second);
}

/** An instant moved by calendar days on the Brussels clock. */
export const shiftInstant = (instant: Instant, days: number): Instant =>
  sameClockOn(addDays(brusselsDay(instant), days), instant);
