import type { Evidence, EvidenceTarget } from '../domain/scoring.ts';
import { recompute } from './recompute.ts';

/** Pieces of evidence without which the verdict would be the other one. */
export interface Counterfactual {
  without: Evidence[];
  /** The score that would remain. */
  score: number;
}

export interface Explanation {
  target: EvidenceTarget;
  score: number;
  threshold: number;
  reached: boolean;
  /** What speaks for it and what against it, the strongest first; base rate apart. */
  for: Evidence[];
  against: Evidence[];
  /** The smallest sets whose removal crosses the threshold, the most telling first; empty where none does. */
  wouldChange: Counterfactual[];
}

const MOST_SETS = 3;

/**
 * Says what would change a verdict: "without *municipalities* in the title it would fall below the threshold". Where single
 * phrases suffice each is named; else the shortest run of the strongest ones, which is a smallest set, since weights add up.
 */
export function explain(target: EvidenceTarget, evidence: readonly Evidence[], threshold: number): Explanation {
  const own = evidence.filter((item) => item.target === target);
  const score = recompute(target, own);
  const reached = score >= threshold;
  const telling = own.filter((item) => item.field !== 'bias').sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
  const positive = telling.filter((item) => item.weight > 0);
  const negative = telling.filter((item) => item.weight < 0);
  const crosses = (without: readonly Evidence[]): boolean =>
    scoreWithout(target, own, without) >= threshold !== reached;
  const sets = smallestSets(reached ? positive : negative, crosses);
  return {
    target,
    score,
    threshold,
    reached,
    for: positive,
    against: negative,
    wouldChange: sets.map((without) => ({ without, score: scoreWithout(target, own, without) })),
  };
}

/** `pulling` stands strongest first. */
function smallestSets(pulling: readonly Evidence[], crosses: (without: readonly Evidence[]) => boolean): Evidence[][] {
  const singles = pulling.filter((item) => crosses([item])).slice(0, MOST_SETS);
  if (singles.length > 0) return singles.map((item) => [item]);
  for (let size = 2; size <= pulling.length; size += 1) {
    const run = pulling.slice(0, size);
    if (crosses(run)) return [run];
  }
  return [];
}

function scoreWithout(target: EvidenceTarget, own: readonly Evidence[], without: readonly Evidence[]): number {
  return recompute(
    target,
    own.filter((item) => !without.includes(item)),
  );
}
