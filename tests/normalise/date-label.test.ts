import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, parseDateLabel } from '../../src/normalise/date-label.ts';

describe('parseDateLabel', () => {
  it.each<[string, unknown, string, string | null]>([
    ['a day of today’s actions', '2027-02-10', '2027-02-10', null],
    ['a midnight label of today’s rows', '2027-04-21T00:00:00.000+0000', '2027-04-21', '00:00:00 UTC'],
    ['a wall time of the old index, labelled UTC', '2024-02-07T17:00:00.000+0000', '2024-02-07', '17:00:00 UTC'],
    ['an evening before, in Z', '2025-01-21T23:00:00Z', '2025-01-21', '23:00:00 UTC'],
    ['words of Horizon 2020', '19 May 2020', '2020-05-19', null],
    ['words with an abbreviated month', '04 Sept 2018', '2018-09-04', null],
    ['words with a wall clock', '08 March 2016 17:00:00', '2016-03-08', '17:00:00'],
    ['words with runs of blanks', ' 29\u00a0 January 2019 ', '2019-01-29', null],
    ['milliseconds', 1_774_310_400_000, '2026-03-24', '00:00:00 UTC'],
    ['milliseconds as text', '1774310400000', '2026-03-24', '00:00:00 UTC'],
    ['milliseconds of 1999, one digit less', '920246400000', '1999-03-01', '00:00:00 UTC'],
    ['news: no zone, a fraction', '2026-04-15T15:31:59.992', '2026-04-15', '15:31:59'],
    ['an offset: the clock on the wall counts', '2026-10-08T17:00:00+02:00', '2026-10-08', '17:00:00'],
  ])('reads %s', (_, raw, day, clock) => {
    const label = parseDateLabel(raw);
    expect(label?.day).toBe(day);
    expect(clockOf(label)).toBe(clock);
  });

  it.each<[string, unknown]>([
    ['a day that no calendar has', '2026-02-30'],
    ['a month that no year has', '2026-13-01'],
    ['an hour that no day has', '2026-02-01T24:00:00Z'],
    ['seconds instead of milliseconds', 1_774_310_400],
    ['the beginning of time', 0],
    ['an infinite number', Number.POSITIVE_INFINITY],
    ['words that are no date', 'to be announced'],
    ['a month that is none', '12 Foo 2020'],
    ['an empty text', ''],
    ['a list', ['2026-01-01']],
    ['nothing', null],
    ['a text without end', '2026-01-01'.repeat(1_000)],
  ])('does not guess at %s', (_, raw) => expect(parseDateLabel(raw)).toBeNull());

  it('never throws', () => {
    fc.assert(fc.property(fc.oneof(fc.anything(), fc.string({ unit: 'binary' })), (raw) => void parseDateLabel(raw)));
  });

  it('reads back every day it can write, in every dialect', () => {
    const days = fc.date({ min: new Date('1990-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(days, (date) => {
        const day = date.toISOString().slice(0, 10);
        const words = date.toLocaleDateString('en-GB', {
          day: '2-digit',
          month: 'long',
          year: 'numeric',
          timeZone: 'UTC',
        });
        const dialects = [day, words, `${day}T00:00:00.000+0000`, date.getTime(), String(Date.parse(day))];
        for (const dialect of dialects) expect(parseDateLabel(dialect)?.day).toBe(day);
        expect(addDays(addDays(day, 1), -1)).toBe(day);
      }),
    );
  });
});

function clockOf(label: ReturnType<typeof parseDateLabel>): string | null {
  if (label?.time == null) return null;
  const { hour, minute, second } = label.time;
  const clock = [hour, minute, second].map((part) => String(part).padStart(2, '0')).join(':');
  return label.utc ? `${clock} UTC` : clock;
}
