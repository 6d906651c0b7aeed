/**
 * The words of a text as spans: `starts[i]`–`ends[i]`. `sentences[i]` is the number of the sentence the word stands in,
 * `hashes[i]` a hash of its letters, taken in the same pass.
 * Plain growing arrays that are used again for the next text: reading is the hot loop of scoring.
 */
export class TokenSpans {
  count = 0;
  starts = new Int32Array(4096);
  ends = new Int32Array(4096);
  sentences = new Int32Array(4096);
  hashes = new Int32Array(4096);
  /** The letters of the words, at the places where they stand in the text: asked of the text once, read here again. */
  letters = new Uint16Array(1 << 14);

  push(start: number, end: number, sentence: number, hash: number): void {
    if (this.count === this.starts.length) this.#grow();
    this.starts[this.count] = start;
    this.ends[this.count] = end;
    this.sentences[this.count] = sentence;
    this.hashes[this.count] = hash;
    this.count += 1;
  }

  #grow(): void {
    for (const name of ['starts', 'ends', 'sentences', 'hashes'] as const) {
      const larger = new Int32Array(this[name].length * 2);
      larger.set(this[name]);
      this[name] = larger;
    }
  }
}

/** FNV-1a. */
const HASH_START = 0x811c9dc5 | 0;
const HASH_FACTOR = 0x01000193;

/** What a character does, by its code; beyond Latin letters everything separates words. */
const [SEPARATOR, WORD, SENTENCE_END, FULL_STOP] = [0, 1, 2, 3];
const LATIN = 0x250;
const ROLES = Uint8Array.from({ length: 1 << 16 }, (_, code) => (code < LATIN ? roleOf(code) : SEPARATOR));

function roleOf(code: number): number {
  if (/[\n!;?]/.test(String.fromCharCode(code))) return SENTENCE_END;
  if (code === 46) return FULL_STOP;
  if (code < 128) return /[a-zA-Z0-9]/.test(String.fromCharCode(code)) ? WORD : SEPARATOR;
  return code >= 0xc0 && code !== 0xd7 && code !== 0xf7 ? WORD : SEPARATOR;
}

/** Splits a text at everything that is no letter or digit. One pass, no regular expression. */
export function tokenise(text: string, into: TokenSpans): TokenSpans {
  const { length } = text;
  if (into.letters.length < length) into.letters = new Uint16Array(length * 2);
  const { letters } = into;
  into.count = 0;
  let sentence = 0;
  for (let at = 0; at < length; at += 1) {
    let code = text.charCodeAt(at);
    let role = ROLES[code];
    if (role === WORD) {
      const start = at;
      let hash = HASH_START;
      do {
        letters[at] = code;
        hash = Math.imul(hash ^ code, HASH_FACTOR);
        at += 1;
        code = at < length ? text.charCodeAt(at) : END;
        role = ROLES[code];
      } while (role === WORD);
      into.push(start, at, sentence, hash);
    }
    if (role === SENTENCE_END || (role === FULL_STOP && endsSentence(text, at))) sentence += 1;
  }
  return into;
}

/** What stands after the last letter: it separates. */
const END = 32;

/** A full stop counts only before white space, so that `MG-5.4` and `2.5` stay in their sentence. */
function endsSentence(text: string, at: number): boolean {
  return at + 1 >= text.length || text.charCodeAt(at + 1) <= 32;
}
