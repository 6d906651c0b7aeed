import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codedReason, reasonText } from '../../../../src/domain/desk/dossier/reason-code.ts';
import {
  bestRoleInTime,
  lastDayToStart,
  leadWeeks,
  ROLES_BY_WORTH,
} from '../../../../src/domain/desk/plan/lead-time.ts';
import { sortArrivals } from '../../../../src/domain/desk/triage/baseline.ts';
import { planTriage, type TriageCandidate } from '../../../../src/domain/desk/triage/triage.ts';
import { discardFamily, pillarsOf } from '../../../../src/domain/desk/triage/triage-decision.ts';
import { CITY_ROLES } from '../../../../src/domain/partner.ts';
import { leadTimeWeeks, ROLES_BY_RANK } from '../../../../src/scoring/lead-time.ts';

const today = '2026-11-23';
const candidate = (key: string, deadlineAt: string | null, known: Partial<TriageCandidate> = {}): TriageCandidate => ({
  key,
  relevance: 0.8,
  deadlineAt,
  roles: ['coordinator', 'pilot', 'follower', 'supporter'],
  typesOfAction: ['IA'],
  deadlineModel: 'single-stage',
  firstSeenAt: '2026-11-20T06:00:00Z',
  ...known,
});
const week = { today, weeklyLimit: 12, judgedAt: [] };
const keys = (items: { candidate: { key: string } }[]) => items.map((item) => item.candidate.key);

describe('lead times', () => {
  it.each([
    ['coordinator', ['RIA'], 'single-stage', 16],
    ['coordinator', ['CSA'], 'single-stage', 12],
    ['coordinator', ['IA', 'CSA'], 'single-stage', 16],
    ['coordinator', [], null, 16],
    ['lighthouse', ['IA'], 'single-stage', 10],
    ['pilot', ['IA'], null, 10],
    ['partner', ['IA'], 'multiple cut-off', 5],
    ['follower', ['IA'], 'single-stage', 5],
    ['coordinator', ['RIA'], 'two-stage', 8],
    ['partner', ['RIA'], 'two-stage', 4],
    ['supporter', ['RIA'], 'two-stage', 2],
  ] as const)('%s of %j, %s: %i weeks', (role, typesOfAction, deadlineModel, weeks) => {
    expect(leadWeeks(role, { typesOfAction, deadlineModel })).toBe(weeks);
  });

  it('are those of the matcher’s rule H6: a topic page and a triage never disagree', () => {
    for (const role of CITY_ROLES)
      for (const typesOfAction of [[], ['IA'], ['CSA'], ['CSA-LS', 'CSA'], ['RIA', 'CSA']]) {
        const full = leadWeeks(role, { typesOfAction, deadlineModel: 'single-stage' });
        const first = leadWeeks(role, { typesOfAction, deadlineModel: 'two-stage' });
        expect([full, first], role).toEqual([
          leadTimeWeeks(role, typesOfAction, 'full'),
          leadTimeWeeks(role, typesOfAction, 'first'),
        ]);
      }
    expect(ROLES_BY_WORTH).toEqual(ROLES_BY_RANK);
  });

  it('count days of the calendar across the end of summer time', () => {
    // 17:00 in Brussels on 1 December, 10 weeks back: the clock changed on 25 October.
    const facts = { typesOfAction: ['IA'], deadlineModel: null };
    expect(lastDayToStart('2026-12-01T16:00:00Z', 'pilot', facts)).toBe('2026-09-22');
    expect(bestRoleInTime('2026-12-01T16:00:00Z', ['coordinator', 'pilot'], facts, '2026-09-22')).toMatchObject({
      role: 'pilot',
      daysToStart: 0,
    });
    expect(bestRoleInTime('2026-12-01T16:00:00Z', ['coordinator', 'pilot'], facts, '2026-09-23')).toBeNull();
  });
});

describe('Monday', () => {
  it('offers twelve of forty, the most pressing first, and queues the rest in the same order', () => {
    const forty = Array.from({ length: 40 }, (_, n) =>
      candidate(`T${String(n).padStart(2, '0')}`, `2027-0${4 + (n % 5)}-${10 + (n % 17)}T15:00:00Z`),
    );
    const { toJudge, queue } = planTriage(forty, week);
    expect([toJudge.length, queue.length]).toEqual([12, 28]);
    const days = [...toJudge, ...queue].map(({ lastDayToStart: day }) => day);
    expect(days).toEqual(days.toSorted());
  });

  it('counts what was judged since Monday, not before', () => {
    const twenty = Array.from({ length: 20 }, (_, n) => candidate(`T${n}`, '2027-06-10T15:00:00Z'));
    const judgedAt = ['2026-11-22T22:00:00Z', '2026-11-22T23:30:00Z', '2026-11-23T08:00:00Z'];
    // 22:00Z on Sunday is 23:00 in Milan, 23:30Z is already Monday.
    expect(planTriage(twenty, { ...week, judgedAt }).toJudge).toHaveLength(10);
    expect(
      planTriage(twenty, { ...week, judgedAt: Array.from({ length: 30 }, () => '2026-11-23T08:00:00Z') }).toJudge,
    ).toEqual([]);
  });

  it('judges urgency by the best role, not by the deadline', () => {
    // The coordinator of a later call must start before the follower of an earlier one.
    const follower = candidate('EARLY', '2027-03-10T16:00:00Z', { roles: ['follower'] });
    const lead = candidate('LATER', '2027-04-08T15:00:00Z', { roles: ['coordinator'] });
    expect(keys(planTriage([follower, lead], week).toJudge)).toEqual(['LATER', 'EARLY']);
  });

  it('puts apart what only a letter can reach, and what nothing can', () => {
    const triage = planTriage(
      [
        candidate('LETTER', '2026-12-15T16:00:00Z'),
        candidate('LATE', '2026-12-01T16:00:00Z'),
        candidate('BARRED', '2027-06-10T15:00:00Z', { roles: [] }),
        candidate('UNDATED', null),
        candidate('GOOD', '2027-06-10T15:00:00Z'),
      ],
      week,
    );
    expect(keys(triage.onlyLetter)).toEqual(['LETTER']);
    expect(keys(triage.tooLate)).toEqual(['BARRED', 'LATE']);
    expect(keys(triage.toJudge)).toEqual(['GOOD', 'UNDATED']);
  });

  it('loses and doubles nothing', () => {
    const deadline = fc.option(
      fc.integer({ min: 1, max: 28 }).map((day) => `2027-0${1 + (day % 9)}-${String(day).padStart(2, '0')}T15:00:00Z`),
    );
    fc.assert(
      fc.property(fc.array(deadline, { maxLength: 60 }), fc.nat(20), (deadlines, weeklyLimit) => {
        const all = deadlines.map((at, n) => candidate(`T${n}`, at));
        const { toJudge, queue, onlyLetter, tooLate } = planTriage(all, { ...week, weeklyLimit });
        expect(keys([...toJudge, ...queue, ...onlyLetter, ...tooLate]).sort()).toEqual(
          all.map(({ key }) => key).sort(),
        );
        expect(toJudge.length).toBeLessThanOrEqual(weeklyLimit);
      }),
    );
  });
});

describe('news', () => {
  const items = (count: number, firstSeenAt: string) => Array.from({ length: count }, () => ({ firstSeenAt }));

  it('is never five hundred: a first load and a published work programme are a baseline', () => {
    expect(sortArrivals(items(700, '2026-11-22T06:00:00Z'), null, 12)).toMatchObject({
      fresh: [],
      cause: 'first-load',
    });
    const burst = sortArrivals(items(61, '2026-11-22T06:00:00Z'), '2026-11-21T06:00:00Z', 12);
    expect([burst.fresh.length, burst.baseline.length, burst.cause]).toEqual([0, 61, 'burst']);
  });

  it('is what came since the last look', () => {
    const mixed = [...items(40, '2026-11-22T06:00:00Z'), ...items(650, '2026-11-01T06:00:00Z')];
    const { fresh, baseline, cause } = sortArrivals(mixed, '2026-11-21T06:00:00Z', 12);
    expect([fresh.length, baseline.length, cause]).toEqual([40, 0, null]);
  });
});

describe('letting go', () => {
  const who = { by: 'marta', at: '2026-11-23T09:00:00Z' };

  it('takes a reason code, and words where the code says nothing', () => {
    expect(reasonText(codedReason('too-little-time', ' '))).toBe('too-little-time');
    expect(reasonText(codedReason('other', 'già presentato da Torino'))).toBe('other: già presentato da Torino');
    expect(() => codedReason('other', ' ')).toThrow('needs a note');
    expect(() => codedReason('boh', null)).toThrow('no reason code');
    expect(() => codedReason('toString', null)).toThrow('no reason code');
  });

  it('of a family decides each member, and no stranger', () => {
    const topics = [
      { key: 'KIC-1', family: 'KIC-IBA' },
      { key: 'KIC-2', family: 'KIC-IBA' },
      { key: 'CIT-1', family: 'MISS-CIT' },
      { key: 'X', family: null },
    ];
    const decisions = discardFamily(topics, 'KIC-IBA', codedReason('role-does-not-fit', null), who);
    expect(decisions.map(({ key, kind }) => [key, kind])).toEqual([
      ['KIC-1', 'discard'],
      ['KIC-2', 'discard'],
    ]);
  });

  it('keeps a corrected pillar as a label; a proposal changes nothing yet', () => {
    const label = { key: 'T1', machine: 'economy' as const, corrected: ['mobility'] as const, ...who, proposed: false };
    expect(pillarsOf('economy', [])).toEqual(['economy']);
    expect(pillarsOf('economy', [{ ...label, proposed: true }])).toEqual(['economy']);
    expect(pillarsOf('economy', [{ ...label, corrected: ['living'], at: '2026-11-24T09:00:00Z' }, label])).toEqual([
      'living',
    ]);
    expect(pillarsOf(null, [])).toEqual([]);
  });
});
