import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ScorableTopic } from '../../src/domain/scoring.ts';
import { PARTNER_FEATURES } from '../../src/scoring/partners/partner-weights.ts';
import { descriptionBm25, keywordCount } from '../../src/scoring/quality/baselines.ts';
import { ranked } from '../../src/scoring/quality/metrics.ts';
import {
  QUALITY_REPORT_FILE,
  type QualityReport,
  qualityReportSchema,
  type TimeTravel,
} from '../../src/scoring/quality/quality-report.ts';
import { TermTable } from '../../src/scoring/term-table.ts';
import { crossCalibrated } from './cross-calibrated.ts';
import type { GoldSet } from './gold-set.ts';
import { ALL_STARTED, type PartnerCase, partnerCases } from './partner-lessons.ts';
import { type Predictions, predictByCall, predictNextProgramme, predictYear } from './predictions.ts';
import { titleOnly } from './read-corpus.ts';
import { WANTED_FROM } from './read-gold.ts';
import { readProfile, readScoringData, scoringDataDir } from './read-scoring-data.ts';
import { cityQuality, orderOf, partnerQuality, pillarQuality } from './report.ts';
import { FOLD_NUMBERS, foldOf } from './splits.ts';
import { fitPartnerWeights } from './train/fit-partners.ts';
import { reviewableJson } from './write-json.ts';

/** The partner that wins most; figures are also given for everybody else. */
const STRONGEST = 'politecnico-di-milano';
const YEARS = [2015, 2016];

/** Measures the matcher on gold it was not taught and writes `quality.json`. */
export function evaluate(set: GoldSet, byCall: Predictions = predictByCall(set)): QualityReport {
  const labels = new Map([...set.withText, ...set.byTitle].map((one) => [one.topic.identifier, one]));
  const municipalities = new Map(set.wins.map((one) => [one.topic.identifier, one.municipalities]));
  const wanted = (topic: ScorableTopic): boolean => (labels.get(topic.identifier)?.city ?? 0) >= WANTED_FROM;
  const rates = crossCalibrated(byCall, wanted);
  const wonBy = (least: number) => (topic: ScorableTopic) => (municipalities.get(topic.identifier) ?? 0) >= least;
  const full = (topic: ScorableTopic): ScorableTopic => topic;
  const rivals = [keywordCount(set.lexicon), descriptionBm25(set.lexicon, [...set.corpus.values()])];
  const years = YEARS.map((year) => ({ year, predictions: predictYear(set, year) }));
  const later = years.map(({ predictions }) => predictions);
  const next = predictNextProgramme(set);
  const byYear = { byTitle: later.flatMap((one) => one.byTitle), wins: later.flatMap((one) => one.wins) };
  const report: QualityReport = {
    weightsVersion: readScoringData().weights.version,
    city: [
      cityQuality(
        { id: 'topics with text', split: 'by call', basis: 'text' },
        byCall.withText,
        wanted,
        rivals,
        full,
        rates.withText,
      ),
      cityQuality(
        { id: 'topics with text', split: 'next programme', basis: 'text' },
        next.withText,
        wanted,
        rivals,
        full,
      ),
      cityQuality(
        { id: 'titles', split: 'by call', basis: 'title' },
        byCall.byTitle,
        wanted,
        rivals,
        titleOnly,
        rates.byTitle,
      ),
      cityQuality({ id: 'titles', split: 'by year', basis: 'title' }, byYear.byTitle, wanted, rivals, titleOnly),
      cityQuality(
        { id: 'won by a municipality', split: 'by call', basis: 'title' },
        byCall.wins,
        wonBy(1),
        rivals,
        titleOnly,
        rates.wins,
      ),
      cityQuality(
        { id: 'won by a municipality', split: 'by year', basis: 'title' },
        byYear.wins,
        wonBy(1),
        rivals,
        titleOnly,
      ),
      cityQuality(
        { id: 'won by three municipalities', split: 'by call', basis: 'title' },
        byCall.wins,
        wonBy(3),
        rivals,
        titleOnly,
        rates.wins,
      ),
    ],
    pillars: [
      pillarQuality({ id: 'topics with text', split: 'by call', basis: 'text' }, byCall.withText, labels, rivals, full),
      pillarQuality(
        { id: 'topics with text', split: 'next programme', basis: 'text' },
        next.withText,
        labels,
        rivals,
        full,
      ),
      pillarQuality({ id: 'titles', split: 'by call', basis: 'title' }, byCall.byTitle, labels, rivals, titleOnly),
      pillarQuality({ id: 'titles', split: 'by year', basis: 'title' }, byYear.byTitle, labels, rivals, titleOnly),
    ],
    partners: evaluatePartners(set),
    timeTravel: years.map(({ year, predictions }) => travel(year, predictions, wonBy(1))),
  };
  writeFileSync(join(scoringDataDir, QUALITY_REPORT_FILE), reviewableJson({ ...qualityReportSchema.parse(report) }));
  return report;
}

function travel(year: number, held: Predictions, won: (topic: ScorableTopic) => boolean): TimeTravel {
  const list = ranked(held.wins.map(({ topic, score }) => ({ score: score.cityRelevance, won: won(topic) })));
  const top = list.slice(0, Math.round(list.length / 10));
  return {
    year,
    topics: list.length,
    won: list.filter((one) => one.won).length,
    inTopTenth: top.filter((one) => one.won).length,
  };
}

/** Each topic is hidden from the record, and its call from the weights. */
function evaluatePartners(set: GoldSet): QualityReport['partners'] {
  const profile = readProfile('milano');
  const { trackRecord, weights } = readScoringData();
  const table = new TermTable(set.lexicon, weights.terms, weights.corpusTopics);
  const cases = partnerCases({ profile, trackRecord, table, corpus: set.corpus }, () => true, ALL_STARTED);
  const fits = FOLD_NUMBERS.map((fold) => fitPartnerWeights(cases.filter(({ topic }) => foldOf(topic) !== fold)));
  const ids = profile.partners.map(({ id }) => id);
  const ordered = (score: (one: PartnerCase, row: number[]) => number): { order: string[]; winners: Set<string> }[] =>
    cases.map((one) => ({
      order: orderOf(
        ids,
        one.rows.map((row) => score(one, row)),
      ),
      winners: one.winnerIds,
    }));
  const ours = ordered(({ topic }, row) =>
    row.reduce((sum, value, i) => sum + value * (fits[foldOf(topic)]?.[PARTNER_FEATURES[i] ?? 'record'] ?? 0), 0),
  );
  return {
    split: 'each topic hidden from the record, its call from the weights',
    topics: cases.length,
    figures: [
      partnerQuality('Bandolo', ours, STRONGEST),
      partnerQuality(
        'past wins alone',
        ordered((_, row) => row[0] ?? 0),
        STRONGEST,
      ),
    ],
    perPartner: ids
      .map((partnerId) => {
        const own = ours.filter(({ winners }) => winners.has(partnerId));
        const first = own.filter(({ order }) => order.indexOf(partnerId) < 5).length;
        return { partnerId, wins: own.length, inFirstFive: first };
      })
      .filter(({ wins }) => wins > 0),
  };
}

/** The figures in lines, as the bar of the matcher lists them. */
export function printReport(report: QualityReport): void {
  for (const { id, split, topics, wanted, ours, baselines } of report.city) {
    const line = [ours, ...baselines].map((one) => `${one.name} ${one.averagePrecision}/${one.recallAt20}`).join(' · ');
    console.info(`city, ${id}, ${split} (${wanted} of ${topics}), AP/recall@20%: ${line}`);
  }
  for (const one of report.pillars) {
    const rivals = one.baselines.map(({ name, accuracyThemed }) => `${name} ${accuracyThemed}`).join(' · ');
    const figures = `accuracy ${one.accuracyThemed} (with none ${one.accuracy}), macro-F1 city ${one.macroF1City}`;
    console.info(`pillar, ${one.id}, ${one.split} (${one.topics}): ${figures} · ${rivals}`);
  }
  for (const one of report.partners.figures) {
    const figures = `MRR ${one.reciprocalRank}, first three ${one.inFirstThree}, others in first five ${one.othersInFirstFive}`;
    console.info(`partners (${report.partners.topics} topics), ${one.name}: ${figures}`);
  }
  for (const { year, topics, won, inTopTenth } of report.timeTravel) {
    console.info(
      `1 March ${year}: ${inTopTenth} of the ${won} topics cities then won stood in the top tenth of ${topics}`,
    );
  }
}
