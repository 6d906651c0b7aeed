import type { RoundRow, TopicWrite } from '../../db/repositories/topics-write.ts';
import type { Section } from '../domain/topic.ts';

/** A topic as it was just written, with all that a score is made of. */
export type FreshTopic = Pick<TopicWrite, 'row'> & { rounds: readonly RoundRow[]; sections: readonly Section[] };

/** Where only part of a topic was written, the rest stands in the store, and whoever scores it reads it there. */
export function freshTopic({ row, rounds, sections, searchBody }: TopicWrite): FreshTopic[] {
  return searchBody === null || rounds === null || sections === null ? [] : [{ row, rounds, sections }];
}
