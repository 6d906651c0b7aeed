import type { WordVector } from './word-space.ts';

interface Posting {
  owners: Int32Array;
  values: Float64Array;
}

/** Word vectors turned round: for each word who has it. Comparing with all of them costs only the words in common. */
export class WordPostings {
  readonly #postings: ReadonlyMap<string, Posting>;
  readonly #size: number;

  constructor(vectors: readonly WordVector[]) {
    this.#size = vectors.length;
    const entries = new Map<string, [owner: number, value: number][]>();
    vectors.forEach((vector, owner) => {
      for (const [word, value] of vector) {
        const known = entries.get(word);
        if (known === undefined) entries.set(word, [[owner, value]]);
        else known.push([owner, value]);
      }
    });
    this.#postings = new Map(
      [...entries].map(([word, list]) => [
        word,
        { owners: Int32Array.from(list, ([owner]) => owner), values: Float64Array.from(list, ([, value]) => value) },
      ]),
    );
  }

  /** For each vector the cosine with the given one. */
  shared(words: WordVector): Float64Array {
    const sums = new Float64Array(this.#size);
    for (const [word, value] of words) {
      const posting = this.#postings.get(word);
      if (posting === undefined) continue;
      const { owners, values } = posting;
      for (let i = 0; i < owners.length; i += 1) {
        const owner = owners[i] ?? 0;
        sums[owner] = (sums[owner] ?? 0) + value * (values[i] ?? 0);
      }
    }
    return sums;
  }
}
