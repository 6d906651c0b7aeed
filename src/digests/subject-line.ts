import type { Pillar } from '../domain/pillar.ts';
import type { Words } from './words.ts';

/**
 * A subject begins with the pillar, so that a box can be sorted by it and an eye finds its own; what belongs to no pillar
 * begins with who writes, in the same place.
 */
export const subjectLine = (pillar: Pillar | null, headline: string, words: Pick<Words, 'pillars'>): string =>
  `[${pillar === null ? 'Bandolo' : words.pillars[pillar].name}] ${headline}`;
