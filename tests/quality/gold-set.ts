import { join } from 'node:path';
import { readCorpus } from '../../src/cli/gold-corpus.ts';
import type { ScorableTopic } from '../../src/domain/scoring.ts';
import { type Lexicon, lexiconSchema } from '../../src/scoring/lexicon.ts';
import type { Weights } from '../../src/scoring/weights.ts';
import type { GoldPaths } from './gold-paths.ts';
import { type CityWins, type LabelledTopic, readCityWins, readLabelled } from './read-gold.ts';
import { readJson, scoringDataDir } from './read-scoring-data.ts';
import { type Candidate, candidateTerms } from './train/candidate-terms.ts';
import { fitWeights } from './train/fit-weights.ts';
import { lessonsOf } from './train/training-set.ts';

/** Everything there is to learn from and to measure on. */
export interface GoldSet {
  corpus: Map<string, ScorableTopic>;
  withText: LabelledTopic[];
  byTitle: LabelledTopic[];
  wins: CityWins[];
  lexicon: Lexicon;
  candidates: Candidate[];
}

export function readGoldSet({ gold, data }: GoldPaths): GoldSet {
  const corpus = readCorpus(data);
  return {
    corpus,
    withText: readLabelled(gold, 'pillars_dev.jsonl', corpus),
    byTitle: readLabelled(gold, 'titles_dev_2014_2016.jsonl', corpus),
    wins: readCityWins(gold, corpus),
    lexicon: lexiconSchema.parse(readJson(join(scoringDataDir, 'lexicon.json'))),
    candidates: candidateTerms(corpus.values(), 3),
  };
}

/** Learns from the part of the gold whose topics are let in. Unlabelled topics lend their word counts only. */
export function fitOn(set: GoldSet, letIn: (topic: ScorableTopic) => boolean): Weights {
  const inside = <T extends { topic: ScorableTopic }>(items: readonly T[]): T[] =>
    items.filter(({ topic }) => letIn(topic));
  return fitWeights({
    lessons: lessonsOf(inside([...set.withText, ...set.byTitle]), inside(set.wins)),
    lexicon: set.lexicon,
    candidates: set.candidates,
    corpusTopics: set.corpus.size,
  });
}
