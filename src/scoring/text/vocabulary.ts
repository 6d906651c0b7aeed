import { NOT_MET, Spellings } from './spellings.ts';
import { stem } from './stem.ts';
import { STOP_WORDS } from './stop-words.ts';
import type { TokenSpans } from './tokenise.ts';

/** Ids of words that are no part of any term: a stop word is stepped over, an unknown word ends a phrase. */
export const STOP_WORD = -1;
export const UNKNOWN_WORD = -2;

/** Gives each stem of the known terms a small number; remembers the number of each spelling it has met. */
export class Vocabulary {
  readonly #ids = new Map<string, number>();
  readonly #spellings = new Spellings();

  /** Learns a stem (used while the tables are read) and gives its id. */
  add(stemmed: string): number {
    const known = this.#ids.get(stemmed);
    if (known !== undefined) return known;
    const id = this.#ids.size;
    this.#ids.set(stemmed, id);
    this.#spellings.clear();
    return id;
  }

  /** The id of the i-th word of a text. */
  idOf(text: string, { letters, starts, ends, hashes }: TokenSpans, i: number): number {
    const [start, end, hash] = [starts[i] ?? 0, ends[i] ?? 0, hashes[i] ?? 0];
    const known = this.#spellings.find(letters, start, end, hash);
    if (known !== NOT_MET) return known;
    const id = this.#lookUp(text.slice(start, end));
    this.#spellings.remember(letters, start, end, hash, id);
    return id;
  }

  #lookUp(word: string): number {
    const stemmed = stem(word);
    if (STOP_WORDS.has(stemmed) || STOP_WORDS.has(word.toLowerCase())) return STOP_WORD;
    return this.#ids.get(stemmed) ?? UNKNOWN_WORD;
  }
}
