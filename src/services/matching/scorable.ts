import { brusselsDay } from '../../domain/brussels.ts';
import type { ScorableTopic } from '../../domain/scoring.ts';
import type { Section, Topic } from '../../domain/topic.ts';

/** What the scorer reads of a topic, be it just written or read from the store. */
export type ScoredTopic = Pick<
  Topic,
  | 'key'
  | 'identifier'
  | 'title'
  | 'programme'
  | 'callIdentifier'
  | 'callTitle'
  | 'typesOfAction'
  | 'keywords'
  | 'programmeParts'
> & { rounds: readonly Pick<Topic['rounds'][number], 'deadlines'>[] };

/** The scorer's view of a stored topic; `section:<n>` is the n-th section, so that evidence spans fit what pages show. */
export function toScorable(topic: ScoredTopic, sections: readonly Section[]): ScorableTopic {
  const last = topic.rounds
    .flatMap((round) => round.deadlines.map((deadline) => deadline.at))
    .sort()
    .at(-1);
  return {
    key: topic.key,
    identifier: topic.identifier,
    title: topic.title,
    programme: topic.programme,
    callIdentifier: topic.callIdentifier,
    callTitle: topic.callTitle,
    typesOfAction: topic.typesOfAction,
    keywords: topic.keywords,
    programmeParts: topic.programmeParts,
    texts: sections.map((section, n) => ({ field: `section:${n}` as const, kind: section.kind, text: section.text })),
    deadlineOn: last === undefined ? null : brusselsDay(last),
  };
}
