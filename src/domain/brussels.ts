import { DateTime, IANAZone } from 'luxon';
import type { Day, Instant } from './topic.ts';

export const BRUSSELS = 'Europe/Brussels';

const DAY_MS = 86_400_000;
/** Deadlines repeat: a few hundred days serve thousands of topics. */
const MOST_KEPT = 20_000;
const MINUTE_MS = 60_000;
const ZONED = /(?:Z|[+-]\d\d:\d\d)$/;
const zone = IANAZone.create(BRUSSELS);
const cache = new Map<string, Instant>();
const dayCache = new Map<Instant, Day>();
const monthCache = new Map<number, number | null>();

/** The instant at which a Brussels wall clock shows the given day and time, e.g. `2026-10-08`, 17:00 → `…T15:00:00Z`. */
export function brusselsInstant(day: Day, hour = 0, minute = 0, second = 0): Instant {
  const id = `${day}|${hour}|${minute}|${second}`;
  const known = cache.get(id);
  if (known !== undefined) return known;
  const midnight = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(midnight) || dayOfUtc(midnight) !== day) throw new RangeError(`not a calendar day: ${day}`);
  const wall = midnight + (hour * 60 + minute) * MINUTE_MS + second * 1000;
  // The clock is never more than two hours ahead, so two hours before no change of the clocks lies between. Of an hour that
  // comes twice this is the first: the earlier deadline is the safe one.
  const instant = toInstant(wall - offsetAt(wall - 120 * MINUTE_MS));
  if (cache.size > MOST_KEPT) cache.clear();
  cache.set(id, instant);
  return instant;
}

/** The calendar day that Brussels (and Milan, same clock) has at an instant. */
export function brusselsDay(at: Instant): Day {
  const known = dayCache.get(at);
  if (known !== undefined) return known;
  // Without a zone, Date.parse would take the machine's; such a time is Brussels' own.
  const time = ZONED.test(at) ? Date.parse(at) : DateTime.fromISO(at, { zone: BRUSSELS }).toMillis();
  if (Number.isNaN(time)) throw new RangeError(`not an instant: ${at}`);
  const day = dayOfUtc(time + offsetAt(time));
  if (dayCache.size > MOST_KEPT) dayCache.clear();
  dayCache.set(at, day);
  return day;
}

/** Whole calendar days from one instant to another as a person in Brussels counts them: today is 0, tomorrow 1. */
export function daysBetween(from: Instant, to: Instant): number {
  // Calendar days alone are of equal length, so no calendar need be asked: `2026-11-22` is read as midnight UTC.
  return (Date.parse(brusselsDay(to)) - Date.parse(brusselsDay(from))) / DAY_MS;
}

/**
 * How far the Brussels clock is ahead of UTC. The calendar's own question costs what mapping a whole topic's dates should,
 * so it is asked twice a month: a month that begins and ends alike has one offset (clocks go forward in March and back in
 * October, Directive 2000/84/EC, seen 2026-12-01).
 */
function offsetAt(time: number): number {
  const date = new Date(time);
  const month = date.getUTCFullYear() * 12 + date.getUTCMonth();
  let offset = monthCache.get(month);
  if (offset === undefined) {
    const begin = zone.offset(Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1));
    const end = zone.offset(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1));
    offset = begin === end ? begin : null;
    monthCache.set(month, offset);
  }
  return (offset ?? zone.offset(time)) * MINUTE_MS;
}

const dayOfUtc = (time: number): Day => new Date(time).toISOString().slice(0, 10);

/** To the second, as the store writes instants. */
const toInstant = (time: number): Instant => `${new Date(time).toISOString().slice(0, 19)}Z`;
