/** Slots, a power of two; at most half of them are used, so that odd inputs cannot fill the memory. */
const SLOTS = 1 << 16;
/** Letters kept in all; a longer word than this much room allows is looked up each time. */
const LETTERS = 1 << 19;

/** No id is known for the spelling. */
export const NOT_MET = -3;

/**
 * The words met so far, as written, with their ids: a word in a text is looked up without cutting it out. By hash with
 * linear probing; all in flat arrays, since this is done for every word of every text.
 */
export class Spellings {
  /** Per slot: the hash, where the letters begin, how many they are (0 = the slot is free), and the id. */
  readonly #hashes = new Int32Array(SLOTS);
  readonly #starts = new Int32Array(SLOTS);
  readonly #lengths = new Int32Array(SLOTS);
  readonly #ids = new Int32Array(SLOTS);
  readonly #letters = new Uint16Array(LETTERS);
  #used = 0;
  #lettersUsed = 0;

  find(text: string, start: number, end: number, hash: number): number {
    let slot = firstSlot(hash);
    for (;;) {
      const length = this.#lengths[slot] ?? 0;
      if (length === 0) return NOT_MET;
      if (this.#hashes[slot] === hash && length === end - start && this.#isAt(slot, text, start, length)) {
        return this.#ids[slot] ?? NOT_MET;
      }
      slot = (slot + 1) & (SLOTS - 1);
    }
  }

  remember(text: string, start: number, end: number, hash: number, id: number): void {
    const length = end - start;
    if (this.#used >= SLOTS / 2 || this.#lettersUsed + length > LETTERS) this.clear();
    if (length > LETTERS) return;
    let slot = firstSlot(hash);
    while (this.#lengths[slot] !== 0) slot = (slot + 1) & (SLOTS - 1);
    this.#hashes[slot] = hash;
    this.#starts[slot] = this.#lettersUsed;
    this.#lengths[slot] = length;
    this.#ids[slot] = id;
    for (let i = 0; i < length; i += 1) this.#letters[this.#lettersUsed + i] = text.charCodeAt(start + i);
    this.#used += 1;
    this.#lettersUsed += length;
  }

  clear(): void {
    if (this.#used > 0) this.#lengths.fill(0);
    this.#used = 0;
    this.#lettersUsed = 0;
  }

  #isAt(slot: number, text: string, start: number, length: number): boolean {
    const letters = this.#letters;
    const from = this.#starts[slot] ?? 0;
    for (let i = 0; i < length; i += 1) if (letters[from + i] !== text.charCodeAt(start + i)) return false;
    return true;
  }
}

function firstSlot(hash: number): number {
  return (hash ^ (hash >>> 15)) & (SLOTS - 1);
}
