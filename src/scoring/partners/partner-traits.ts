import type { Partner } from '../../domain/partner.ts';
import type { TermTable } from '../term-table.ts';
import { traitsOf } from './won-topics.ts';
import { toUnit, type WordSpace, type WordVector } from './word-space.ts';

/** A partner by what it says it can do. */
export interface PartnerTraits {
  /** Told apart by PIC, never by acronym: ATM is a company and a way of managing air traffic. */
  pics: ReadonlySet<string>;
  words: WordVector;
  subjects: Float64Array;
  competences: { name: string; meaning: Float64Array }[];
}

/** Topics are English, so the English competences are read; the Italian ones say the same and are for people. */
export function partnerTraits(
  { pic, formerPics, competences }: Partner,
  space: WordSpace,
  table: TermTable,
): PartnerTraits {
  const stems = competences.en.map((one) => space.stems(one));
  const subjects = new Float64Array(table.subjects.length);
  for (const one of competences.en) {
    traitsOf('', one, space, table).subjects.forEach((value, s) => {
      subjects[s] = (subjects[s] ?? 0) + value;
    });
  }
  return {
    pics: new Set(pic === null ? formerPics : [pic, ...formerPics]),
    words: space.wordVector(stems.flat()),
    subjects: toUnit(subjects),
    competences: competences.en.map((name, i) => ({ name, meaning: space.meaning(stems[i] ?? []).vector })),
  };
}
