import type { Section, TopicKind } from '../../domain/topic.ts';
import { htmlToSections, type SectionOptions } from '../../normalise/html/html-to-sections.ts';
import type { Notes } from '../../normalise/notes.ts';
import type { CallText } from './facts.ts';

const OPTIONS: Readonly<Record<CallText['part'], SectionOptions>> = {
  description: { kind: 'description', heading: 'Description' },
  conditions: { kind: 'conditions', heading: 'Conditions', splitAtHeadings: true },
  'further information': { kind: 'other', heading: 'Further information' },
  administration: { kind: 'other', heading: 'Task description' },
};

/** The sections of a call in the order in which the portal shows its parts. */
export function sectionsOf(texts: readonly CallText[], kind: TopicKind, notes: Notes): Section[] {
  return texts
    .filter(({ part }) => kind !== 'topic' || part === 'description' || part === 'conditions')
    .flatMap(({ part, html }) => htmlToSections(html, OPTIONS[part], notes));
}
