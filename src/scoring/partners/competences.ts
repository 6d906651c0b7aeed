import { CompetenceMeanings } from './competence-meanings.ts';
import type { PartnerTraits } from './partner-traits.ts';
import { SubjectTable } from './subject-table.ts';
import type { TopicTraits } from './won-topics.ts';
import { WordPostings } from './word-postings.ts';
import { nearness, type WordSpace } from './word-space.ts';

const NEAREST = 3;

export interface CompetenceComparison {
  words: Float64Array;
  subjects: Float64Array;
  /** The nearest competence by meaning, and the mean of the nearest three. */
  nearest: Float64Array;
  breadth: Float64Array;
  /** The competences of a partner that are nearest to the topic. */
  names(partner: number, count?: number): string[];
}

/** What the partners say they can do, held against a topic. */
export class Competences {
  readonly #partners: readonly PartnerTraits[];
  readonly #words: WordPostings;
  readonly #subjects: SubjectTable;
  readonly #meanings: CompetenceMeanings;
  /** The competences of all partners, one partner after the other, by their place among the meanings. */
  readonly #places: Int32Array;
  /** Where each partner's competences begin among them; one more at the end. */
  readonly #firsts: Int32Array;

  constructor(partners: readonly PartnerTraits[], space: WordSpace) {
    this.#partners = partners;
    this.#words = new WordPostings(partners.map(({ words }) => words));
    this.#subjects = new SubjectTable(partners.map(({ subjects }) => subjects));
    const all = partners.flatMap((one) => one.competences);
    const meanings = new Map(all.map(({ name, meaning }) => [name, meaning]));
    const names = [...meanings.keys()];
    this.#meanings = new CompetenceMeanings([...meanings.values()], space);
    this.#places = Int32Array.from(all, ({ name }) => names.indexOf(name));
    this.#firsts = new Int32Array(partners.length + 1);
    partners.forEach(({ competences }, i) => {
      this.#firsts[i + 1] = (this.#firsts[i] ?? 0) + competences.length;
    });
  }

  compare(topic: TopicTraits): CompetenceComparison {
    const nearest = new Float64Array(this.#partners.length);
    const breadth = new Float64Array(this.#partners.length);
    const near = this.#meanings.nearTo(topic.meaning);
    for (let i = 0; i < this.#partners.length; i += 1) {
      let first = 0;
      let second = 0;
      let third = 0;
      const end = this.#firsts[i + 1] ?? 0;
      for (let at = this.#firsts[i] ?? 0; at < end; at += 1) {
        const value = near[this.#places[at] ?? 0] ?? 0;
        if (value <= third) continue;
        third = value > second ? second : value;
        if (value <= second) continue;
        second = value > first ? first : value;
        if (value > first) first = value;
      }
      nearest[i] = first;
      breadth[i] = (first + second + third) / NEAREST;
    }
    return {
      words: this.#words.shared(topic.words),
      subjects: this.#subjects.nearTo(topic.subjects),
      nearest,
      breadth,
      names: (partner, count = NEAREST) => nearestNames(this.#partners[partner], topic, count),
    };
  }
}

function nearestNames(partner: PartnerTraits | undefined, topic: TopicTraits, count: number): string[] {
  const near = (partner?.competences ?? [])
    .map(({ name, meaning }) => ({ name, value: nearness(topic.meaning.vector, meaning) }))
    .filter(({ value }) => value > 0)
    .sort((a, b) => b.value - a.value);
  return near.slice(0, count).map(({ name }) => name);
}
