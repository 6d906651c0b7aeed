import { stem } from './stem.ts';
import { STOP_WORDS } from './stop-words.ts';

/** Ids of words that are no part of any term: a stop word is stepped over, an unknown word ends a phrase. */
export const STOP_WORD = -1;
export const UNKNOWN_WORD = -2;

/** Slots for spellings, a power of two; at most half of them are used, so that odd inputs cannot fill the memory. */
const SLOTS = 1 << 17;

/** Gives each stem of the known terms a small number; remembers the number of each spelling it has met. */
export class Vocabulary {
  readonly #ids = new Map<string, number>();
  /** Spellings as written, by hash with linear probing: a word in a text is looked up without cutting it out. */
  #spellings = new Array<string | undefined>(SLOTS);
  #spellingIds = new Int32Array(SLOTS);
  #used = 0;

  /** Learns a stem (used while the tables are read) and gives its id. */
  add(stemmed: string): number {
    const known = this.#ids.get(stemmed);
    if (known !== undefined) return known;
    const id = this.#ids.size;
    this.#ids.set(stemmed, id);
    return id;
  }

  /** The id of the word that stands at `start`–`end` in a text and has the given hash. */
  idAt(text: string, start: number, end: number, hash: number): number {
    let slot = (hash ^ (hash >>> 15)) & (SLOTS - 1);
    for (;;) {
      const spelling = this.#spellings[slot];
      if (spelling === undefined) return this.#remember(slot, text.slice(start, end));
      if (isAt(spelling, text, start, end)) return this.#spellingIds[slot] ?? UNKNOWN_WORD;
      slot = (slot + 1) & (SLOTS - 1);
    }
  }

  #remember(slot: number, word: string): number {
    const id = this.#lookUp(word);
    if (this.#used > SLOTS / 2) this.#forget();
    else {
      this.#used += 1;
      this.#spellings[slot] = word;
      this.#spellingIds[slot] = id;
    }
    return id;
  }

  #forget(): void {
    this.#spellings = new Array<string | undefined>(SLOTS);
    this.#used = 0;
  }

  #lookUp(word: string): number {
    const stemmed = stem(word);
    if (STOP_WORDS.has(stemmed) || STOP_WORDS.has(word.toLowerCase())) return STOP_WORD;
    return this.#ids.get(stemmed) ?? UNKNOWN_WORD;
  }
}

function isAt(word: string, text: string, start: number, end: number): boolean {
  if (word.length !== end - start) return false;
  for (let i = 0; i < word.length; i += 1) if (word.charCodeAt(i) !== text.charCodeAt(start + i)) return false;
  return true;
}
