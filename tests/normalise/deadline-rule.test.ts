import { describe, expect, it } from 'vitest';
import type { TopicKind } from '../../src/domain/topic.ts';
import { parseDateLabel, type WallTime } from '../../src/normalise/date-label.ts';
import { deadlineOf, openingDayOf } from '../../src/normalise/deadline-rule.ts';

function deadline(raw: unknown, kind: TopicKind, cutOff?: WallTime) {
  const label = parseDateLabel(raw);
  if (label === null) throw new Error('the case is no date');
  return deadlineOf(label, kind, cutOff);
}

describe('deadlineOf a work-programme topic', () => {
  it.each<[string, unknown, string]>([
    ['a midnight label in summer: 17:00 CEST', '2026-10-08T00:00:00.000+0000', '2026-10-08T15:00:00Z'],
    ['a midnight label in winter: 17:00 CET', '2027-02-04T00:00:00.000+0000', '2027-02-04T16:00:00Z'],
    ['a bare day', '2026-10-08', '2026-10-08T15:00:00Z'],
    ['17:00 labelled as UTC is 17:00 in Brussels', '2024-02-07T17:00:00.000+0000', '2024-02-07T16:00:00Z'],
    ['the evening before, winter', '2025-01-21T23:00:00Z', '2025-01-22T16:00:00Z'],
    ['the evening before, summer', '2019-08-26T22:00:00.000+0000', '2019-08-27T15:00:00Z'],
    ['the evening before the first day of a year', '2019-12-31T23:00:00Z', '2020-01-01T16:00:00Z'],
    ['the day on which the clocks change', '2026-03-29', '2026-03-29T15:00:00Z'],
    ['milliseconds at midnight UTC', 1_774_310_400_000, '2026-03-24T16:00:00Z'],
    ['a wall clock of a legacy page', '08 March 2016 12:00:00', '2016-03-08T11:00:00Z'],
  ])('%s', (_, raw, at) => expect(deadline(raw, 'topic')).toEqual({ at }));

  it('takes the hour that the conditions state', () => {
    const noon = { hour: 12, minute: 0, second: 0 };
    expect(deadline('2026-10-08', 'topic', noon)).toEqual({ at: '2026-10-08T10:00:00Z' });
  });

  it('marks a label with an hour that means nothing we know', () => {
    expect(deadline('2026-10-08T11:30:00.000+0000', 'topic')).toEqual({
      at: '2026-10-08T15:00:00Z',
      hourUncertain: true,
    });
  });
});

describe('deadlineOf other calls', () => {
  it.each<[string, TopicKind, unknown, string]>([
    ['a cascade call: the labelled hour is Brussels’', 'cascade', '2026-11-12T17:00:00.000Z', '2026-11-12T16:00:00Z'],
    ['a cascade call at the last minute of a day', 'cascade', '2026-06-30T23:59:00.000Z', '2026-06-30T21:59:00Z'],
    ['a cascade call at 22:00: no evening before', 'cascade', '2026-06-30T22:00:00.000Z', '2026-06-30T20:00:00Z'],
    ['a cascade call without an hour: its whole day', 'cascade', '2026-06-30', '2026-06-30T15:00:00Z'],
    ['an external call: random seconds are cut', 'external', '2026-09-30T11:00:09.000Z', '2026-09-30T09:00:00Z'],
    ['the same at another ingest', 'external', '2026-09-30T11:00:54.000Z', '2026-09-30T09:00:00Z'],
  ])('%s', (_, kind, raw, at) => expect(deadline(raw, kind)).toEqual({ at, hourUncertain: true }));
});

describe('openingDayOf', () => {
  it.each<[string, TopicKind, string, string]>([
    ['a midnight label', 'topic', '2027-02-04T00:00:00.000+0000', '2027-02-04'],
    ['the evening before, old index', 'topic', '2019-03-13T23:00:00Z', '2019-03-14'],
    ['a cascade call', 'cascade', '2026-12-17T00:00:00.000Z', '2026-12-17'],
    ['an external call with a true evening hour', 'external', '2026-08-16T22:00:00.000Z', '2026-08-16'],
  ])('%s', (_, kind, raw, day) => {
    const label = parseDateLabel(raw);
    expect(label && openingDayOf(label, kind)).toBe(day);
  });
});
