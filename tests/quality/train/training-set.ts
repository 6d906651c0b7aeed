import { titleOnly } from '../../../src/cli/gold-corpus.ts';
import type { ScorableTopic } from '../../../src/domain/scoring.ts';
import type { TopicTarget } from '../../../src/scoring/weights.ts';
import type { CityWins, LabelledTopic } from '../read-gold.ts';

/** A topic as the model is to learn it: one of its views, and how far each target holds for it (none = not taught). */
export interface Lesson {
  topic: ScorableTopic;
  labels: Partial<Record<TopicTarget, number>>;
  weight: number;
}

/** A marginal topic (1 of 2) is not wanted, but nearer to it than a topic of no interest. */
const MARGINAL = 0.25;
/** A pillar that "clearly applies too" without being the primary one. */
const ALSO = 0.3;
/** The title of a topic that is also taught with its text. */
const SECOND_VIEW = 0.7;
/** An outcome says less of what a city wants than a label does: some win where no city office would look. */
const OUTCOME = 0.7;
const ONE_MUNICIPALITY = 0.8;
const EACH_MORE = 0.2;

/** Every topic is taught by its title alone, and once more with its text where there is one. */
export function lessonsOf(labelled: readonly LabelledTopic[], wins: readonly CityWins[]): Lesson[] {
  return [...labelled.flatMap(fromLabel), ...wins.flatMap(fromWins)];
}

function fromLabel({ topic, city, primary, pillars, basis }: LabelledTopic): Lesson[] {
  const labels: Lesson['labels'] = { city: wantedness(city) };
  for (const pillar of ['economy', 'people', 'governance', 'mobility', 'environment', 'living'] as const) {
    labels[pillar] = primary[0] === pillar ? 1 : pillars.includes(pillar) ? ALSO : 0;
  }
  const byTitle = { topic: titleOnly(topic), labels, weight: basis === 'text' ? SECOND_VIEW : 1 };
  return basis === 'text' ? [{ topic, labels, weight: 1 }, byTitle] : [byTitle];
}

function wantedness(city: number): number {
  return city <= 1 ? MARGINAL * city : MARGINAL + (1 - MARGINAL) * (city - 1);
}

/** What municipalities really won teaches the city's interest only; that none did is as sure as partners are known. */
function fromWins({ topic, municipalities, coverage }: CityWins): Lesson[] {
  const city = municipalities === 0 ? 0 : Math.min(1, ONE_MUNICIPALITY + EACH_MORE * (municipalities - 1));
  const byTitle: Lesson = {
    topic: titleOnly(topic),
    labels: { city },
    weight: municipalities === 0 ? OUTCOME * coverage : OUTCOME,
  };
  return topic.texts.length > 0 ? [{ ...byTitle, topic }, byTitle] : [byTitle];
}
