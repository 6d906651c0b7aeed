import { type Judged, ranked } from './metrics.ts';

export interface PrecisionRecallPoint {
  recall: number;
  precision: number;
  score: number;
}

/** One point for each wanted item found, from the top of the list down. */
export function precisionRecallCurve(items: readonly Judged[]): PrecisionRecallPoint[] {
  const wanted = items.filter((item) => item.wanted).length;
  const points: PrecisionRecallPoint[] = [];
  let found = 0;
  ranked(items).forEach((item, i) => {
    if (!item.wanted) return;
    found += 1;
    points.push({ recall: found / wanted, precision: found / (i + 1), score: item.score });
  });
  return points;
}

export interface CalibrationBin {
  from: number;
  to: number;
  items: number;
  /** What the model said on average, and what share was really wanted. */
  said: number;
  wanted: number;
}

/** Equal steps of the score; empty steps are left out. */
export function calibrationCurve(items: readonly Judged[], steps = 10): CalibrationBin[] {
  return Array.from({ length: steps }, (_, i): CalibrationBin => {
    const [from, to] = [i / steps, (i + 1) / steps];
    const inside = items.filter(({ score }) => score >= from && (score < to || (i === steps - 1 && score <= to)));
    const mean = (of: (item: Judged) => number): number =>
      inside.reduce((sum, item) => sum + of(item), 0) / inside.length;
    return {
      from,
      to,
      items: inside.length,
      said: mean((item) => item.score),
      wanted: mean((item) => (item.wanted ? 1 : 0)),
    };
  }).filter((bin) => bin.items > 0);
}

/** Rows are the true classes, columns the given ones, both in the order of `classes`. */
export function confusionMatrix(
  items: readonly { truth: string; given: string }[],
  classes: readonly string[],
): number[][] {
  return classes.map((truth) =>
    classes.map((given) => items.filter((item) => item.truth === truth && item.given === given).length),
  );
}
