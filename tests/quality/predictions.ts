import { titleOnly } from '../../src/cli/gold-corpus.ts';
import type { ScorableTopic, TopicScore } from '../../src/domain/scoring.ts';
import { createTopicScorer } from '../../src/scoring/topic-scorer.ts';
import { fitOn, type GoldSet } from './gold-set.ts';
import type { Part, Split } from './splits.ts';

/** A score given by a model that was taught nothing of the topic's call (or year, or programme). */
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

/** The predictions of all parts of a split, one after the other. */
export function predict(set: GoldSet, { parts }: Split): Predictions {
  const predicted = parts.map((part) => predictPart(set, part));
  return {
    withText: predicted.flatMap((part) => part.withText),
    byTitle: predicted.flatMap((part) => part.byTitle),
    wins: predicted.flatMap((part) => part.wins),
  };
}

function predictPart(set: GoldSet, { taught, tested }: Part): Predictions {
  const scorer = createTopicScorer({ lexicon: set.lexicon, weights: fitOn(set, taught) });
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
