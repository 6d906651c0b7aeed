import type { WordVector } from './word-space.ts';

/** Word vectors turned round: for each word who has it. Comparing with all of them costs only the words in common. */
export class WordPostings {
  readonly #postings = new Map<string, { owners: number[]; values: number[] }>();
  readonly #size: number;

  constructor(vectors: readonly WordVector[]) {
    this.#size = vectors.length;
    vectors.forEach((vector, owner) => {
      for (const [word, value] of vector) {
        const posting = this.#postings.get(word) ?? { owners: [], values: [] };
        posting.owners.push(owner);
        posting.values.push(value);
        this.#postings.set(word, posting);
      }
    });
  }

  /** For each vector the cosine with the given one. */
  shared(words: WordVector): Float64Array {
    const sums = new Float64Array(this.#size);
    for (const [word, value] of words) {
      const posting = this.#postings.get(word);
      if (posting === undefined) continue;
      posting.owners.forEach((owner, i) => {
        sums[owner] = (sums[owner] ?? 0) + value * (posting.values[i] ?? 0);
      });
    }
    return sums;
  }
}
