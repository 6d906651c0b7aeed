import { brusselsInstant } from '../domain/brussels.ts';
import type { Day, Deadline, TopicKind } from '../domain/topic.ts';
import { addDays, type DateLabel, type WallTime } from './date-label.ts';

/** All deadlines of the Commission's own topics are at 17:00 Brussels time (DOMAIN §2.4). */
export const USUAL_CUT_OFF: WallTime = { hour: 17, minute: 0, second: 0 };

/**
 * The instant that a deadline label means, to the minute: the seconds of type 2 are random at each ingest
 * (PORTAL-CONTRACT §5, 128 cases).
 *
 * - `topic`: the label is a day; the hour is 17:00 Brussels unless the conditions state another.
 * - `cascade`: the labelled hour is Brussels wall time, whatever zone it claims, and has to be checked on the call's page
 *   (§3, 2026-08-22: 17:00 ×37 and 23:59 ×16 of 83 would not pile up if these were true UTC).
 * - `external`: the hour is the delegation's or Brussels', nobody says which; read alike, which of the two readings is
 *   the earlier and so the safe one.
 */
export function deadlineOf(label: DateLabel, kind: TopicKind, cutOff: WallTime = USUAL_CUT_OFF): Deadline {
  if (kind === 'topic') return topicDeadline(label, cutOff);
  // A bare day or a midnight states no hour: at 00:00 the call would seem closed on its last day.
  const time = label.time === null || isMidnight(label.time) ? USUAL_CUT_OFF : label.time;
  return { at: brusselsInstant(label.day, time.hour, time.minute), hourUncertain: true };
}

/** The day on which a window opens, from its label. */
export function openingDayOf(label: DateLabel, kind: TopicKind): Day {
  // External calls have true hours, with random seconds: 22:00:00 there is an evening and no midnight.
  return kind === 'external' ? label.day : dayOf(label);
}

/**
 * The calendar day that a label of a type-1 row means. Rows of the old index write the Brussels midnight as 22:00 or
 * 23:00 UTC of the evening before (§2.8: EU4H-2024-PJ-03-5, 2025-01-21T23:00Z, closed on 22 January).
 */
export function dayOf({ day, time, utc }: DateLabel): Day {
  const eveningBefore = utc && time !== null && time.hour >= 22 && time.minute === 0 && time.second === 0;
  return eveningBefore ? addDays(day, 1) : day;
}

function topicDeadline(label: DateLabel, cutOff: WallTime): Deadline {
  const { time, utc } = label;
  // A wall clock without a zone ("08 March 2016 17:00:00") is Brussels' own and says what it means.
  const stated = time !== null && !utc && !isMidnight(time) ? time : cutOff;
  const at = brusselsInstant(dayOf(label), stated.hour, stated.minute);
  return isUsual(time) || !utc || time?.hour === cutOff.hour ? { at } : { at, hourUncertain: true };
}

/** Midnights and 17:00 are how the portal labels days; another hour may mean something. */
const isUsual = (time: WallTime | null): boolean =>
  time === null || (time.minute === 0 && [0, 17, 22, 23].includes(time.hour));

const isMidnight = (time: WallTime): boolean => time.hour === 0 && time.minute === 0;
