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

  it('counts days as people do: tonight is today, tomorrow morning is tomorrow', () => {
    expect(daysBetween('2026-10-08T20:00:00Z', '2026-10-08T21:30:00Z')).toBe(0);
    expect(daysBetween('2026-10-08T21:30:00Z', '2026-10-08T22:30:00Z')).toBe(1);
    expect(daysBetween('2026-10-20T10:00:00Z', '2026-10-27T10:00:00Z')).toBe(7);
  });
});
