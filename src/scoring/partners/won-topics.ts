import { identifierFamilies } from '../identifier-family.ts';
import type { TermTable } from '../term-table.ts';
import { titleSubjects } from '../topic-features.ts';
import type { Participation, TrackRecord } from '../track-record.ts';
import { workLine } from '../work-line.ts';
import { type Meaning, toUnit, type WordSpace, type WordVector } from './word-space.ts';

/** What two topics are compared by: title words, identifier families, line of work, subjects. */
export interface TopicTraits {
  id: string;
  words: WordVector;
  meaning: Meaning;
  families: ReadonlySet<string>;
  area: string | null;
  subjects: Float64Array;
}

/** A topic that partners won, with who won in it. */
export interface WonTopic {
  traits: TopicTraits;
  wins: Participation[];
}

export function traitsOf(id: string, title: string, space: WordSpace, table: TermTable): TopicTraits {
  const stems = space.stems(title);
  return {
    id,
    words: space.wordVector(stems),
    meaning: space.meaning(stems),
    families: new Set(identifierFamilies(id)),
    area: workLine(id),
    subjects: toUnit(titleSubjects(title, table)),
  };
}

/** The track record by topic, ready to be compared with. */
export function wonTopics(record: TrackRecord, space: WordSpace, table: TermTable): WonTopic[] {
  const byTopic = new Map<string, Participation[]>();
  for (const one of record.participations) byTopic.set(one.topic, [...(byTopic.get(one.topic) ?? []), one]);
  return [...byTopic].map(([id, wins]) => ({ traits: traitsOf(id, record.topics[id] ?? id, space, table), wins }));
}
