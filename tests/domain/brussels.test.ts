import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import { brusselsDay, brusselsInstant, daysBetween } from '../../src/domain/brussels.ts';

describe('Brussels time', () => {
  it.each([
    ['summer', '2026-10-08', '2026-10-08T15:00:00Z'],
    ['winter', '2027-02-10', '2027-02-10T16:00:00Z'],
    ['the last day of summer time', '2026-10-24', '2026-10-24T15:00:00Z'],
    ['the day the clocks go back', '2026-10-25', '2026-10-25T16:00:00Z'],
    ['the day the clocks go forward', '2027-03-28', '2027-03-28T15:00:00Z'],
  ])('17:00 in %s', (_season, day, instant) => {
    expect(brusselsInstant(day, 17)).toBe(instant);
  });

  it('gives the next day to an hour past midnight in Brussels', () => {
    expect(brusselsDay('2025-01-21T23:00:00Z')).toBe('2025-01-22');
  });

  it('refuses a day that no calendar has', () => {
    expect(() => brusselsInstant('2026-02-30')).toThrow('2026-02-30');
  });

  it.each(['2026-02-30', '2026-2-3', '2027-05-15T15:00:00Z', 'tomorrow', '2026-13-01', '+02026-01-01'])(
    'refuses the day %s',
    (day) => {
      expect(() => brusselsInstant(day, 17)).toThrow(day);
    },
  );

  it('takes a time without a zone for Brussels’ own, wherever the machine stands', () => {
    expect(['2026-12-31T23:30:00', '2026-12-31', '2027-01-01T00:30:00+01:00'].map(brusselsDay)).toEqual([
      '2026-12-31',
      '2026-12-31',
      '2027-01-01',
    ]);
  });

  it('refuses what is no instant', () => {
    expect(() => brusselsDay('soon')).toThrow('soon');
  });

  it('agrees with the calendar at every minute of thirty years, those that come twice or never among them', () => {
    const minute = fc.integer({ min: Date.UTC(2010) / 60_000, max: Date.UTC(2040) / 60_000 });
    const nearChange = fc
      .tuple(fc.integer({ min: 2010, max: 2039 }), fc.constantFrom(2, 9), fc.integer({ min: 0, max: 9 * 1440 }))
      .map(([year, month, after]) => Date.UTC(year, month, 24) / 60_000 + after);
    fc.assert(
      fc.property(fc.oneof(minute, nearChange), (at) => {
        const instant = new Date(at * 60_000).toISOString();
        const local = DateTime.fromISO(instant, { zone: 'Europe/Brussels' });
        expect(brusselsDay(instant)).toBe(local.toISODate());
        const wall = DateTime.fromMillis(at * 60_000, { zone: 'utc' });
        const day = wall.toISODate() ?? '';
        const meant = DateTime.fromISO(day, { zone: 'Europe/Brussels' }).set({ hour: wall.hour, minute: wall.minute });
        expect(brusselsInstant(day, wall.hour, wall.minute)).toBe(meant.toUTC().toISO({ suppressMilliseconds: true }));
      }),
      { numRuns: 2000 },
    );
  });

  it('counts days as people do: tonight is today, tomorrow morning is tomorrow', () => {
    expect(daysBetween('2026-10-08T20:00:00Z', '2026-10-08T21:30:00Z')).toBe(0);
    expect(daysBetween('2026-10-08T21:30:00Z', '2026-10-08T22:30:00Z')).toBe(1);
    expect(daysBetween('2026-10-20T10:00:00Z', '2026-10-27T10:00:00Z')).toBe(7);
  });
});
