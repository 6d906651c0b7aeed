import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backwardPlans } from '../../src/domain/desk/plan/backward-plan.ts';
import { addDays } from '../../src/domain/desk/plan/days.ts';
import { italianCalendar } from '../../src/domain/desk/plan/work-calendar.ts';
import { CITY_ROLES } from '../../src/domain/partner.ts';
import { dayScale, monthTicks } from '../../src/pages/view/day-scale.ts';
import { deadlineStrip } from '../../src/pages/view/deadline-strip.ts';
import { planLayout } from '../../src/pages/view/plan-layout.ts';

const DEADLINE = '2026-12-01T16:00:00Z';
const milano = italianCalendar('12-07');

describe('the drawn plan', () => {
  const drawn = (now: string, done: readonly string[] = [], role: (typeof CITY_ROLES)[number] = 'coordinator') => {
    const facts = {
      role,
      deadlines: [{ at: DEADLINE }],
      deadlineModel: 'single-stage',
      typesOfAction: ['IA'],
    } as const;
    const [plan] = backwardPlans(facts, now, milano);
    if (plan === undefined) throw new Error('one plan');
    return planLayout(plan, now, ({ kind }) => done.includes(kind));
  };

  it('has every bar before the deadline and inside the drawing, whoever takes part and whenever one looks', () => {
    fc.assert(
      fc.property(fc.constantFrom(...CITY_ROLES), fc.integer({ min: 1, max: 400 }), (role, before) => {
        const now = `${addDays('2026-12-01', -before)}T08:00:00Z`;
        const { bars, scale, deadline } = drawn(now, [], role);
        expect(bars.length).toBeGreaterThan(2);
        for (const { x, width } of bars) {
          expect(x).toBeGreaterThanOrEqual(0);
          expect(x + width).toBeLessThanOrEqual(scale.at(deadline));
        }
      }),
    );
  });

  it('tells what is done from what is late, and lateness only once its last day is over', () => {
    const standing = (now: string, done: readonly string[] = []) =>
      drawn(now, done).bars.find(({ milestone }) => milestone.kind === 'concept')?.standing;
    const end = drawn('2026-06-01T08:00:00Z').bars.find(({ milestone }) => milestone.kind === 'concept')?.milestone
      .endOn;
    expect(standing(`${end}T08:00:00Z`)).toBe('ahead');
    expect(standing(`${addDays(end ?? '', 1)}T08:00:00Z`)).toBe('late');
    expect(standing(`${addDays(end ?? '', 1)}T08:00:00Z`, ['concept'])).toBe('done');
  });

  it('shows the days before the plan only where they are few', () => {
    const startOn = drawn('2026-01-05T08:00:00Z').scale.from;
    expect(startOn > '2026-06-01').toBe(true);
    const near = addDays(startOn, -10);
    expect(drawn(`${near}T08:00:00Z`).scale.from).toBe(near);
  });
});

describe('the strip of deadlines', () => {
  const today = '2026-08-24';
  const call = (day: string, pillar: 'mobility' | null = 'mobility') => ({ key: `K-${day}`, pillar, day });

  it('counts in one ring what closes in one week, and nothing beyond its end or behind today', () => {
    const calls = ['2026-08-23', '2026-08-24', '2026-08-30', '2026-08-31', '2026-12-22', '2026-12-23'].map((day) =>
      call(day),
    );
    const row = deadlineStrip(calls, today).rows.find(({ pillar }) => pillar === 'mobility');
    expect(row?.total).toBe(4);
    expect(row?.nodes.map(({ from, calls: inWeek }) => [from, inWeek.length])).toEqual([
      ['2026-08-24', 2],
      ['2026-08-31', 1],
      ['2026-12-21', 1],
    ]);
  });

  it('has a row for calls without a pillar only where there are such', () => {
    expect(deadlineStrip([call('2026-09-01')], today).rows).toHaveLength(6);
    expect(deadlineStrip([call('2026-09-01', null)], today).rows.at(-1)).toMatchObject({ pillar: null, total: 1 });
  });

  it('keeps month names apart on a telephone', () => {
    const scale = dayScale('2026-08-24', '2028-01-01');
    const places = monthTicks(scale).map(scale.at);
    for (const [i, place] of places.entries()) expect(place - (places[i - 1] ?? -99)).toBeGreaterThanOrEqual(11);
    expect(monthTicks(dayScale('2026-08-24', '2026-12-22'))).toEqual([
      '2026-09-01',
      '2026-10-01',
      '2026-11-01',
      '2026-12-01',
    ]);
  });
});
