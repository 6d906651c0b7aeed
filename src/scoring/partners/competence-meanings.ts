import type { Meaning, WordSpace } from './word-space.ts';

/** Dimensions that are added at a time, so that no addition waits for another. */
const AT_ONCE = 4;

/**
 * How near a text is to each of many competences by meaning. A text's meaning is the sum of its words', so its nearness is
 * the sum of theirs: a word is held against all competences once, when it is first met, and titles use the same words again
 * and again. At most one row a word of the space.
 */
export class CompetenceMeanings {
  readonly #space: WordSpace;
  readonly #count: number;
  /** The first four numbers of each competence, then the next four. */
  readonly #meanings: Float64Array;
  /** By place of the word. */
  readonly #rows = new Map<number, Float64Array>();

  constructor(meanings: readonly Float64Array[], space: WordSpace) {
    this.#space = space;
    this.#count = meanings.length;
    this.#meanings = new Float64Array(meanings.length * Math.ceil(space.dimensions / AT_ONCE) * AT_ONCE);
    meanings.forEach((meaning, i) => {
      meaning.forEach((value, dimension) => {
        const block = Math.floor(dimension / AT_ONCE);
        this.#meanings[(block * meanings.length + i) * AT_ONCE + (dimension % AT_ONCE)] = Math.fround(value);
      });
    });
  }

  /** In the order of the competences. */
  nearTo({ places, parts }: Meaning): Float64Array {
    const sums = new Float64Array(this.#count);
    for (let word = 0; word < places.length; word += 1) {
      const row = this.#rowOf(places[word] ?? 0);
      const part = parts[word] ?? 0;
      for (let i = 0; i < sums.length; i += 1) sums[i] = (sums[i] ?? 0) + part * (row[i] ?? 0);
    }
    return sums;
  }

  #rowOf(place: number): Float64Array {
    let row = this.#rows.get(place);
    if (row === undefined) {
      row = this.#holdAgainstAll(this.#space.vectorAt(place));
      this.#rows.set(place, row);
    }
    return row;
  }

  #holdAgainstAll(vector: Int8Array): Float64Array {
    const row = new Float64Array(this.#count);
    const meanings = this.#meanings;
    let at = 0;
    for (let dimension = 0; dimension < vector.length; dimension += AT_ONCE) {
      const a = vector[dimension] ?? 0;
      const b = vector[dimension + 1] ?? 0;
      const c = vector[dimension + 2] ?? 0;
      const d = vector[dimension + 3] ?? 0;
      for (let i = 0; i < row.length; i += 1) {
        const first = a * (meanings[at] ?? 0) + b * (meanings[at + 1] ?? 0);
        const second = c * (meanings[at + 2] ?? 0) + d * (meanings[at + 3] ?? 0);
        row[i] = (row[i] ?? 0) + first + second;
        at += AT_ONCE;
      }
    }
    return row;
  }
}
