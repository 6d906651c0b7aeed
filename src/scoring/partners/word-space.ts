import { z } from 'zod';
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
      const stemmed = stem(text.slice(spans.starts[i], spans.ends[i]));
      if (!STOP_WORDS.has(stemmed) && !/^\d+$/.test(stemmed)) stems.push(stemmed);
    }
    return stems;
  }

  wordVector(stems: readonly string[]): WordVector {
    const vector = new Map(stems.map((word) => [word, this.#rarity(word)]));
    const length = Math.sqrt([...vector.values()].reduce((sum, value) => sum + value * value, 0)) || 1;
    for (const [word, value] of vector) vector.set(word, value / length);
    return vector;
  }

  /** The mean of what the words mean, the rare ones first, on unit length. */
  meaning(stems: readonly string[]): Float64Array {
    const sum = new Float64Array(this.dimensions);
    for (const word of stems) {
      const place = this.#places.get(word);
      if (place === undefined) continue;
      const rarity = this.#rarity(word);
      const from = place * this.dimensions;
      for (let i = 0; i < sum.length; i += 1) sum[i] = (sum[i] ?? 0) + rarity * (this.#vectors[from + i] ?? 0);
    }
    return toUnit(sum);
  }

  #rarity(word: string): number {
    const place = this.#places.get(word);
    const topics = place === undefined ? 0 : (this.#words.topics[place] ?? 0);
    return Math.log((this.#words.corpusTopics + 1) / (topics + 1)) + 1;
  }
}

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

export function toUnit(vector: Float64Array): Float64Array {
  const length = Math.sqrt(nearness(vector, vector)) || 1;
  return vector.map((value) => value / length);
}
