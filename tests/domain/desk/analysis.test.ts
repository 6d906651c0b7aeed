import { describe, expect, it } from 'vitest';
import { budgetReach } from '../../../src/domain/desk/analysis/budget-reach.ts';
import { funnelOf } from '../../../src/domain/desk/analysis/funnel.ts';
import { monthsFrom, pillarMonths } from '../../../src/domain/desk/analysis/months-ahead.ts';

describe('the funnel', () => {
  it('tells of each stage what part of the one before reached it, and nothing where there was none', () => {
    const steps = funnelOf({ found: 700, shortlisted: 60, dossier: 12, go: 6, submitted: 0, funded: 0 });
    expect(steps.map(({ stage, share }) => [stage, share])).toEqual([
      ['found', null],
      ['shortlisted', 60 / 700],
      ['dossier', 0.2],
      ['go', 0.5],
      ['submitted', 0],
      ['funded', null],
    ]);
  });
});

describe('the months ahead', () => {
  it('run over the turn of the year, the present one first', () => {
    expect(monthsFrom('2026-11-30', 4)).toEqual(['2026-11', '2026-12', '2027-01', '2027-02']);
  });

  it('count a call in its month and pillar; without pillar only in the total, without date nowhere', () => {
    const [january, february] = pillarMonths(
      [
        { pillar: 'mobility', closesOn: '2027-01-28' },
        { pillar: 'mobility', closesOn: '2027-01-03' },
        { pillar: null, closesOn: '2027-01-03' },
        { pillar: 'living', closesOn: null },
        { pillar: 'living', closesOn: '2028-02-01' },
      ],
      ['2027-01', '2027-02'],
    );
    expect(january?.counts.mobility).toBe(2);
    expect(january?.total).toBe(3);
    expect(february?.total).toBe(0);
  });
});

describe('the reachable budget', () => {
  it('adds up what each call has for itself, never a shared pot, and says what nobody knows', () => {
    const call = { pillar: 'mobility' as const, budgetEur: 10_000_000, budgetShared: false, inReach: true };
    const mobility = budgetReach([
      call,
      { ...call, budgetShared: true },
      { ...call, budgetShared: true },
      { ...call, budgetEur: null },
      { ...call, inReach: false },
    ]).find(({ pillar }) => pillar === 'mobility');
    expect(mobility).toEqual({ pillar: 'mobility', calls: 4, budgetEur: 10_000_000, shared: 2, unknown: 1 });
  });
});
