import { describe, expect, it } from 'vitest';
import { calibrationCurve, confusionMatrix, precisionRecallCurve } from '../../src/scoring/quality/curves.ts';
import { averagePrecision, listQuality, macroF1, recallAt, reciprocalRank } from '../../src/scoring/quality/metrics.ts';

/** Scores fall along the list; `1` is wanted. */
const list = (marks: string): { score: number; wanted: boolean }[] =>
  [...marks].map((mark, i) => ({ score: 1 - i / 10, wanted: mark === '1' }));

describe('figures', () => {
  it('average precision: the mean of the precision at each wanted one', () => {
    expect(averagePrecision(list('1010'))).toBeCloseTo((1 + 2 / 3) / 2);
    expect(averagePrecision(list('0000'))).toBe(0);
  });

  it('recall in the top part', () => {
    expect(recallAt(list('1000000001'), 0.2)).toBe(0.5);
  });

  it('a list of three finds one of two wanted, and two of its places are noise', () => {
    expect(listQuality(list('01001'), 3)).toEqual({ found: 1, missed: 1, noise: 2 });
  });

  it('macro F1 counts a small class as much as a large one', () => {
    const items = [
      { truth: 'a', given: 'a' },
      { truth: 'a', given: 'a' },
      { truth: 'b', given: 'a' },
    ];
    expect(macroF1(items, ['a', 'b'])).toBeCloseTo(0.4);
  });

  it('reciprocal rank of the first right answer', () => {
    expect(reciprocalRank(['x', 'y', 'z'], new Set(['y', 'z']))).toBe(0.5);
    expect(reciprocalRank(['x'], new Set(['q']))).toBe(0);
  });

  it('curves', () => {
    expect(precisionRecallCurve(list('101')).map(({ recall, precision }) => [recall, precision])).toEqual([
      [0.5, 1],
      [1, 2 / 3],
    ]);
    const [bin] = calibrationCurve([
      { score: 0.82, wanted: true },
      { score: 0.88, wanted: false },
    ]);
    expect(bin).toMatchObject({ from: 0.8, items: 2, wanted: 0.5 });
    expect(confusionMatrix([{ truth: 'a', given: 'b' }], ['a', 'b'])).toEqual([
      [0, 1],
      [0, 0],
    ]);
  });
});
