import type { Section } from '../domain/topic.ts';

/** Characters of call text that the search index reads: indexing costs more than all else that a collect does to a text. */
const MAX_CHARS = 4_000;

/** The call text proper; conditions are the same boilerplate in every call and would find everything. */
export function searchBody(sections: readonly Section[]): string {
  const texts = sections.filter((section) => section.kind !== 'conditions' && section.kind !== 'trl');
  return texts
    .map((section) => section.text)
    .join('\n')
    .slice(0, MAX_CHARS);
}
