import type { PartnerTraits } from './partner-traits.ts';
import type { TopicTraits } from './won-topics.ts';
import { WordPostings } from './word-postings.ts';
import { nearness } from './word-space.ts';

const NEAREST = 3;

export interface CompetenceComparison {
  words: Float64Array;
  subjects: Float64Array;
  /** The nearest competence by meaning, and the mean of the nearest three. */
  nearest: Float64Array;
  breadth: Float64Array;
  /** The competences of a partner that are nearest to the topic. */
  names(partner: number, count?: number): string;
}

/** What the partners say they can do, held against a topic. */
export class Competences {
  readonly #partners: readonly PartnerTraits[];
  readonly #words: WordPostings;
  /** The meanings of all competences, one after the other, and where each partner's begin: the hot loop of matching. */
  readonly #meanings: Float64Array;
  readonly #firsts: number[] = [0];

  constructor(partners: readonly PartnerTraits[]) {
    this.#partners = partners;
    this.#words = new WordPostings(partners.map(({ words }) => words));
    this.#meanings = Float64Array.from(
      partners.flatMap(({ competences }) => competences.flatMap(({ meaning }) => [...meaning])),
    );
    for (const { competences } of partners) this.#firsts.push((this.#firsts.at(-1) ?? 0) + competences.length);
  }

  compare(topic: TopicTraits): CompetenceComparison {
    const nearest = new Float64Array(this.#partners.length);
    const breadth = new Float64Array(this.#partners.length);
    const subjects = new Float64Array(this.#partners.length);
    this.#partners.forEach((partner, i) => {
      const [first, second, third] = this.#topThree(i, topic.meaning);
      nearest[i] = first;
      breadth[i] = (first + second + third) / NEAREST;
      subjects[i] = nearness(topic.subjects, partner.subjects);
    });
    return {
      words: this.#words.shared(topic.words),
      subjects,
      nearest,
      breadth,
      names: (partner, count = NEAREST) => nearestNames(this.#partners[partner], topic, count),
    };
  }

  #topThree(partner: number, topic: Float64Array): [number, number, number] {
    let [first, second, third] = [0, 0, 0];
    const width = topic.length;
    const end = (this.#firsts[partner + 1] ?? 0) * width;
    for (let from = (this.#firsts[partner] ?? 0) * width; from < end; from += width) {
      let value = 0;
      for (let i = 0; i < width; i += 1) value += (topic[i] ?? 0) * (this.#meanings[from + i] ?? 0);
      if (value > first) [first, second, third] = [value, first, second];
      else if (value > second) [second, third] = [value, second];
      else if (value > third) third = value;
    }
    return [first, second, third];
  }
}

function nearestNames(partner: PartnerTraits | undefined, topic: TopicTraits, count: number): string {
  const near = (partner?.competences ?? [])
    .map(({ name, meaning }) => ({ name, value: nearness(topic.meaning, meaning) }))
    .filter(({ value }) => value > 0)
    .sort((a, b) => b.value - a.value);
  const names = near.slice(0, count).map(({ name }) => name);
  return names.join(', ') || 'no stated competence near by';
}
