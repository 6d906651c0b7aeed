import type { ScorableTopic } from '../../domain/scoring.ts';
import type { Round, TopicKind } from '../../domain/topic.ts';

/** All that the rules may look at. */
export interface EligibilityTopic extends ScorableTopic {
  /** Absent = a work-programme topic. */
  kind?: TopicKind;
  rounds: readonly Pick<Round, 'deadlineModel' | 'deadlines' | 'expectedGrants'>[];
}

/** Remembers what was read in a topic, so that a text is read once for 77 partners. */
export function oncePerTopic<T>(read: (topic: EligibilityTopic) => T): (topic: EligibilityTopic) => T {
  const known = new WeakMap<EligibilityTopic, { value: T }>();
  return (topic) => {
    const found = known.get(topic) ?? { value: read(topic) };
    known.set(topic, found);
    return found.value;
  };
}

/** Without its text a rule can only judge by title and codes. */
export function hasText(topic: EligibilityTopic): boolean {
  return topic.texts.some(({ text }) => text.length > 0);
}
