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

  constructor(partners: readonly PartnerTraits[]) {
    this.#partners = partners;
    this.#words = new WordPostings(partners.map(({ words }) => words));
  }

  compare(topic: TopicTraits): CompetenceComparison {
    const nearest = new Float64Array(this.#partners.length);
    const breadth = new Float64Array(this.#partners.length);
    const subjects = new Float64Array(this.#partners.length);
    this.#partners.forEach((partner, i) => {
      const [first, second, third] = topThree(partner, topic);
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
}

function topThree({ competences }: PartnerTraits, topic: TopicTraits): [number, number, number] {
  let [first, second, third] = [0, 0, 0];
  for (const { meaning } of competences) {
    const value = nearness(topic.meaning, meaning);
    if (value > first) [first, second, third] = [value, first, second];
    else if (value > second) [second, third] = [value, second];
    else if (value > third) third = value;
  }
  return [first, second, third];
}

function nearestNames(partner: PartnerTraits | undefined, topic: TopicTraits, count: number): string {
  const near = (partner?.competences ?? [])
    .map(({ name, meaning }) => ({ name, value: nearness(topic.meaning, meaning) }))
    .filter(({ value }) => value > 0)
    .sort((a, b) => b.value - a.value);
  const names = near.slice(0, count).map(({ name }) => name);
  return names.join(', ') || 'no stated competence near by';
}
