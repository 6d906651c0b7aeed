import type { Judged } from '../../../src/scoring/quality/metrics.ts';
import { scoreOf, sumFor } from '../../../src/scoring/recompute.ts';
import { fitLogistic } from './logistic-regression.ts';

/** Turns a sum into one whose logistic is a true rate: `scale × sum + shift`. */
export interface Calibration {
  scale: number;
  shift: number;
}

/** Platt's method on scores of topics that the model was not taught. */
export function calibrate(judged: readonly Judged[]): Calibration {
  const examples = judged.map(({ score, wanted }) => ({
    indices: Int32Array.of(0),
    values: Float64Array.of(sumOf(score)),
    label: wanted ? 1 : 0,
    weight: 1,
  }));
  const { bias, weights } = fitLogistic(examples, 1, 100);
  return { scale: weights[0] ?? 1, shift: bias };
}

/** The score after calibration. */
export function applied({ scale, shift }: Calibration, score: number): number {
  return scoreOf(sumOf(score) * scale + shift);
}

/** Scores have four decimals: the least and the most that are told apart from never and always. */
function sumOf(score: number): number {
  return sumFor(Math.min(0.9999, Math.max(0.0001, score)));
}
