import type { ScorableTopic } from '../../src/domain/scoring.ts';
import type { Baseline } from '../../src/scoring/quality/baselines.ts';
import { calibrationCurve, precisionRecallCurve } from '../../src/scoring/quality/curves.ts';
import {
  averagePrecision,
  type Judged,
  listQuality,
  ranked,
  recallAt,
  reciprocalRank,
} from '../../src/scoring/quality/metrics.ts';
import type { CityQuality, ListFigures, PartnerQuality } from '../../src/scoring/quality/quality-report.ts';
import type { Prediction } from './predictions.ts';

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
