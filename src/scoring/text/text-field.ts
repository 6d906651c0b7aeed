import type { ScorableTopic, ScoredField } from '../../domain/scoring.ts';
import type { SectionKind } from '../../domain/topic.ts';

/** A topic is looked at by its name, which every topic has, by the name of its call, and by its text, which many lack. */
export const VIEWS = ['title', 'call', 'text'] as const;
export type View = (typeof VIEWS)[number];

/** A string to be read, and how much a word found in it counts. */
export interface TextField {
  name: ScoredField;
  text: string;
  view: View;
  weight: number;
}

/**
 * How much a word counts by where it stands (DOMAIN §1.5, scoring notes: challenge and scope before impact; standard
 * conditions say nothing about the theme).
 */
const SECTION_WEIGHT: Readonly<Record<SectionKind, number>> = {
  challenge: 1,
  outcome: 1,
  scope: 1,
  objective: 1,
  description: 1,
  impact: 0.7,
  trl: 0,
  conditions: 0,
  other: 0.3,
};

export const titleField = (text: string): TextField => ({ name: 'title', text, view: 'title', weight: 1 });

/** The strings of a topic in reading order; a string array is read joined by one space. */
export function textFields(topic: ScorableTopic): TextField[] {
  const fields = [titleField(topic.title)];
  if (topic.callTitle) fields.push({ name: 'callTitle', text: topic.callTitle, view: 'call', weight: 1 });
  if (topic.keywords.length > 0) {
    fields.push({ name: 'keywords', text: topic.keywords.join(' '), view: 'text', weight: 1 });
  }
  for (const { field, kind, text } of topic.texts) {
    const weight = SECTION_WEIGHT[kind];
    if (weight > 0 && text !== '') fields.push({ name: field, text, view: 'text', weight });
  }
  return fields;
}
