import type { Evidence, EvidenceTarget } from '../domain/scoring.ts';

/** Weights are whole multiples of this, so that a sum is exact in any order. */
const WEIGHT_STEP = 10_000;
const SCORE_STEP = 10_000;

/** The contribution of so many steps; never the negative nought. */
export function weightOf(steps: number): number {
  return steps / WEIGHT_STEP || 0;
}

/** Rounds a contribution to the step in which evidence is kept. */
export function roundWeight(weight: number): number {
  return weightOf(weightSteps(weight));
}

/** A contribution in whole steps. */
export function weightSteps(weight: number): number {
  return Math.round(weight * WEIGHT_STEP);
}

/**
 * The number that the evidence for one target stands for: the logistic of the summed weights, on four decimals. This is
 * the definition of every stored score; nothing else enters.
 */
export function recompute(target: EvidenceTarget, evidence: Iterable<Evidence>): number {
  let steps = 0;
  let items = 0;
  for (const item of evidence) {
    if (item.target !== target) continue;
    steps += Math.round(item.weight * WEIGHT_STEP);
    items += 1;
  }
  return items === 0 ? 0 : scoreOf(steps / WEIGHT_STEP);
}

/** The score of a sum of weights; the sum is taken to the step first, so that the order of adding cannot be seen. */
export function scoreOf(sum: number): number {
  const exact = Math.round(sum * WEIGHT_STEP) / WEIGHT_STEP;
  return Math.round(SCORE_STEP / (1 + Math.exp(-exact))) / SCORE_STEP;
}

/** The sum of weights at which a score is reached. */
export function sumFor(score: number): number {
  return Math.log(score / (1 - score));
}
