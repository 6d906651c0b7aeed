import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { TermTable } from '../../src/scoring/term-table.ts';
import { type Weights, weightsSchema } from '../../src/scoring/weights.ts';
import { evaluate } from './evaluate.ts';
import { goldIsThere, goldPaths } from './gold-paths.ts';
import { fitOn, readGoldSet } from './gold-set.ts';
import { type Predictions, predict } from './predictions.ts';
import { printReport } from './print-report.ts';
import { WANTED_FROM } from './read-gold.ts';
import { scoringDataDir } from './read-scoring-data.ts';
import { byCall } from './splits.ts';
import { type Calibration, calibrate } from './train/calibrate.ts';
import { withSources } from './train/term-sources.ts';
import { trainPartners } from './train-partners.ts';
import { reviewableJson } from './write-json.ts';

/** Learns `weights.json` from the gold. Deterministic; the version is a hash of what was learned. */
function train(): void {
  const paths = goldPaths();
  if (!goldIsThere(paths)) {
    console.error(`no gold in ${paths.gold}: name it with --gold DIR --data DIR`);
    process.exitCode = 1;
    return;
  }
  const set = readGoldSet(paths);
  const weights = fitOn(set, () => true);
  const wanted = new Map(
    [...set.withText, ...set.byTitle].map((one) => [one.topic.identifier, one.city >= WANTED_FROM]),
  );
  const judged = (part: Predictions['withText']): { score: number; wanted: boolean }[] =>
    part.map(({ topic, score }) => ({ score: score.cityRelevance, wanted: wanted.get(topic.identifier) ?? false }));
  const held = predict(set, byCall());
  apply(weights, 'text', calibrate(judged(held.withText)));
  apply(weights, 'title', calibrate(judged(held.byTitle)));
  weights.note = `learned from ${set.withText.length} topics with text, ${set.byTitle.length} titles, ${set.wins.length} outcomes`;
  weights.version = versionOf(weights);
  const file = join(scoringDataDir, 'weights.json');
  writeFileSync(file, reviewableJson(tidy(weightsSchema.parse(withSources(weights, set)))));
  console.info(`${weights.terms.length} terms, version ${weights.version} → ${file}`);
  const partners = trainPartners(set, new TermTable(set.lexicon, weights.terms, weights.corpusTopics));
  console.info(partners.note);
  printReport(evaluate(set, held));
}

/** The city's score becomes a true rate on topics that were held out; see `calibrate`. */
function apply(weights: Weights, basis: 'title' | 'text', { scale, shift }: Calibration): void {
  const to3 = (value: number): number => Math.round(value * 1000) / 1000;
  weights.scale[basis].city = to3(scale);
  weights.bias[basis].city = to3((weights.bias[basis].city ?? 0) * scale + shift);
}

/** Leaves out what is zero anyway. */
function tidy(weights: Weights): Record<string, unknown> {
  const structure = Object.entries(weights.structure).filter(([, row]) => Object.keys(row).length > 0);
  return { ...weights, structure: Object.fromEntries(structure.sort(([a], [b]) => (a < b ? -1 : 1))) };
}

function versionOf(weights: Weights): string {
  let hash = 0x811c9dc5;
  for (const char of JSON.stringify({ ...weights, version: '' })) {
    hash = Math.imul(hash ^ char.charCodeAt(0), 0x01000193) >>> 0;
  }
  return hash.toString(16).padStart(8, '0');
}

train();
