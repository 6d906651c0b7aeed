import { describe, expect, it } from 'vitest';
import { dueReminder } from '../../src/digests/reminder.ts';

const deadline = { at: '2027-04-08T15:00:00Z', stage: 1 };
const second = { at: '2027-11-04T16:00:00Z', stage: 2 };
const at = (day: string) => `${day}T05:00:00Z`;
const due = (last: string | null, now: string, deadlines = [deadline, second]) =>
  dueReminder(deadlines, last === null ? null : at(last), at(now));

describe('the reminder that is due', () => {
  it.each([
    ['sixty days before', '2027-02-06', '2027-02-07', 60],
    ['thirty days before, over the clock change', '2027-03-08', '2027-03-09', 30],
    ['on the day itself', '2027-04-07', '2027-04-08', 0],
  ])('%s', (_when, last, now, days) => {
    expect(due(last, now)).toMatchObject({ daysBefore: days, deadline });
  });

  it('is none on a day between', () => {
    expect(due('2027-02-09', '2027-02-10')).toBeNull();
  });

  it('is one only, the latest, after the machine slept for a month', () => {
    expect(due('2027-02-01', '2027-03-20')).toMatchObject({ daysBefore: 30 });
  });

  it('is none twice on one day', () => {
    expect(dueReminder([deadline], '2027-04-06T05:00:00Z', '2027-04-06T11:00:00Z')).toBeNull();
  });

  it('counts the second stage on its own, once the first is over', () => {
    expect(due('2027-09-04', '2027-09-05')).toMatchObject({ daysBefore: 60, deadline: second });
  });

  it('is none once everything is over', () => {
    expect(due('2027-12-01', '2027-12-02')).toBeNull();
  });
});
