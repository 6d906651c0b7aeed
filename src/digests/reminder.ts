import { brusselsDay, daysBetween } from '../domain/brussels.ts';
import type { Deadline, Instant } from '../domain/topic.ts';

/** Days before a deadline on which people with a part in a dossier are reminded (DOMAIN §5.4). */
export const REMINDER_DAYS = [60, 30, 14, 7, 2, 0] as const;

export interface DueReminder {
  deadline: Deadline;
  /** Which of the reminder days it is, or was while the machine slept. */
  daysBefore: number;
}

/**
 * The reminder that is due for a dossier at an instant: the nearest reminder day reached since the last run. A machine
 * that slept sends the latest one only, never the whole backlog; nothing after the deadline itself.
 */
export function dueReminder(
  deadlines: readonly Deadline[],
  lastRunAt: Instant | null,
  now: Instant,
): DueReminder | null {
  const deadline = deadlines.find((one) => one.at > now);
  if (deadline === undefined) return null;
  const left = daysBetween(now, deadline.at);
  const reached = [...REMINDER_DAYS].reverse().find((days) => left <= days);
  if (reached === undefined) return null;
  const alreadyThen = lastRunAt !== null && daysBetween(lastRunAt, deadline.at) <= reached;
  const today = left === reached || (lastRunAt !== null && brusselsDay(lastRunAt) < brusselsDay(now));
  return alreadyThen || !today ? null : { deadline, daysBefore: reached };
}
