import type { Round, Section, TopicDraft } from '../domain/topic.ts';
import { hashOf } from './hash.ts';

type Scored = Pick<
  TopicDraft,
  | 'identifier'
  | 'title'
  | 'programme'
  | 'callIdentifier'
  | 'callTitle'
  | 'typesOfAction'
  | 'keywords'
  | 'programmeParts'
> & { rounds: readonly Pick<Round, 'deadlines'>[]; sections: readonly Pick<Section, 'kind' | 'heading' | 'text'>[] };

/** Hash of all that scorer and search index read of a topic (`ScorableTopic`): another hash means an older score is stale. */
export function scoredHash(topic: Scored): string {
  const last = topic.rounds.flatMap((round) => round.deadlines.map((deadline) => deadline.at)).sort();
  const facts = JSON.stringify([
    topic.identifier,
    topic.title,
    topic.programme,
    topic.callIdentifier,
    topic.callTitle,
    topic.typesOfAction,
    topic.keywords,
    topic.programmeParts,
    last.at(-1)?.slice(0, 10) ?? null,
  ]);
  // The texts as they are: as JSON they would cost as much again as their hash.
  const texts = topic.sections.flatMap((section) => [section.kind, section.heading, section.text]);
  return hashOf([facts, ...texts].join('\u0000'));
}
