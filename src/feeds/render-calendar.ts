import ical, { ICalAlarmType, ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import { DateTime } from 'luxon';
import { BRUSSELS } from '../domain/brussels.ts';
import type { Language } from '../domain/labels/localised.ts';
import { BRUSSELS_VTIMEZONE } from './brussels-timezone.ts';
import type { DeadlineEvent } from './deadline-event.ts';

/** Days before a deadline at which a calendar rings: formal acts at 30, upload at 7 and 2 (DOMAIN §5.4). */
const ALARM_DAYS = [30, 7, 2];

export interface CalendarHead {
  name: string;
  description: string;
  url: string;
  language: Language;
}

/** RFC 5545 text of a calendar of deadlines, in Brussels time with its rules; each event is the instant of the deadline. */
export function renderCalendar(head: CalendarHead, events: readonly DeadlineEvent[]): string {
  const calendar = ical({
    name: propertyText(head.name),
    description: propertyText(head.description),
    url: head.url,
    prodId: { company: 'bandolo', product: 'deadlines', language: head.language.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
    ttl: 6 * 60 * 60,
  });
  for (const event of events) addEvent(calendar, event);
  return withZone(calendar.toString()).replace(CONTROLS, '');
}

/** RFC 5545 §3.1 has none of them, and one refuses the whole calendar: a name may have been pasted from anywhere. */
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;

/**
 * Puts the zone's rules where RFC 5545 has them, after the calendar's own properties and before the first event.
 * ical-generator would write them among the properties; and a calendar with a zone of its own would write DTSTAMP in it,
 * which must be UTC. So the events carry the zone, and an empty calendar holds it too, as it must hold something.
 */
const withZone = (text: string): string =>
  `${text.replace(/^(?=BEGIN:VEVENT|END:VCALENDAR)/m, `${BRUSSELS_VTIMEZONE}\r\n`)}\r\n`;

/** ical-generator escapes what stands in events, but writes the head as it is: a title could open a line of its own. */
const propertyText = (text: string): string => text.replace(/\s+/gu, ' ').replace(/[\\;,]/g, '\\$&');

function addEvent(calendar: ReturnType<typeof ical>, event: DeadlineEvent): void {
  const deadline = DateTime.fromISO(event.at, { zone: BRUSSELS });
  const changed = DateTime.fromISO(event.changedAt, { zone: 'utc' });
  const entry = calendar.createEvent({
    id: event.uid,
    start: deadline,
    timezone: BRUSSELS,
    stamp: changed,
    lastModified: changed,
    sequence: event.sequence,
    summary: event.title,
    description: event.description,
    url: event.url,
    status: event.cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  });
  if (event.cancelled) return;
  for (const days of ALARM_DAYS)
    entry.createAlarm({ type: ICalAlarmType.display, trigger: days * 24 * 60 * 60, description: event.title });
}
