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
  names(partner: number, count?: number): string[];
}

/** What the partners say they can do, held against a topic. */
export class Competences {
  readonly #partners: readonly PartnerTraits[];
  readonly #words: WordPostings;
  /** The meanings of all competences, see `interleaved`: comparing with them is the hot loop of matching. */
  readonly #meanings: Float32Array;
  /** Where each partner's competences begin among them; one more at the end. */
  readonly #firsts: Int32Array;

  constructor(partners: readonly PartnerTraits[]) {
    this.#partners = partners;
    this.#words = new WordPostings(partners.map(({ words }) => words));
    this.#meanings = interleaved(partners.flatMap((one) => one.competences.map(({ meaning }) => meaning)));
    this.#firsts = new Int32Array(partners.length + 1);
    partners.forEach(({ competences }, i) => {
      this.#firsts[i + 1] = (this.#firsts[i] ?? 0) + competences.length;
    });
  }

  compare(topic: TopicTraits): CompetenceComparison {
    const nearest = new Float64Array(this.#partners.length);
    const breadth = new Float64Array(this.#partners.length);
    const subjects = new Float64Array(this.#partners.length);
    const near = this.#nearnesses(topic.meaning);
    for (let i = 0; i < this.#partners.length; i += 1) {
      let first = 0;
      let second = 0;
      let third = 0;
      const end = this.#firsts[i + 1] ?? 0;
      for (let at = this.#firsts[i] ?? 0; at < end; at += 1) {
        const value = near[at] ?? 0;
        if (value <= third) continue;
        third = value > second ? second : value;
        if (value <= second) continue;
        second = value > first ? first : value;
        if (value > first) first = value;
      }
      nearest[i] = first;
      breadth[i] = (first + second + third) / NEAREST;
      subjects[i] = nearness(topic.subjects, this.#partners[i]?.subjects ?? topic.subjects);
    }
    return {
      words: this.#words.shared(topic.words),
      subjects,
      nearest,
      breadth,
      names: (partner, count = NEAREST) => nearestNames(this.#partners[partner], topic, count),
    };
  }

  /** How near each competence is: four dimensions at a time over all of them, so that no addition waits for another. */
  #nearnesses(topic: Float64Array): Float64Array {
    const sums = new Float64Array(this.#firsts.at(-1) ?? 0);
    const meanings = this.#meanings;
    let at = 0;
    for (let dimension = 0; dimension < topic.length; dimension += 4) {
      const a = topic[dimension] ?? 0;
      const b = topic[dimension + 1] ?? 0;
      const c = topic[dimension + 2] ?? 0;
      const d = topic[dimension + 3] ?? 0;
      for (let i = 0; i < sums.length; i += 1) {
        const first = a * (meanings[at] ?? 0) + b * (meanings[at + 1] ?? 0);
        const second = c * (meanings[at + 2] ?? 0) + d * (meanings[at + 3] ?? 0);
        sums[i] = (sums[i] ?? 0) + first + second;
        at += 4;
      }
    }
    return sums;
  }
}

/** Vectors turned round, four dimensions together: the first four numbers of each, then the next four. */
function interleaved(vectors: readonly Float64Array[]): Float32Array {
  const dimensions = Math.ceil((vectors[0]?.length ?? 0) / 4) * 4;
  const table = new Float32Array(vectors.length * dimensions);
  vectors.forEach((vector, i) => {
    vector.forEach((value, dimension) => {
      const block = Math.floor(dimension / 4);
      table[(block * vectors.length + i) * 4 + (dimension % 4)] = value;
    });
  });
  return table;
}

function nearestNames(partner: PartnerTraits | undefined, topic: TopicTraits, count: number): string[] {
  const near = (partner?.competences ?? [])
    .map(({ name, meaning }) => ({ name, value: nearness(topic.meaning, meaning) }))
    .filter(({ value }) => value > 0)
    .sort((a, b) => b.value - a.value);
  return near.slice(0, count).map(({ name }) => name);
}
