import type { Issue } from '../../domain/issue.ts';
import type { Section, TopicKind } from '../../domain/topic.ts';
import { htmlToSections, type SectionOptions } from '../../normalise/html/html-to-sections.ts';
import { Notes } from '../../normalise/notes.ts';
import { Recent } from '../../normalise/recent.ts';
import type { CallText } from './facts.ts';

const OPTIONS: Readonly<Record<CallText['part'], SectionOptions>> = {
  description: { kind: 'description', heading: 'Description' },
  conditions: { kind: 'conditions', heading: 'Conditions', splitAtHeadings: true },
  'further information': { kind: 'other', heading: 'Further information' },
  administration: { kind: 'other', heading: 'Task description' },
};

interface ReadText {
  sections: readonly Section[];
  issues: readonly Issue[];
}

/** Topics of one call often have the same conditions, word for word, and rows come sorted by identifier. */
const conditions = new Recent<ReadText>(8);

/** The sections of a call in the order in which the portal shows its parts. */
export function sectionsOf(texts: readonly CallText[], kind: TopicKind, notes: Notes): Section[] {
  return texts
    .filter(({ part }) => kind !== 'topic' || part === 'description' || part === 'conditions')
    .flatMap(({ part, html }) => {
      if (part !== 'conditions') return htmlToSections(html, OPTIONS[part], notes);
      const { sections, issues } = conditions.of(html, () => readConditions(html));
      for (const issue of issues) notes.issues.push({ ...issue, subject: notes.subject });
      return sections;
    });
}

function readConditions(html: string): ReadText {
  const notes = new Notes('');
  return { sections: htmlToSections(html, OPTIONS.conditions, notes), issues: notes.issues };
}
