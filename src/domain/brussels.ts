import { DateTime } from 'luxon';
import type { Day, Instant } from './topic.ts';

export const BRUSSELS = 'Europe/Brussels';

const DAY_MS = 86_400_000;
/** Deadlines repeat: a few hundred days serve thousands of topics. */
const MOST_KEPT = 20_000;
const cache = new Map<string, Instant>();
const dayCache = new Map<Instant, Day>();

/** The instant at which a Brussels wall clock shows the given day and time, e.g. `2026-10-08`, 17:00 → `…T15:00:00Z`. */
export function brusselsInstant(day: Day, hour = 0, minute = 0, second = 0): Instant {
  const id = `${day}|${hour}|${minute}|${second}`;
  const known = cache.get(id);
  if (known !== undefined) return known;
  const local = DateTime.fromISO(day, { zone: BRUSSELS }).set({ hour, minute, second });
  if (!local.isValid) throw new RangeError(`not a calendar day: ${day}`);
  const instant = toInstant(local);
  if (cache.size > MOST_KEPT) cache.clear();
  cache.set(id, instant);
  return instant;
}

/** The calendar day that Brussels (and Milan, same clock) has at an instant. */
export function brusselsDay(at: Instant): Day {
  const known = dayCache.get(at);
  if (known !== undefined) return known;
  const day = DateTime.fromISO(at, { zone: BRUSSELS }).toISODate();
  if (day === null) throw new RangeError(`not an instant: ${at}`);
  if (dayCache.size > MOST_KEPT) dayCache.clear();
  dayCache.set(at, day);
  return day;
}

/** Whole calendar days from one instant to another as a person in Brussels counts them: today is 0, tomorrow 1. */
export function daysBetween(from: Instant, to: Instant): number {
  // Calendar days alone are of equal length, so no calendar need be asked: `2026-11-22` is read as midnight UTC.
  return (Date.parse(brusselsDay(to)) - Date.parse(brusselsDay(from))) / DAY_MS;
}

function toInstant(time: DateTime): Instant {
  const text = time.toUTC().startOf('second').toISO({ suppressMilliseconds: true });
  if (text === null) throw new RangeError('not a time');
  return text;
}
