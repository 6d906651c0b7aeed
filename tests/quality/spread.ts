import { PILLARS } from '../../src/domain/pillar.ts';
import { accuracy, averagePrecision, macroF1, recallAt } from '../../src/scoring/quality/metrics.ts';
import type { Spread } from '../../src/scoring/quality/quality-report.ts';
import { cityQuestions } from './gold-questions.ts';
import type { GoldSet } from './gold-set.ts';
import { pillarRows } from './pillar-report.ts';
import { type Predictions, predict } from './predictions.ts';
import { to3 } from './report.ts';
import { byCall } from './splits.ts';

/** How many further ways of dealing the calls out are tried. */
const REGROUPINGS = [1, 2];

/** How far a figure moves when the calls are dealt out in other groups: differences smaller than that say nothing. */
export function spreadOf(set: GoldSet, held: Predictions): Spread[] {
  const measured = [held, ...REGROUPINGS.map((grouping) => predict(set, byCall(grouping)))].map((one) =>
    figuresOf(set, one),
  );
  return (measured[0] ?? []).map(({ id, figure }, i) => {
    const values = measured.map((one) => to3(one[i]?.value ?? 0));
    return { id, figure, values, least: Math.min(...values), most: Math.max(...values) };
  });
}

interface Figure extends Pick<Spread, 'id' | 'figure'> {
  value: number;
}

function figuresOf(set: GoldSet, held: Predictions): Figure[] {
  const labels = new Map([...set.withText, ...set.byTitle].map((one) => [one.topic.identifier, one]));
  const figures: Figure[] = [];
  for (const { id, part, wanted } of Object.values(cityQuestions(set))) {
    const judged = held[part].map(({ topic, score }) => ({ score: score.cityRelevance, wanted: wanted(topic) }));
    figures.push({ id, figure: 'averagePrecision', value: averagePrecision(judged) });
    figures.push({ id, figure: 'recallAt20', value: recallAt(judged, 0.2) });
  }
  for (const [id, part] of [
    ['topics with text', 'withText'],
    ['titles', 'byTitle'],
  ] as const) {
    const themed = pillarRows(held[part], labels).filter(({ truth }) => truth !== 'none');
    const classified = themed.map(({ truth, best, city }) => ({ truth, given: best, city }));
    const ofTheCity = classified.filter(({ city }) => city);
    figures.push({ id, figure: 'accuracy', value: accuracy(classified) });
    figures.push({ id, figure: 'macroF1', value: macroF1(ofTheCity, PILLARS) });
  }
  return figures;
}
