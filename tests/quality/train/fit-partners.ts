import {
  PARTNER_FEATURES,
  type PartnerFeature,
  type PartnerWeights,
} from '../../../src/scoring/partners/partner-weights.ts';
import { minimise } from './minimise.ts';

/** One topic that partners won: the features of every partner, and which of them won. */
export interface PartnerLesson {
  rows: number[][];
  winners: number[];
}

/** How strongly weights are held to their start; small, since there are ten weights and hundreds of wins. */
const RIDGE = 0.1;

/**
 * Conditional logit: given that somebody of ours won, who was it? Starts from "by past wins alone" and learns how far to
 * depart from it.
 */
export function fitPartnerWeights(lessons: readonly PartnerLesson[]): Record<PartnerFeature, number> {
  const start = Float64Array.from(PARTNER_FEATURES, (name) => (name === 'record' ? 1 : 0));
  const at = minimise((point, gradient) => lossOf(lessons, point, start, gradient), start);
  return toRecord((_, i) => Math.round((at[i] ?? 0) * 1000) / 1000);
}

function lossOf(
  lessons: readonly PartnerLesson[],
  at: Float64Array,
  start: Float64Array,
  gradient: Float64Array,
): number {
  let loss = 0;
  at.forEach((value, i) => {
    const away = value - (start[i] ?? 0);
    loss += RIDGE * away * away;
    gradient[i] = 2 * RIDGE * away;
  });
  for (const { rows, winners } of lessons) {
    const sums = rows.map((row) => row.reduce((sum, value, i) => sum + value * (at[i] ?? 0), 0));
    const highest = Math.max(...sums);
    const shares = sums.map((sum) => Math.exp(sum - highest));
    const total = shares.reduce((a, b) => a + b, 0);
    for (const winner of winners) {
      loss -= Math.log((shares[winner] ?? 0) / total);
      for (let i = 0; i < at.length; i += 1) {
        const expected = rows.reduce((sum, row, p) => sum + ((shares[p] ?? 0) / total) * (row[i] ?? 0), 0);
        gradient[i] = (gradient[i] ?? 0) + expected - (rows[winner]?.[i] ?? 0);
      }
    }
  }
  return loss;
}

/** Multiplies the weights so that the logistic of the sum is a rate. */
export function scaled(weights: PartnerWeights['weights'], scale: number): PartnerWeights['weights'] {
  return toRecord((name) => Math.round(weights[name] * scale * 1000) / 1000);
}

function toRecord(value: (name: PartnerFeature, i: number) => number): Record<PartnerFeature, number> {
  const [record, title, family, subject, area, words, subjects, meaning, breadth] = PARTNER_FEATURES.map(value);
  return {
    record: record ?? 0,
    title: title ?? 0,
    family: family ?? 0,
    subject: subject ?? 0,
    area: area ?? 0,
    competenceWords: words ?? 0,
    competenceSubjects: subjects ?? 0,
    competenceMeaning: meaning ?? 0,
    competenceBreadth: breadth ?? 0,
  };
}
