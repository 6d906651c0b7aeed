import { describe, expect, it } from 'vitest';
import { type ChangeField, isMaterial, type RecordedChange } from '../../../src/domain/change.ts';
import type { Opinion } from '../../../src/domain/desk/board/opinion.ts';
import { changeImpact } from '../../../src/domain/desk/dossier/change-impact.ts';
import { decisionOf } from '../../../src/domain/desk/dossier/memory.ts';
import { belowThreshold, checkOutcome, type Outcome, outcomeState } from '../../../src/domain/desk/dossier/outcome.ts';
import { readReason } from '../../../src/domain/desk/dossier/reason-code.ts';
import { commitmentOf, nextDeadlines, type Project, sameSite } from '../../../src/domain/desk/plan/project.ts';
import { dossier } from './cast.ts';

describe('a change of the call', () => {
  const change = (id: number, field: ChangeField, before: unknown, after: unknown): RecordedChange => ({
    id,
    topicKey: 'T1',
    at: '2026-11-23T06:00:00Z',
    field,
    before,
    after,
    material: isMaterial(field),
    source: 'ft-portal',
    scanId: 1,
  });
  const opinion = (reasons: Opinion['reasons']) => ({ reasons }) as Opinion;
  const live = dossier({ state: 'favourable', owner: 'marta' });
  const onTime = { text: 'Tempo sufficiente', criteria: ['C7'] as const, fields: [] };
  const onFit = { text: 'In linea con il PAESC', criteria: ['C1'] as const, fields: [] };

  it('flags a live dossier with old → new, tells its owner and changes no state', () => {
    const impact = changeImpact(live, [change(1, 'deadlines', ['2026-12-01'], ['2027-01-12'])], null);
    expect(impact).toMatchObject({
      fields: [{ field: 'deadlines', before: ['2026-12-01'], after: ['2027-01-12'], criteria: ['C4', 'C7'] }],
      criteria: ['C4', 'C7'],
      proposesReopening: false,
      tell: ['marta'],
    });
    expect(live.state).toBe('favourable');
  });

  it('proposes reopening only where a reason of the opinion rested on it', () => {
    const moved = [change(1, 'deadlines', 'a', 'b')];
    expect(changeImpact(live, moved, opinion([onFit]))?.proposesReopening).toBe(false);
    expect(changeImpact(live, moved, opinion([onFit, onTime]))).toMatchObject({
      reasonsTouched: [onTime],
      proposesReopening: true,
    });
    const byField = { text: 'Due sovvenzioni', criteria: [], fields: ['expectedGrants'] as const };
    expect(changeImpact(live, [change(1, 'expectedGrants', 2, 1)], opinion([byField]))?.proposesReopening).toBe(true);
  });

  it('is no news when it is not material, when the dossier has ended, or when it was taken back', () => {
    expect(changeImpact(live, [change(1, 'keywords', [], ['city'])], null)).toBeNull();
    expect(changeImpact(dossier({ state: 'discarded' }), [change(1, 'deadlines', 'a', 'b')], null)).toBeNull();
    expect(changeImpact(live, [change(2, 'deadlines', 'b', 'a'), change(1, 'deadlines', 'a', 'b')], null)).toBeNull();
  });

  it('that came in two steps is told as one', () => {
    const impact = changeImpact(live, [change(2, 'budgetEur', 8, 9), change(1, 'budgetEur', 7, 8)], null);
    expect(impact?.fields).toMatchObject([{ field: 'budgetEur', before: 7, after: 9 }]);
  });
});

describe('an outcome', () => {
  const outcome = (known: Partial<Outcome> = {}): Outcome => ({
    kind: 'funded',
    decidedOn: '2027-05-03',
    scores: [
      { criterion: 'excellence', value: 4.5, max: 5, threshold: 4 },
      { criterion: 'impact', value: 4, max: 5, threshold: 4 },
      { criterion: 'implementation', value: 4, max: 5, threshold: 3 },
    ],
    total: 12.5,
    totalThreshold: 12,
    rank: 3,
    proposals: 41,
    comments: null,
    lessonLearnt: null,
    ...known,
  });

  it('is taken as it is where it agrees with itself', () => {
    expect(checkOutcome(outcome())).toEqual(outcome());
    expect(belowThreshold(outcome({ total: 11.5 }))).toEqual(['total']);
  });

  it.each([
    ['a 6 out of 5', { scores: [{ criterion: 'impact', value: 6, max: 5, threshold: 4 }] }, 'impact: 6'],
    ['a reserve list without a place', { kind: 'reserve', rank: null }, 'rank'],
    ['place 50 of 41', { rank: 50 }, 'place 50'],
    ['below threshold with nothing below', { kind: 'below-threshold' }, 'no score is below'],
    ['funded below the threshold', { total: 11 }, 'total below threshold'],
    ['more points than there are', { total: 17 }, 'more than'],
  ] as const)('refuses %s', (_, known, message) => {
    expect(() => checkOutcome(outcome(known as Partial<Outcome>))).toThrow(message);
  });

  it.each([
    ['funded', 'funded'],
    ['reserve', 'reserve'],
    ['below-threshold', 'rejected'],
    ['below-budget', 'rejected'],
    ['ineligible', 'rejected'],
  ] as const)('%s makes the dossier %s', (kind, state) => {
    expect(outcomeState(kind)).toBe(state);
  });
});

const project = (id: string, known: Partial<Project> = {}): Project => ({
  id,
  acronym: id,
  grantAgreement: '691895',
  dossierId: null,
  topicKey: 'SCC-01-2015',
  family: 'SCC-01',
  contact: null,
  directorate: 'mobilita',
  bodies: [],
  startsOn: '2026-01-01',
  endsOn: '2029-12-31',
  deadlines: [],
  staffMonthsPerYear: 6,
  sites: ['Porta Romana–Vettabbia'],
  activities: ['mobilità elettrica'],
  ...known,
});

describe('projects that run', () => {
  it('take up a directorate’s staff, as far as anybody said', () => {
    const all = [
      project('a'),
      project('b', { staffMonthsPerYear: null }),
      project('c', { directorate: 'ambiente' }),
      project('d', { endsOn: '2026-06-30' }),
    ];
    expect(commitmentOf(all, 'mobilita', '2026-11-23')).toEqual({
      projects: ['a', 'b'],
      staffMonthsPerYear: 6,
      unknown: 1,
    });
  });

  it('show where the same site would be paid for twice (H8)', () => {
    const all = [project('a'), project('b', { sites: ['Lorenteggio'] }), project('c', { endsOn: '2020-12-31' })];
    expect(sameSite(all, ['porta romana - vettabbia'], '2027-01-01').map(({ id }) => id)).toEqual(['a']);
    expect(sameSite(all, ['Porta'], '2027-01-01')).toEqual([]);
  });

  it('have their next reports in one list, overdue first, done ones gone', () => {
    const due = (dueOn: string, doneOn: string | null = null) => ({
      kind: 'report' as const,
      title: 'D1.1',
      dueOn,
      doneOn,
    });
    const all = [
      project('a', { deadlines: [due('2026-12-10'), due('2027-06-01')] }),
      project('b', { deadlines: [due('2026-11-01'), due('2026-10-01', '2026-09-30')] }),
    ];
    expect(nextDeadlines(all, '2026-12-31').map(({ projectId, dueOn }) => [projectId, dueOn])).toEqual([
      ['b', '2026-11-01'],
      ['a', '2026-12-10'],
    ]);
  });
});

describe('memory', () => {
  const discarded = { state: 'discarded', openedOn: '2026-03-01', opinion: null } as const;
  const favourable = {
    kind: 'favourable',
    code: null,
    reasons: [{ text: 'Replica il PUMS.' }, { text: 'Il Comune ha il personale.' }],
    confirmedAt: '2026-05-01T10:00:00Z',
  } as const;

  it('of a dossier discarded before any opinion is where it ended and why', () => {
    const last = { reason: 'too-little-time: mancano sei settimane', at: '2026-03-04T09:00:00Z' };
    expect(decisionOf({ ...discarded, last })).toEqual({ what: 'discarded', reasons: [last.reason], on: last.at });
    expect(decisionOf({ ...discarded, last: null })).toEqual({ what: 'discarded', reasons: [], on: '2026-03-01' });
  });

  it('is the board’s opinion with its grounds, also when it has been carried out since', () => {
    const last = { reason: 'inviata', at: '2026-06-01T10:00:00Z' };
    expect(decisionOf({ state: 'submitted', openedOn: '2026-03-01', last, opinion: favourable })).toEqual({
      what: 'favourable',
      reasons: ['Replica il PUMS.', 'Il Comune ha il personale.'],
      on: '2026-05-01T10:00:00Z',
    });
  });

  it('tells why it was withdrawn rather than why it was once liked', () => {
    const last = { reason: 'il capofila si è ritirato', at: '2026-07-01T10:00:00Z' };
    expect(decisionOf({ state: 'withdrawn', openedOn: '2026-03-01', last, opinion: favourable })).toMatchObject({
      what: 'withdrawn',
      reasons: ['il capofila si è ritirato'],
    });
  });

  it('puts the code of a contrary opinion before its grounds', () => {
    const contrary = { ...favourable, kind: 'contrary', code: { code: 'no-coordinator', note: null } } as const;
    const { reasons } = decisionOf({ state: 'contrary', openedOn: '2026-03-01', last: null, opinion: contrary });
    expect(reasons[0]).toBe('no-coordinator');
    expect(reasons).toHaveLength(3);
  });

  it('reads a reason back with its code, and takes any other sentence as it is', () => {
    expect(readReason('too-little-time: mancano sei settimane')).toEqual({
      code: 'too-little-time',
      note: 'mancano sei settimane',
    });
    expect(readReason('no-coordinator')).toEqual({ code: 'no-coordinator', note: null });
    expect(readReason('nota: capofila')).toEqual({ code: null, note: 'nota: capofila' });
  });
});
