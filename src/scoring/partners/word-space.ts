import { z } from 'zod';
import { remembered } from '../remembered.ts';
import { stem } from '../text/stem.ts';
import { STOP_WORDS } from '../text/stop-words.ts';
import { TokenSpans, tokenise } from '../text/tokenise.ts';

/**
 * `words.json`: plain words with the number of topics they stand in and a small vector each, so that words of like
 * meaning lie near each other. Distilled from GloVe vectors in the public domain; see src/scoring/README.md.
 */
export const wordsSchema = z.strictObject({
  version: z.string(),
  source: z.string(),
  corpusTopics: z.number().int().positive(),
  dimensions: z.number().int().positive(),
  words: z.array(z.string()),
  topics: z.array(z.number().int().nonnegative()),
  /** All vectors one after the other, a signed byte a number, in base64. */
  vectors: z.string(),
});

export type Words = z.infer<typeof wordsSchema>;

/** The words of a text, each with its rarity, on unit length: two texts are as near as they share rare words. */
export type WordVector = ReadonlyMap<string, number>;

/** What a text means: the mean of its words' vectors, on unit length, and what each word has to do with it. */
export interface Meaning {
  vector: Float64Array;
  /** Places in the space of the words that have a vector, in reading order, each with its part in the mean. */
  places: number[];
  parts: number[];
}

/** How near texts are, by the words they share and by what their words mean. */
export class WordSpace {
  readonly dimensions: number;
  readonly #places = new Map<string, number>();
  readonly #words: Words;
  readonly #vectors: Int8Array;
  readonly #spans = new TokenSpans();

  constructor(words: Words) {
    this.#words = words;
    this.dimensions = words.dimensions;
    words.words.forEach((word, i) => {
      this.#places.set(word, i);
    });
    this.#vectors = Int8Array.from(atob(words.vectors), (byte) => byte.charCodeAt(0));
  }

  stems(text: string): string[] {
    const spans = tokenise(text, this.#spans);
    const stems: string[] = [];
    for (let i = 0; i < spans.count; i += 1) {
      const stemmed = tellingStem(text.slice(spans.starts[i], spans.ends[i]));
      if (stemmed !== '') stems.push(stemmed);
    }
    return stems;
  }

  wordVector(stems: readonly string[]): WordVector {
    const vector = new Map(stems.map((word) => [word, this.#rarity(this.#places.get(word))]));
    const length = Math.sqrt([...vector.values()].reduce((sum, value) => sum + value * value, 0)) || 1;
    for (const [word, value] of vector) vector.set(word, value / length);
    return vector;
  }

  /** The mean of what the words mean, the rare ones first, on unit length. */
  meaning(stems: readonly string[]): Meaning {
    const places = stems.map((word) => this.#places.get(word)).filter((place) => place !== undefined);
    const sum = new Float64Array(this.dimensions);
    const rarities = places.map((place) => this.#rarity(place));
    for (let word = 0; word < places.length; word += 1) {
      const from = (places[word] ?? 0) * this.dimensions;
      const rarity = rarities[word] ?? 0;
      for (let i = 0; i < sum.length; i += 1) sum[i] = (sum[i] ?? 0) + rarity * (this.#vectors[from + i] ?? 0);
    }
    const length = lengthOf(sum);
    return { vector: toUnit(sum), places, parts: rarities.map((rarity) => rarity / length) };
  }

  /** The vector of the word at a place, as it lies there. */
  vectorAt(place: number): Int8Array {
    return this.#vectors.subarray(place * this.dimensions, (place + 1) * this.dimensions);
  }

  #rarity(place: number | undefined): number {
    const topics = place === undefined ? 0 : (this.#words.topics[place] ?? 0);
    return Math.log((this.#words.corpusTopics + 1) / (topics + 1)) + 1;
  }
}

/** As many as the titles of a large catalogue hold. */
const TITLE_WORDS = 10_000;

/** The stem of a word that says something; nothing for a stop word or a number. */
const tellingStem = remembered((word: string): string => {
  const stemmed = stem(word);
  return STOP_WORDS.has(stemmed) || /^\d+$/.test(stemmed) ? '' : stemmed;
}, TITLE_WORDS);

export function sharedWords(a: WordVector, b: WordVector): number {
  let sum = 0;
  for (const [word, value] of a) sum += value * (b.get(word) ?? 0);
  return sum;
}

export function nearness(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}

/** The same direction at length 1; a vector of nothing stays nothing. */
export function toUnit(vector: Float64Array): Float64Array {
  const length = lengthOf(vector);
  return vector.map((value) => value / length);
}

function lengthOf(vector: Float64Array): number {
  return Math.sqrt(nearness(vector, vector)) || 1;
}
