import type { ScorableTopic } from '../../src/domain/scoring.ts';
import type { Prediction, Predictions } from './predictions.ts';
import { FOLD_NUMBERS, foldOf } from './splits.ts';
import { applied, calibrate } from './train/calibrate.ts';

/**
 * Held-out predictions as the shipped score gives them: made a rate, for each call, on what was predicted for the *other*
 * calls. So the calibration that is reported is not the one that was fitted.
 */
export function crossCalibrated(held: Predictions, wanted: (topic: ScorableTopic) => boolean): Predictions {
  const byFold = (part: readonly Prediction[], taught: readonly Prediction[]): Prediction[] =>
    FOLD_NUMBERS.flatMap((fold) => {
      const others = taught.filter(({ topic }) => foldOf(topic) !== fold);
      const calibration = calibrate(
        others.map(({ topic, score }) => ({ score: score.cityRelevance, wanted: wanted(topic) })),
      );
      return part
        .filter(({ topic }) => foldOf(topic) === fold)
        .map(({ topic, score }) => ({
          topic,
          score: { ...score, cityRelevance: applied(calibration, score.cityRelevance) },
        }));
    });
  return {
    withText: byFold(held.withText, held.withText),
    byTitle: byFold(held.byTitle, held.byTitle),
    wins: byFold(held.wins, held.byTitle),
  };
}
