import type { ScorableTopic } from '../../src/domain/scoring.ts';

/** A topic with only what a test is about. */
export function topicOf(title: string, rest: Partial<ScorableTopic> = {}): ScorableTopic {
  return {
    key: rest.identifier ?? 'TEST-01-2016',
    identifier: 'TEST-01-2016',
    title,
    programme: 'H2020',
    callIdentifier: null,
    callTitle: null,
    typesOfAction: [],
    keywords: [],
    programmeParts: [],
    texts: [],
    deadlineOn: null,
    ...rest,
  };
}
