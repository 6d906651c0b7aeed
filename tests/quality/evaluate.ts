import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { titleOnly } from '../../src/cli/gold-corpus.ts';
import { descriptionBm25, keywordCount } from '../../src/scoring/quality/baselines.ts';
import {
  type CityQuality,
  type PillarQuality,
  QUALITY_REPORT_FILE,
  type QualityReport,
  qualityReportSchema,
} from '../../src/scoring/quality/quality-report.ts';
import { crossCalibrated } from './cross-calibrated.ts';
import { evaluatePartners } from './evaluate-partners.ts';
import { cityLessons, cityQuestions, pillarLessons, type Question } from './gold-questions.ts';
import type { GoldSet } from './gold-set.ts';
import { pillarQuality } from './pillar-report.ts';
import { type Predictions, predict } from './predictions.ts';
import { readScoringData, scoringDataDir } from './read-scoring-data.ts';
import { cityQuality } from './report.ts';
import { byCall, byYear, NEXT_PROGRAMME, type Split } from './splits.ts';
import { spreadOf } from './spread.ts';
import { TESTED_YEARS, timeTravel } from './time-travel.ts';
import { bigramRegression } from './train/bigram-regression.ts';
import { reviewableJson } from './write-json.ts';

/** Measures the matcher on gold it was not taught and writes `quality.json`. */
export function evaluate(set: GoldSet, held: Predictions = predict(set, byCall())): QualityReport {
  const calls = { split: byCall(), held };
  const years = split(set, byYear(TESTED_YEARS));
  const next = split(set, NEXT_PROGRAMME);
  const report: QualityReport = {
    weightsVersion: readScoringData().weights.version,
    city: cityFigures(set, { calls, years, next }),
    pillars: pillarFigures(set, { calls, years, next }),
    spread: spreadOf(set, held),
    partners: evaluatePartners(set),
    timeTravel: timeTravel(set, years.held.wins),
  };
  writeFileSync(join(scoringDataDir, QUALITY_REPORT_FILE), reviewableJson({ ...qualityReportSchema.parse(report) }));
  return report;
}

interface Measured {
  split: Split;
  held: Predictions;
}

type Splits = Record<'calls' | 'years' | 'next', Measured>;

const split = (set: GoldSet, how: Split): Measured => ({ split: how, held: predict(set, how) });

function cityFigures(set: GoldSet, { calls, years, next }: Splits): CityQuality[] {
  const { withText, byTitle, won, wonByThree } = cityQuestions(set);
  const simple = [keywordCount(set.lexicon), descriptionBm25(set.lexicon, [...set.corpus.values()])];
  const rates = crossCalibrated(calls.held, withText.wanted);
  const figures = (question: Question, { split, held }: Measured): CityQuality =>
    cityQuality(
      { id: question.id, split: split.name, basis: question.basis },
      held[question.part],
      question.wanted,
      [...simple, bigramRegression(cityLessons(set, question), split, question.view)],
      question.view,
      split === calls.split ? rates[question.part] : held[question.part],
    );
  return [
    figures(withText, calls),
    figures(withText, next),
    figures(byTitle, calls),
    figures(byTitle, years),
    figures(won, calls),
    figures(won, years),
    figures(wonByThree, calls),
    figures(wonByThree, years),
  ];
}

function pillarFigures(set: GoldSet, { calls, years, next }: Splits): PillarQuality[] {
  const labels = new Map([...set.withText, ...set.byTitle].map((one) => [one.topic.identifier, one]));
  const simple = [keywordCount(set.lexicon), descriptionBm25(set.lexicon, [...set.corpus.values()])];
  const figures = (part: 'withText' | 'byTitle', { split, held }: Measured): PillarQuality => {
    const basis = part === 'withText' ? 'text' : 'title';
    const view = part === 'withText' ? (topic: Parameters<typeof titleOnly>[0]) => topic : titleOnly;
    return pillarQuality(
      { id: part === 'withText' ? 'topics with text' : 'titles', split: split.name, basis },
      held[part],
      labels,
      [...simple, bigramRegression(pillarLessons(set, part), split, view)],
      view,
    );
  };
  return [figures('withText', calls), figures('withText', next), figures('byTitle', calls), figures('byTitle', years)];
}
