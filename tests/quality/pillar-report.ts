import { PILLARS, type Pillar } from '../../src/domain/pillar.ts';
import type { ScorableTopic } from '../../src/domain/scoring.ts';
import type { Baseline } from '../../src/scoring/quality/baselines.ts';
import { confusionMatrix } from '../../src/scoring/quality/curves.ts';
import { accuracy, type Classified, macroF1 } from '../../src/scoring/quality/metrics.ts';
import type { PillarQuality } from '../../src/scoring/quality/quality-report.ts';
import type { Prediction } from './predictions.ts';
import type { LabelledTopic } from './read-gold.ts';
import { to3 } from './report.ts';

/** The primary pillar on one set, beside the baselines on the same topics, and group by group. */
export function pillarQuality(
  about: Pick<PillarQuality, 'id' | 'split' | 'basis'>,
  predictions: readonly Prediction[],
  labels: ReadonlyMap<string, LabelledTopic>,
  baselines: readonly Baseline[],
  view: (topic: ScorableTopic) => ScorableTopic,
): PillarQuality {
  const rows = pillarRows(predictions, labels);
  const themed = rows.filter(({ truth }) => truth !== 'none');
  const rival = (baseline: Baseline): Classified[] =>
    themed.map(({ topic, truth }) => {
      const scores = baseline.score(view(topic));
      return { truth, given: PILLARS.reduce((a, b) => ((scores[b] ?? 0) > (scores[a] ?? 0) ? b : a)) };
    });
  const classes = [...PILLARS, 'none'];
  return {
    ...about,
    topics: rows.length,
    accuracy: to3(accuracy(rows)),
    accuracyThemed: to3(accuracy(themed.map(({ truth, best }) => ({ truth, given: best })))),
    macroF1City: to3(
      macroF1(
        themed.filter(({ city }) => city).map(({ truth, best }) => ({ truth, given: best })),
        PILLARS,
      ),
    ),
    baselines: baselines.map((one) => ({
      name: one.name,
      accuracyThemed: to3(accuracy(rival(one))),
      macroF1City: to3(
        macroF1(
          rival(one).filter((_, i) => themed[i]?.city),
          PILLARS,
        ),
      ),
    })),
    classes,
    confusion: confusionMatrix(rows, classes),
    perPillar: PILLARS.map((pillar) => ({ pillar, ...classFigures(pillar, themed) })),
  };
}

interface PillarRow {
  topic: ScorableTopic;
  truth: Pillar | 'none';
  /** The primary pillar as it is published; and the best one, were there no threshold. */
  given: Pillar | 'none';
  best: Pillar;
  city: boolean;
}

export function pillarRows(
  predictions: readonly Prediction[],
  labels: ReadonlyMap<string, LabelledTopic>,
): PillarRow[] {
  return predictions.flatMap(({ topic, score }): PillarRow[] => {
    const label = labels.get(topic.identifier);
    if (label === undefined) return [];
    const best = PILLARS.reduce((a, b) => (score.pillars[b] > score.pillars[a] ? b : a));
    const truth = label.primary[0] ?? 'none';
    return [{ topic, truth, given: score.primaryPillar ?? 'none', best, city: label.city >= 1 }];
  });
}

function classFigures(pillar: Pillar, rows: readonly PillarRow[]) {
  const hits = rows.filter(({ truth, best }) => truth === pillar && best === pillar).length;
  const topics = rows.filter(({ truth }) => truth === pillar).length;
  const given = rows.filter(({ best }) => best === pillar).length;
  return {
    topics,
    precision: to3(hits / Math.max(1, given)),
    recall: to3(hits / Math.max(1, topics)),
    f1: to3((2 * hits) / Math.max(1, topics + given)),
  };
}
