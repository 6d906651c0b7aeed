import { describe, expect, it } from 'vitest';
import {
  CRITERIA,
  criteriaOf,
  needsSentence,
  SCORERS,
  timeValue,
  VALUES,
} from '../../../../src/domain/desk/review/criteria.ts';
import type { Objective } from '../../../../src/domain/desk/review/objective.ts';
import {
  decline,
  deliver,
  gapsOf,
  reviewPhase,
  saveDraft,
  withdraw,
} from '../../../../src/domain/desk/review/review.ts';
import { checkWeights, STARTING_WEIGHTS, weightsOn } from '../../../../src/domain/desk/review/weights.ts';
import { delivered, reader, review, secretariat } from '../cast.ts';

const at = '2026-11-23T09:00:00Z';
const pums: Objective = { id: 'pums-1', group: 'mobility', plan: 'PUMS', text: 'Rete ciclabile', dueOn: '2030-12-31' };
const score = (value: 0 | 1 | 2 | 3 | 4 | 5, sentence: string | null = null, objectiveId: string | null = null) => ({
  value,
  sentence,
  objectiveId,
});

describe('who scores what', () => {
  it('gives every criterion to exactly one kind of scorer', () => {
    expect(SCORERS.flatMap(criteriaOf).sort()).toEqual([...CRITERIA]);
    expect(criteriaOf('readers')).toEqual(['C1', 'C2', 'C8']);
    expect(criteriaOf('secretariat')).toEqual(['C3', 'C5', 'C6']);
    expect(criteriaOf('directorate')).toEqual(['C4']);
    expect(criteriaOf('machine')).toEqual(['C7']);
  });

  it('refuses a reader who scores the money', () => {
    expect(() => saveDraft(review(reader), { scores: { C5: score(3) } })).toThrow('C5 is not scored by the readers');
  });
});

describe('a volunteer with four minutes', () => {
  it('delivers three middling values without a sentence', () => {
    const draft = saveDraft(review(reader), {
      declaration: 'none',
      scores: { C1: score(2), C2: score(3), C8: score(4) },
    });
    expect(deliver(draft, at, 'collecting')).toMatchObject({ state: 'delivered', deliveredAt: at, version: 3 });
  });

  it('is asked for a sentence only at the ends of the scale', () => {
    expect(VALUES.filter(needsSentence)).toEqual([0, 1, 5]);
    const draft = review(reader, { declaration: 'none', scores: { C1: score(2), C2: score(1, '  '), C8: score(3) } });
    expect(gapsOf(draft)).toEqual([{ criterion: 'C2', missing: 'sentence' }]);
    expect(() => deliver(draft, at, 'collecting')).toThrow('not complete');
  });

  it('cannot call it strategic without picking the objective, nor excellent without a dated one', () => {
    const draft = (value: 3 | 5, objectiveId: string | null) =>
      review(reader, {
        declaration: 'none',
        scores: { C1: score(value, 'sì', objectiveId), C2: score(3), C8: score(3) },
      });
    const undated = { ...pums, id: 'dup-1', dueOn: null };
    const gaps = (value: 3 | 5, id: string | null) =>
      gapsOf(draft(value, id), [pums, undated]).map(({ missing }) => missing);
    expect(gaps(3, null)).toEqual(['objective']);
    expect(gaps(3, 'dup-1')).toEqual([]);
    expect(gaps(5, 'dup-1')).toEqual(['objective']);
    expect(gaps(5, 'pums-1')).toEqual([]);
  });

  it('says first where they stand', () => {
    expect(gapsOf(review(reader, { scores: { C1: score(2), C2: score(3), C8: score(3) } }))).toEqual([
      { criterion: null, missing: 'declaration' },
    ]);
  });
});

describe('changing one’s mind', () => {
  it('is free until the collegial evaluation opens, and leaves a trace', () => {
    const back = withdraw(delivered(reader, [3, 3, 3]), at, 'collecting', true);
    expect(back).toMatchObject({ state: 'to-do', deliveredAt: null, withdrawals: [{ at, othersReadable: true }] });
    expect(back.scores.C1?.value).toBe(3);
    expect(() => withdraw(delivered(reader, [3, 3, 3]), at, 'collegial', true)).toThrow('no longer move');
  });

  it('cannot be done twice, nor on a sheet that is still open', () => {
    expect(() => withdraw(review(reader), at, 'collecting', false)).toThrow('only a delivered sheet');
    expect(() => deliver(delivered(reader, [3, 3, 3]), at, 'collecting')).toThrow('«delivered»');
  });

  it('not to judge is a state of its own', () => {
    expect(decline(review(reader), at, 'collecting').state).toBe('no-view');
    expect(() => decline(review(reader), at, 'decided')).toThrow('no longer move');
  });
});

describe('the phase', () => {
  it('follows the dossier, through a suspension too', () => {
    expect(reviewPhase('in-review')).toBe('collecting');
    expect(reviewPhase('collegial-evaluation')).toBe('collegial');
    expect(reviewPhase('contrary')).toBe('decided');
    expect(reviewPhase('suspended', 'in-review')).toBe('collecting');
    expect(reviewPhase('suspended', 'collegial-evaluation')).toBe('collegial');
  });
});

describe('C7', () => {
  // The mock-up: 99 days against 10 weeks is "3, buono"; against 16 weeks it would be 0.
  it.each([
    [99, 70, 3],
    [99, 112, 0],
    [70, 70, 3],
    [69, 70, 0],
    [105, 70, 4],
    [140, 70, 5],
  ])('%i days left against %i are worth %i', (left, lead, value) => {
    expect(timeValue(left, lead)).toBe(value);
  });
});

describe('the board’s weights', () => {
  const newer = { ...STARTING_WEIGHTS, id: 'w2', from: '2027-01-01', decidedInSitting: 's9' };

  it('never change a dossier that is open', () => {
    expect(weightsOn([STARTING_WEIGHTS, newer], '2026-12-31').id).toBe('start');
    expect(weightsOn([newer, STARTING_WEIGHTS], '2027-01-01').id).toBe('w2');
    expect(weightsOn([], '2026-12-31')).toBe(STARTING_WEIGHTS);
  });

  it('add up to a hundred and do not reach back', () => {
    expect(checkWeights(newer, '2026-11-22')).toBe(newer);
    expect(() => checkWeights(newer, '2027-01-02')).toThrow('from today');
    const heavy = { ...newer, weights: { ...newer.weights, C1: 30 } };
    expect(() => checkWeights(heavy, '2026-11-22')).toThrow('110');
    expect(() =>
      checkWeights({ ...newer, weights: { ...newer.weights, C1: 25, C8: -5 + 5, C2: -5 } }, '2026-11-22'),
    ).toThrow('from 0');
  });

  it('have the secretariat’s sheet closed to the readers’ criteria', () => {
    const office = review(secretariat, { scorer: 'secretariat', group: null });
    expect(() => saveDraft(office, { scores: { C1: score(5) } })).toThrow('C1');
  });
});
