import { DateTime } from 'luxon';
import type { Frequency } from '../../domain/delivery.ts';
import type { Day, Instant } from '../../domain/topic.ts';

const ROME = 'Europe/Rome';
/** The hour at which mails are due, on the clock of the wall: summer or winter. */
const HOUR = 7;

/** The last moment at which a digest was due, not after `now`; its day names the period. */
export function lastPeriod(frequency: Exclude<Frequency, 'off'>, now: Instant): { period: Day; dueAt: Instant } {
  const local = DateTime.fromISO(now, { zone: ROME });
  const atHour = local.startOf('day').set({ hour: HOUR });
  const today = atHour <= local ? atHour : atHour.minus({ days: 1 });
  const due = frequency === 'daily' ? today : today.minus({ days: today.weekday - 1 });
  return { period: due.toFormat('yyyy-MM-dd'), dueAt: due.toUTC().toFormat("yyyy-MM-dd'T'HH:mm:ss'Z'") };
}

/** Whether the day's reminders may go out. */
export const isAfterHour = (now: Instant): boolean => DateTime.fromISO(now, { zone: ROME }).hour >= HOUR;
