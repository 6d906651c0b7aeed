import { stem } from './stem.ts';
import { STOP_WORDS } from './stop-words.ts';

/** Ids of words that are no part of any term: a stop word is stepped over, an unknown word ends a phrase. */
export const STOP_WORD = -1;
export const UNKNOWN_WORD = -2;

const MEMO_LIMIT = 60_000;

/** Gives each stem of the known terms a small number; remembers the number of each spelling it has met. */
export class Vocabulary {
  readonly #ids = new Map<string, number>();
  /** Spelling as written → id. Only speeds up; bounded, so that odd inputs cannot fill the memory. */
  readonly #memo = new Map<string, number>();

  get size(): number {
    return this.#ids.size;
  }

  /** Learns a stem (used while the tables are read) and gives its id. */
  add(stemmed: string): number {
    const known = this.#ids.get(stemmed);
    if (known !== undefined) return known;
    const id = this.#ids.size;
    this.#ids.set(stemmed, id);
    return id;
  }

  /** The id of a word as written in a text. */
  idOf(word: string): number {
    const known = this.#memo.get(word);
    if (known !== undefined) return known;
    if (this.#memo.size >= MEMO_LIMIT) this.#memo.clear();
    const id = this.#lookUp(word);
    this.#memo.set(word, id);
    return id;
  }

  #lookUp(word: string): number {
    const stemmed = stem(word);
    if (STOP_WORDS.has(stemmed) || STOP_WORDS.has(word.toLowerCase())) return STOP_WORD;
    return this.#ids.get(stemmed) ?? UNKNOWN_WORD;
  }
}
