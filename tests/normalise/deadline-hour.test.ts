import { describe, expect, it } from 'vitest';
import { statedDeadlineHour } from '../../src/normalise/deadline-hour.ts';

describe('statedDeadlineHour', () => {
  it.each<[string, string, [number, number] | null]>([
    ['the usual sentence', 'The deadline for proposals is 17:00:00 (Brussels local time).', [17, 0]],
    ['another hour', 'Submission closes on 3 May at 12.00 hours Brussels time.', [12, 0]],
    ['with a word between', 'Proposals must be submitted before 12:00 (noon) Brussels time.', [12, 0]],
    ['with two', 'Deadline: 3 May, 12:00 noon CET (Brussels time)', [12, 0]],
    ['the clock behind the words', 'Deadline (Brussels time): 16:30', [16, 30]],
    ['one hour said twice', 'Deadline 12:00 Brussels time … cut-off at 12:00 Brussels local time', [12, 0]],
    ['two different hours', 'Deadline 12:00 Brussels time … cut-off at 17:00 Brussels time', null],
    ['an info day', 'The info day in Brussels begins at 09:30.', null],
    ['a clock far from any word of submission', `${'x '.repeat(200)}10:00 Brussels time`, null],
    ['no hour', 'Deadlines follow the call page.', null],
  ])('%s', (_, text, expected) => {
    const found = statedDeadlineHour(text);
    expect(found && [found.hour, found.minute]).toEqual(expected);
  });
});
