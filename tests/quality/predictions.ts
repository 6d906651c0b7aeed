import type { ScorableTopic, TopicScore } from '../../src/domain/scoring.ts';
import { createTopicScorer } from '../../src/scoring/topic-scorer.ts';
import type { Weights } from '../../src/scoring/weights.ts';
import { fitOn, type GoldSet } from './gold-set.ts';
import { titleOnly } from './read-corpus.ts';
import { FOLD_NUMBERS, foldOf, yearOf } from './splits.ts';

/** A score given by a model that was taught nothing of the topic's call (or year). */
export interface Prediction {
  topic: ScorableTopic;
  score: TopicScore;
}

/** What was predicted for each set of the gold, under one way of keeping teaching and testing apart. */
export interface Predictions {
  withText: Prediction[];
  byTitle: Prediction[];
  wins: Prediction[];
}

/** Every call in turn is tested by a model taught on the others. */
export function predictByCall(set: GoldSet): Predictions {
  const parts = FOLD_NUMBERS.map((fold) => {
    const weights = fitOn(set, (topic) => foldOf(topic) !== fold);
    return predict(set, weights, (topic) => foldOf(topic) === fold);
  });
  return {
    withText: parts.flatMap((part) => part.withText),
    byTitle: parts.flatMap((part) => part.byTitle),
    wins: parts.flatMap((part) => part.wins),
  };
}

/** Taught on the years before, tested on a year. */
export function predictYear(set: GoldSet, year: number): Predictions {
  return predict(
    set,
    fitOn(set, (topic) => yearOf(topic) < year),
    (topic) => yearOf(topic) === year,
  );
}

/** Taught on Horizon 2020, tested on the topics of 2026 and 2027. */
export function predictNextProgramme(set: GoldSet): Predictions {
  return predict(
    set,
    fitOn(set, (topic) => topic.programme === 'H2020'),
    (topic) => topic.programme !== 'H2020',
  );
}

function predict(set: GoldSet, weights: Weights, tested: (topic: ScorableTopic) => boolean): Predictions {
  const scorer = createTopicScorer({ lexicon: set.lexicon, weights });
  const on = (
    items: readonly { topic: ScorableTopic }[],
    view: (topic: ScorableTopic) => ScorableTopic,
  ): Prediction[] =>
    items.filter(({ topic }) => tested(topic)).map(({ topic }) => ({ topic, score: scorer(view(topic)) }));
  return {
    withText: on(set.withText, (topic) => topic),
    byTitle: on(set.byTitle, titleOnly),
    wins: on(set.wins, titleOnly),
  };
}
