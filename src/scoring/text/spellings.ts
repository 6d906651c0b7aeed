/** Slots, a power of two; at most half of them are used, so that odd inputs cannot fill the memory. */
const SLOTS = 1 << 16;
/** Letters kept in all; a longer word than this much room allows is looked up each time. */
const LETTERS = 1 << 19;
/** Numbers a slot. */
const SLOT = 4;
const LAST = SLOTS * SLOT - 1;

/** No id is known for the spelling. */
export const NOT_MET = -3;

/**
 * The words met so far, as written, with their ids: a word in a text is looked up without cutting it out. By hash with
 * linear probing; all in flat arrays, since this is done for every word of every text.
 */
export class Spellings {
  /** Four numbers a slot, side by side in memory: the hash, where the letters begin, how many (0 = free), the id. */
  readonly #slots = new Int32Array(SLOTS * SLOT);
  readonly #letters = new Uint16Array(LETTERS);
  #used = 0;
  #lettersUsed = 0;

  find(text: Uint16Array, start: number, end: number, hash: number): number {
    const slots = this.#slots;
    for (let at = firstSlot(hash); ; at = (at + SLOT) & LAST) {
      const length = slots[at + 2] ?? 0;
      if (length === 0) return NOT_MET;
      if (slots[at] === hash && length === end - start && this.#stands(slots[at + 1] ?? 0, text, start, length)) {
        return slots[at + 3] ?? NOT_MET;
      }
    }
  }

  remember(text: Uint16Array, start: number, end: number, hash: number, id: number): void {
    const length = end - start;
    if (this.#used >= SLOTS / 2 || this.#lettersUsed + length > LETTERS) this.clear();
    if (length > LETTERS) return;
    const slots = this.#slots;
    let at = firstSlot(hash);
    while (slots[at + 2] !== 0) at = (at + SLOT) & LAST;
    slots[at] = hash;
    slots[at + 1] = this.#lettersUsed;
    slots[at + 2] = length;
    slots[at + 3] = id;
    for (let i = 0; i < length; i += 1) this.#letters[this.#lettersUsed + i] = text[start + i] ?? 0;
    this.#used += 1;
    this.#lettersUsed += length;
  }

  clear(): void {
    if (this.#used > 0) this.#slots.fill(0);
    this.#used = 0;
    this.#lettersUsed = 0;
  }

  /** Whether the letters kept at a place stand in the text. */
  #stands(from: number, text: Uint16Array, start: number, length: number): boolean {
    const letters = this.#letters;
    for (let i = 0; i < length; i += 1) if (letters[from + i] !== text[start + i]) return false;
    return true;
  }
}

function firstSlot(hash: number): number {
  return ((hash ^ (hash >>> 15)) & (SLOTS - 1)) * SLOT;
}
