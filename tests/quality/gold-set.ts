import { join } from 'node:path';
import { readCorpus } from '../../src/cli/gold-corpus.ts';
import type { ScorableTopic } from '../../src/domain/scoring.ts';
import { type Lexicon, lexiconSchema } from '../../src/scoring/lexicon.ts';
import type { Weights } from '../../src/scoring/weights.ts';
import type { GoldPaths } from './gold-paths.ts';
import { MILANO, PORTFOLIO } from './portfolio.ts';
import { type CityWins, type LabelledTopic, readCityWins, readLabelled, readPicked } from './read-gold.ts';
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
  /** What is only taught, never measured on: topics picked by hand, and what our own municipality is known to have won since. */
  picked: LabelledTopic[];
  ownWins: CityWins[];
  lexicon: Lexicon;
  candidates: Candidate[];
}

export function readGoldSet({ gold, data }: GoldPaths): GoldSet {
  const corpus = readCorpus(data);
  const withText = readLabelled(gold, 'pillars_dev.jsonl', corpus);
  const byTitle = readLabelled(gold, 'titles_dev_2014_2016.jsonl', corpus);
  const wins = readCityWins(gold, corpus);
  return {
    corpus,
    withText,
    byTitle,
    wins,
    picked: unless([...withText, ...byTitle], readPicked(gold, corpus)),
    ownWins: unless(wins, ownWins(corpus)),
    lexicon: lexiconSchema.parse(readJson(join(scoringDataDir, 'lexicon.json'))),
    candidates: candidateTerms(corpus.values(), 3),
  };
}

/** Learns from the part of the gold whose topics are let in. Unlabelled topics lend their word counts only. */
export function fitOn(set: GoldSet, letIn: (topic: ScorableTopic) => boolean): Weights {
  const inside = <T extends { topic: ScorableTopic }>(items: readonly T[]): T[] =>
    items.filter(({ topic }) => letIn(topic));
  return fitWeights({
    lessons: lessonsOf(inside([...set.withText, ...set.byTitle, ...set.picked]), inside([...set.wins, ...set.ownWins])),
    lexicon: set.lexicon,
    candidates: set.candidates,
    corpusTopics: set.corpus.size,
  });
}

/** Those of the topics that the known ones do not tell of. */
function unless<T extends { topic: ScorableTopic }>(
  known: readonly { topic: ScorableTopic }[],
  topics: readonly T[],
): T[] {
  const told = new Set(known.map(({ topic }) => topic.identifier));
  return topics.filter(({ topic }) => !told.has(topic.identifier));
}

/** Topics in which our own municipality takes part (`portfolio.ts`): at least one municipality won there. */
function ownWins(corpus: ReadonlyMap<string, ScorableTopic>): CityWins[] {
  const won = new Set(PORTFOLIO.filter(({ pic }) => pic === MILANO).map(({ topic }) => topic));
  return [...won].flatMap((id) => {
    const topic = corpus.get(id);
    return topic === undefined ? [] : [{ topic, municipalities: 1, winners: ['COMUNE DI MILANO'], coverage: 1 }];
  });
}
