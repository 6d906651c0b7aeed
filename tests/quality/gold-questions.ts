import { titleOnly } from '../../src/cli/gold-corpus.ts';
import { PILLARS } from '../../src/domain/pillar.ts';
import type { ScorableTopic } from '../../src/domain/scoring.ts';
import type { GoldSet } from './gold-set.ts';
import type { Predictions } from './predictions.ts';
import { WANTED_FROM } from './read-gold.ts';
import type { RegressionLesson } from './train/bigram-regression.ts';

/** A yes-or-no question that the gold answers for each topic of one of its parts. */
export interface Question {
  id: string;
  part: keyof Predictions;
  basis: 'text' | 'title';
  view(topic: ScorableTopic): ScorableTopic;
  wanted(topic: ScorableTopic): boolean;
}

/** What the city's interest is measured on. */
export function cityQuestions(set: GoldSet): Record<'withText' | 'byTitle' | 'won' | 'wonByThree', Question> {
  const labels = new Map([...set.withText, ...set.byTitle].map((one) => [one.topic.identifier, one]));
  const municipalities = new Map(set.wins.map((one) => [one.topic.identifier, one.municipalities]));
  const wanted = ({ identifier }: ScorableTopic): boolean => (labels.get(identifier)?.city ?? 0) >= WANTED_FROM;
  const wonBy = (id: string, least: number): Question => ({
    id,
    part: 'wins',
    basis: 'title',
    view: titleOnly,
    wanted: ({ identifier }) => (municipalities.get(identifier) ?? 0) >= least,
  });
  return {
    withText: { id: 'topics with text', part: 'withText', basis: 'text', view: (topic) => topic, wanted },
    byTitle: { id: 'titles', part: 'byTitle', basis: 'title', view: titleOnly, wanted },
    won: wonBy('won by a municipality', 1),
    wonByThree: wonBy('won by three municipalities', 3),
  };
}

/** The same topics as a rival is taught them. */
export function cityLessons(set: GoldSet, { part, wanted }: Question): RegressionLesson[] {
  return set[part].map(({ topic }) => ({ topic, labels: { city: wanted(topic) } }));
}

export function pillarLessons(set: GoldSet, part: 'withText' | 'byTitle'): RegressionLesson[] {
  return set[part].map(({ topic, primary }) => ({
    topic,
    labels: Object.fromEntries(PILLARS.map((pillar) => [pillar, primary[0] === pillar])),
  }));
}
