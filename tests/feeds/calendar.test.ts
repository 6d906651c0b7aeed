import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { type DatedTopic, deadlineEvents } from '../../src/feeds/deadline-event.ts';
import { renderCalendar } from '../../src/feeds/render-calendar.ts';

const words = {
  stage: (n: number) => `fase ${n}`,
  cutOff: (n: number) => `data intermedia ${n}`,
  hourUncertain: 'ora da verificare',
};
const head = {
  name: 'Bandolo · Mobilità',
  description: 'Scadenze',
  url: 'https://bandolo.example/calendario',
  language: 'it' as const,
};

const topic = (more: Partial<DatedTopic> = {}): DatedTopic => ({
  key: 'HORIZON-MISS-2026-04-CIT-01',
  identifier: 'HORIZON-MISS-2026-04-CIT-01',
  title:
    'Città e mobilità: una prova è un’occasione per verificare righe più lunghe di settantacinque ottetti in un calendario',
  url: 'https://ec.europa.eu/info/funding-tenders/opportunities/portal/screen/opportunities/topic-details/HORIZON-MISS-2026-04-CIT-01',
  rounds: [{ deadlineModel: 'single-stage', deadlines: [{ at: '2026-10-08T15:00:00Z' }] }],
  firstSeenAt: '2026-02-04T06:00:00Z',
  lastChangedAt: null,
  withdrawnAt: null,
  returnedAt: null,
  deadlineMoves: 0,
  returns: 0,
  cancelled: false,
  ...more,
});

const events = (text: string) =>
  new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
const calendarOf = (one: DatedTopic) => renderCalendar(head, deadlineEvents(one, words, 'bandolo.example'));

/** What stands directly in a calendar, in order: `property`, or the name of a component. */
function topLevel(lines: readonly string[]): string[] {
  let within: string | null = null;
  return lines.flatMap((line) => {
    const own = within;
    if (own === null) within = /^BEGIN:(\w+)/.exec(line)?.[1] ?? null;
    else if (line === `END:${own}`) within = null;
    return own === null ? [within ?? 'property'] : [];
  });
}

describe('the calendar of deadlines', () => {
  it('puts 17:00 of Brussels where an independent reader finds it, on both sides of the clock change', () => {
    const text = calendarOf(
      topic({
        rounds: [
          {
            deadlineModel: 'two-stage',
            deadlines: [
              { at: '2026-10-08T15:00:00Z', stage: 1 },
              { at: '2027-02-10T16:00:00Z', stage: 2 },
            ],
          },
        ],
      }),
    );
    const zone = new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent('vtimezone');
    expect(zone?.getFirstPropertyValue('tzid')).toBe('Europe/Brussels');
    for (const event of events(text)) expect(event.startDate.hour).toBe(17);
    expect(events(text).map((event) => event.startDate.toJSDate().toISOString())).toEqual([
      '2026-10-08T15:00:00.000Z',
      '2027-02-10T16:00:00.000Z',
    ]);
    expect(events(text).map((event) => event.summary.includes('fase'))).toEqual([true, true]);
  });

  it('keeps the uid when the date moves, and counts the move', () => {
    const [before] = events(calendarOf(topic()));
    const moved = topic({
      rounds: [{ deadlineModel: 'single-stage', deadlines: [{ at: '2026-10-15T15:00:00Z' }] }],
      deadlineMoves: 1,
      lastChangedAt: '2026-09-01T06:00:00Z',
    });
    const [after] = events(calendarOf(moved));
    expect(after?.uid).toBe(before?.uid);
    expect([before?.sequence, after?.sequence]).toEqual([0, 1]);
  });

  it('is the same text tomorrow: stamps come from the data, not from the clock', () => {
    expect(calendarOf(topic())).toBe(calendarOf(topic()));
  });

  it('cancels what was declined instead of dropping it', () => {
    const [event] = events(calendarOf(topic({ cancelled: true })));
    expect(event?.component.getFirstPropertyValue('status')).toBe('CANCELLED');
    expect(event?.component.getAllSubcomponents('valarm')).toEqual([]);
  });

  it('folds long lines by octets, accents included', () => {
    const long = calendarOf(topic())
      .split('\r\n')
      .filter((line) => new TextEncoder().encode(line).length > 75);
    expect(long).toEqual([]);
  });

  it('drops the controls that a pasted name may hold: one of them, and no reader takes the calendar', () => {
    const text = renderCalendar(
      { ...head, name: 'Bandolo\u0000 · \u000bMobilità' },
      deadlineEvents(topic({ title: 'Da\u000b Word\u0007\r\nATTENDEE:x' }), words, 'x'),
    );
    expect(text).not.toMatch(/[^\P{Cc}\r\n\t]|^ATTENDEE/mu);
    expect(events(text)[0]?.summary).toContain('Da Word');
  });

  it('keeps to the grammar: first properties, then components, of which even an empty one has the zone', () => {
    for (const text of [calendarOf(topic()), renderCalendar(head, [])]) {
      expect(text).toMatch(/\r\nEND:VCALENDAR\r\n$/);
      const top = topLevel(text.trimEnd().split('\r\n').slice(1, -1));
      const first = top.indexOf('VTIMEZONE');
      expect(top.slice(0, first).every((line) => line === 'property')).toBe(true);
      expect(new Set(top.slice(first + 1))).toEqual(new Set(text.includes('VEVENT') ? ['VEVENT'] : []));
    }
  });

  it('rings thirty, seven and two days before', () => {
    const [event] = events(calendarOf(topic()));
    const triggers = event?.component
      .getAllSubcomponents('valarm')
      .map((alarm) => String(alarm.getFirstPropertyValue('trigger')));
    expect(triggers).toEqual(['-P30D', '-P7D', '-P2D']);
  });
});
