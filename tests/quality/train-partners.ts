import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  PARTNER_FEATURES,
  type PartnerWeights,
  partnerWeightsSchema,
} from '../../src/scoring/partners/partner-weights.ts';
import type { TermTable } from '../../src/scoring/term-table.ts';
import { trackRecordSchema } from '../../src/scoring/track-record.ts';
import type { GoldSet } from './gold-set.ts';
import { ALL_STARTED, partnerCases } from './partner-lessons.ts';
import { readJson, readProfile, scoringDataDir } from './read-scoring-data.ts';
import { fitPartnerWeights, type PartnerLesson, scaled } from './train/fit-partners.ts';
import { fitLogistic } from './train/logistic-regression.ts';
import { reviewableJson } from './write-json.ts';

/** Learns `partner-weights.json` from who of the profile's partners won what. */
export function trainPartners(set: GoldSet, table: TermTable): PartnerWeights {
  const profile = readProfile('milano');
  const trackRecord = trackRecordSchema.parse(readJson(join(scoringDataDir, 'track-record.json')));
  const cases = partnerCases({ profile, trackRecord, table, corpus: set.corpus }, () => true, ALL_STARTED);
  const { weights, bias } = learnPartners(cases);
  const wins = cases.reduce((sum, one) => sum + one.winners.length, 0);
  const learned: PartnerWeights = {
    version: '',
    note: `learned from ${wins} wins in ${cases.length} topics, each hidden from its own record`,
    bias,
    weights,
  };
  learned.version = String(
    Math.round(1000 * PARTNER_FEATURES.reduce((sum, name, i) => sum + (i + 1) * learned.weights[name], 0)),
  );
  writeFileSync(
    join(scoringDataDir, 'partner-weights.json'),
    reviewableJson({ ...partnerWeightsSchema.parse(learned) }),
  );
  return learned;
}

/** The weights that order best, made a rate. */
export function learnPartners(cases: readonly PartnerLesson[]): Pick<PartnerWeights, 'weights' | 'bias'> {
  const ordering = fitPartnerWeights(cases);
  const { scale, bias } = calibrated(cases, ordering);
  return { weights: scaled(ordering, scale), bias: Math.round(bias * 1000) / 1000 };
}

/** The conditional logit only orders; a plain logistic on its sums makes a rate of it. */
function calibrated(
  cases: readonly PartnerLesson[],
  weights: PartnerWeights['weights'],
): { scale: number; bias: number } {
  const examples = cases.flatMap(({ rows, winners }) =>
    rows.map((row, partner) => ({
      indices: Int32Array.of(0),
      values: Float64Array.of(row.reduce((sum, value, i) => sum + value * weights[PARTNER_FEATURES[i] ?? 'record'], 0)),
      label: winners.includes(partner) ? 1 : 0,
      weight: 1,
    })),
  );
  const { bias, weights: learned } = fitLogistic(examples, 1, 100);
  return { scale: learned[0] ?? 1, bias };
}
