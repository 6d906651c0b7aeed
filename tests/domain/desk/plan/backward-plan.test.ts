import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MILESTONE_LABELS } from '../../../../src/domain/desk/labels.ts';
import { backwardPlans, type PlanCase, timeVerdict } from '../../../../src/domain/desk/plan/backward-plan.ts';
import {
  addDays,
  dayCount,
  mondayOf,
  sameClockOn,
  shiftInstant,
  weekday,
} from '../../../../src/domain/desk/plan/days.ts';
import { FIRST_STAGE_STEPS, MILESTONES, STEPS, TRACKS } from '../../../../src/domain/desk/plan/plan-track.ts';
import {
  backOpenDays,
  easterSunday,
  italianCalendar,
  lastOpenDay,
} from '../../../../src/domain/desk/plan/work-calendar.ts';
import { CITY_ROLES } from '../../../../src/domain/partner.ts';

const milano = italianCalendar('12-07');
const weekdaysOnly = { isOpen: (day: string) => weekday(day) <= 5 };
/** 17:00 in Brussels on 1 December 2026, in winter time. */
const december = '2026-12-01T16:00:00Z';
const plan = (known: Partial<PlanCase> = {}): PlanCase => ({
  role: 'coordinator',
  deadlines: [{ at: december }],
  deadlineModel: 'single-stage',
  typesOfAction: ['IA'],
  ...known,
});
const single = (known: Partial<PlanCase>, now = '2026-06-01T08:00:00Z', calendar = milano) => {
  const [first, ...rest] = backwardPlans(plan(known), now, calendar);
  if (first === undefined || rest.length > 0) throw new Error('one plan');
  return first;
};

describe('days', () => {
  it('are squares on the calendar, also across leap days and clock changes', () => {
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2026-10-24', 2)).toBe('2026-10-26');
    expect(dayCount('2026-10-24', '2026-10-26')).toBe(2);
    expect([weekday('2026-11-22'), mondayOf('2026-11-22'), mondayOf('2026-11-23')]).toEqual([
      7,
      '2026-11-16',
      '2026-11-23',
    ]);
  });

  it('keep the hour of the wall: 17:00 before the clock change is 17:00 after it', () => {
    // Summer time ended on 25 October 2026: 15:00Z became 16:00Z.
    expect(shiftInstant('2026-10-26T16:00:00Z', -2)).toBe('2026-10-24T15:00:00Z');
    expect(sameClockOn('2026-10-24', '2026-10-26T16:00:00Z')).toBe('2026-10-24T15:00:00Z');
  });
});

describe('the calendar of an Italian office', () => {
  it.each([
    [2024, '2024-03-31'],
    [2026, '2026-04-05'],
    [2027, '2027-03-28'],
    [2038, '2038-04-25'],
  ])('knows Easter of %i', (year, day) => {
    expect(easterSunday(year)).toBe(day);
  });

  it.each([
    ['2026-04-06', 'Easter Monday'],
    ['2026-06-02', 'the Republic'],
    ['2026-12-07', 'Saint Ambrose, in Milan'],
    ['2026-08-11', 'Ferragosto'],
    ['2026-12-29', 'Christmas'],
    ['2027-01-05', 'Christmas, over New Year'],
    ['2027-10-04', 'Saint Francis, from 2026'],
    ['2026-11-22', 'Sunday'],
  ])('is shut on %s: %s', (day) => {
    expect(milano.isOpen(day)).toBe(false);
  });

  it('is open on other days, on Saint Ambrose in Genova and on Saint Francis in 2021', () => {
    expect([
      milano.isOpen('2026-11-23'),
      italianCalendar(null).isOpen('2026-12-07'),
      milano.isOpen('2021-10-04'),
    ]).toEqual([true, true, true]);
  });

  it('counts back over closed days', () => {
    expect(lastOpenDay('2027-01-06', milano)).toBe('2026-12-23');
    expect(backOpenDays('2027-01-08', 3, milano)).toBe('2026-12-23');
  });
});

describe('the plan of a role', () => {
  it('has an upload only for who applies', () => {
    const uploads = CITY_ROLES.filter((role) => single({ role }).milestones.some(({ kind }) => kind === 'upload'));
    expect(uploads).toEqual(['coordinator', 'cascade']);
    const partner = single({ role: 'partner' }).milestones.map(({ kind }) => kind);
    expect(partner.toSorted()).toEqual(['acts', 'budget-line', 'data-to-lead', 'mandate', 'pic-data']);
  });

  it('uploads two days early at the hour of the deadline, on a day when people work', () => {
    const upload = (at: string) =>
      single({ deadlines: [{ at }] }).milestones.find(({ kind }) => kind === 'upload')?.endAt;
    // Sunday 29 November becomes Friday 27, as in the mock-up.
    expect(upload(december)).toBe('2026-11-27T16:00:00Z');
    // Deadline on Tuesday 27 October 17:00 winter time; Friday 23 was still summer time.
    expect(upload('2026-10-27T16:00:00Z')).toBe('2026-10-23T15:00:00Z');
  });

  it('does not ask anybody to sign in Ferragosto or at Christmas', () => {
    const september = single({ deadlines: [{ at: '2027-09-16T15:00:00Z' }] }, '2026-11-23T08:00:00Z');
    for (const { startOn, endOn } of september.milestones)
      expect([milano.isOpen(startOn), milano.isOpen(endOn)]).toEqual([true, true]);
    const spring = single({ deadlines: [{ at: '2027-09-16T15:00:00Z' }] }, '2026-11-23T08:00:00Z', weekdaysOnly);
    expect(september.startOn < spring.startOn).toBe(true);
  });

  it('fits, without closures, into the working minimum of DOMAIN §3.4', () => {
    for (const role of CITY_ROLES)
      for (const [deadlineModel, stage] of [
        ['single-stage', undefined],
        ['two-stage', 1],
      ] as const) {
        const { startOn, lastDayToStart: last } = single(
          { role, deadlineModel, deadlines: [{ at: december, stage }] },
          undefined,
          weekdaysOnly,
        );
        expect(last !== null && startOn >= last, `${role} ${deadlineModel}: ${startOn} before ${last}`).toBe(true);
      }
  });

  it('lets no step begin before what it waits for is done', () => {
    const deadline = fc.integer({ min: 0, max: 1500 }).map((n) => `${addDays('2026-12-01', n)}T16:00:00Z`);
    fc.assert(
      fc.property(deadline, fc.constantFrom(...CITY_ROLES), fc.constantFrom(undefined, 1, 2), (at, role, stage) => {
        const { milestones } = single({ role, deadlines: [{ at, stage }] });
        for (const steps of [...Object.values(STEPS), ...Object.values(FIRST_STAGE_STEPS)])
          for (const { before } of steps)
            expect(before.every((kind) => steps.some((step) => step.kind === kind))).toBe(true);
        for (const { startOn, endOn } of milestones) expect(startOn <= endOn && endOn < at).toBe(true);
        const acts = milestones.find(({ kind }) => kind === 'acts');
        const data = milestones.find(({ kind }) => kind === 'data-to-lead');
        if (acts && data) expect(acts.endOn < data.startOn).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});

describe('several deadlines', () => {
  const stages = [
    { at: '2027-02-09T16:00:00Z', stage: 1 },
    { at: '2027-09-21T15:00:00Z', stage: 2 },
  ];

  it('of a two-stage call are two plans: no acts for a first stage', () => {
    const plans = backwardPlans(
      plan({ deadlineModel: 'two-stage', deadlines: stages }),
      '2026-11-23T08:00:00Z',
      milano,
    );
    expect(plans.map(({ stage, milestones }) => [stage, milestones.some(({ kind }) => kind === 'acts')])).toEqual([
      [1, false],
      [2, true],
    ]);
    const later = backwardPlans(
      plan({ deadlineModel: 'two-stage', deadlines: stages }),
      '2027-03-01T08:00:00Z',
      milano,
    );
    expect(later.map(({ stage, lastDayToStart }) => [stage, lastDayToStart])).toEqual([[2, null]]);
    expect(later[0]?.milestones.map(({ kind }) => kind)).not.toContain('partner-search');
  });

  it('of several cut-offs mean the first one that can still be met', () => {
    const cutOffs = plan({
      deadlineModel: 'multiple cut-off',
      deadlines: [
        { at: '2026-12-01T16:00:00Z', cutOff: 1 },
        { at: '2027-06-01T15:00:00Z', cutOff: 2 },
      ],
    });
    expect(backwardPlans(cutOffs, '2026-11-23T08:00:00Z', milano).map(({ deadlineAt }) => deadlineAt)).toEqual([
      '2027-06-01T15:00:00Z',
    ]);
    expect(backwardPlans(cutOffs, '2026-08-01T08:00:00Z', milano).map(({ deadlineAt }) => deadlineAt)).toEqual([
      '2026-12-01T16:00:00Z',
    ]);
    expect(backwardPlans(cutOffs, '2027-07-01T08:00:00Z', milano)).toEqual([]);
  });
});

describe('what time allows', () => {
  const facts = { ...plan(), rolesOpen: ['coordinator', 'pilot', 'partner', 'supporter'] as const };

  it('too late to coordinate, still possible as pilot, then as partner', () => {
    expect(timeVerdict(facts, '2026-08-11T08:00:00Z')).toEqual({ inTime: true, alternative: null });
    expect(timeVerdict(facts, '2026-08-24T08:00:00Z')).toEqual({ inTime: false, alternative: 'pilot' });
    expect(timeVerdict(facts, '2026-10-20T08:00:00Z')).toEqual({ inTime: false, alternative: 'partner' });
    expect(timeVerdict(facts, '2026-11-25T08:00:00Z')).toEqual({ inTime: false, alternative: null });
    expect(timeVerdict(facts, '2026-12-02T08:00:00Z')).toBeNull();
  });
});

it('has a name for every milestone that a track can hold', () => {
  const used = TRACKS.flatMap((track) => [...STEPS[track], ...FIRST_STAGE_STEPS[track]]).map(({ kind }) => kind);
  expect([...new Set(used)].sort()).toEqual([...MILESTONES].sort());
  expect(Object.keys(MILESTONE_LABELS).sort()).toEqual([...MILESTONES].sort());
});
