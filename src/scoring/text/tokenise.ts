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

/** Splits a text at everything that is no letter or digit. One pass, no regular expression. */
export function tokenise(text: string, into: TokenSpans): TokenSpans {
  into.count = 0;
  let start = -1;
  let sentence = 0;
  let hash = HASH_START;
  for (let at = 0; at <= text.length; at += 1) {
    const code = at < text.length ? text.charCodeAt(at) : 0;
    if (isWordCode(code)) {
      if (start < 0) {
        start = at;
        hash = HASH_START;
      }
      hash = Math.imul(hash ^ code, HASH_FACTOR);
      continue;
    }
    if (start >= 0) into.push(start, at, sentence, hash);
    start = -1;
    if (endsSentence(code, text, at)) sentence += 1;
  }
  return into;
}

function isWordCode(code: number): boolean {
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
  return code >= 0xc0 && code <= 0x24f && code !== 0xd7 && code !== 0xf7;
}

/** A full stop counts only before white space, so that `MG-5.4` and `2.5` stay in their sentence. */
function endsSentence(code: number, text: string, at: number): boolean {
  switch (code) {
    case 10: // line feed
    case 33: // !
    case 59: // ;
    case 63: // ?
      return true;
    case 46: // .
      return at + 1 >= text.length || text.charCodeAt(at + 1) <= 32;
    default:
      return false;
  }
}
