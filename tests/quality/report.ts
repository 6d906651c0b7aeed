import type { Pillar } from '../../src/domain/pillar.ts';
import { PILLARS } from '../../src/domain/pillar.ts';
import type { ScorableTopic } from '../../src/domain/scoring.ts';
import type { Baseline } from '../../src/scoring/quality/baselines.ts';
import { calibrationCurve, confusionMatrix, precisionRecallCurve } from '../../src/scoring/quality/curves.ts';
import {
  accuracy,
  averagePrecision,
  type Classified,
  type Judged,
  listQuality,
  macroF1,
  ranked,
  recallAt,
  reciprocalRank,
} from '../../src/scoring/quality/metrics.ts';
import type {
  CityQuality,
  ListFigures,
  PartnerQuality,
  PillarQuality,
} from '../../src/scoring/quality/quality-report.ts';
import type { Prediction } from './predictions.ts';
import type { LabelledTopic } from './read-gold.ts';

/** The list the association reads: about 60 of 700 open topics. */
const LIST_SHARE = 60 / 700;

export function listFigures(name: string, items: readonly Judged[]): ListFigures {
  return {
    name,
    averagePrecision: to3(averagePrecision(items)),
    recallAt10: to3(recallAt(items, 0.1)),
    recallAt20: to3(recallAt(items, 0.2)),
    list: {
      length: Math.round(items.length * LIST_SHARE),
      ...listQuality(items, Math.round(items.length * LIST_SHARE)),
    },
  };
}

/**
 * The city's interest on one set, beside the baselines on the same topics. `rates`: the same predictions as rates, for the
 * calibration curve; they do not order the list, since each call has its own calibration.
 */
export function cityQuality(
  about: Pick<CityQuality, 'id' | 'split' | 'basis'>,
  predictions: readonly Prediction[],
  wanted: (topic: ScorableTopic) => boolean,
  baselines: readonly Baseline[],
  view: (topic: ScorableTopic) => ScorableTopic,
  rates: readonly Prediction[] = predictions,
): CityQuality {
  const judge = ({ topic, score }: Prediction): Judged => ({ score: score.cityRelevance, wanted: wanted(topic) });
  const judged = predictions.map(judge);
  return {
    ...about,
    topics: judged.length,
    wanted: judged.filter((one) => one.wanted).length,
    ours: listFigures('Bandolo', judged),
    baselines: baselines.map((rival) =>
      listFigures(
        rival.name,
        predictions.map(({ topic }) => ({ score: rival.score(view(topic)).city ?? 0, wanted: wanted(topic) })),
      ),
    ),
    curve: precisionRecallCurve(judged).map(({ recall, precision }) => [to3(recall), to3(precision)]),
    calibration: calibrationCurve(rates.map(judge)).map((bin) => ({
      ...bin,
      said: to3(bin.said),
      wanted: to3(bin.wanted),
    })),
  };
}

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

/** Orders of partners beside who won. */
export function partnerQuality(
  name: string,
  cases: readonly { order: string[]; winners: ReadonlySet<string> }[],
  strongest: string,
): PartnerQuality['figures'][number] {
  const mean = (values: readonly number[]): number =>
    to3(values.reduce((a, b) => a + b, 0) / Math.max(1, values.length));
  const others = cases.flatMap(({ order, winners }) =>
    [...winners].filter((id) => id !== strongest).map((id) => (order.indexOf(id) < 5 ? 1 : 0)),
  );
  return {
    name,
    reciprocalRank: mean(cases.map(({ order, winners }) => reciprocalRank(order, winners))),
    inFirstThree: mean(cases.map(({ order, winners }) => (reciprocalRank(order, winners) >= 1 / 3 ? 1 : 0))),
    othersInFirstFive: mean(others),
  };
}

export function orderOf(ids: readonly string[], scores: readonly number[]): string[] {
  return ranked(ids.map((id, i) => ({ id, score: scores[i] ?? 0 }))).map(({ id }) => id);
}

export function to3(value: number): number {
  return Math.round(value * 1000) / 1000;
}
