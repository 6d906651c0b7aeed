import { Edges } from './edges.ts';
import { stem } from './stem.ts';
import { STOP_WORDS } from './stop-words.ts';
import { TokenSpans, tokenise } from './tokenise.ts';
import { STOP_WORD, UNKNOWN_WORD, type Vocabulary } from './vocabulary.ts';

/** Terms found in a text: of the i-th its number and the first and last token it covers. Used again for the next text. */
export class Matches {
  count = 0;
  terms = new Int32Array(4096);
  firsts = new Int32Array(4096);
  lasts = new Int32Array(4096);

  push(term: number, first: number, last: number): void {
    if (this.count === this.terms.length) this.#grow();
    this.terms[this.count] = term;
    this.firsts[this.count] = first;
    this.lasts[this.count] = last;
    this.count += 1;
  }

  #grow(): void {
    for (const name of ['terms', 'firsts', 'lasts'] as const) {
      const larger = new Int32Array(this[name].length * 2);
      larger.set(this[name]);
      this[name] = larger;
    }
  }
}

const NO_TERM = -1;

/**
 * All known terms as one trie over word ids. A text is read once, whatever the number of terms: at each word the trie is
 * followed as deep as it matches, stepping over stop words, never across the end of a sentence.
 */
export class TermIndex {
  readonly terms: string[] = [];
  readonly #vocabulary: Vocabulary;
  /** For each word the node it begins; all other steps from node to node lie in `#edges`. 0 = none. */
  #first = new Int32Array(1024);
  readonly #edges = new Edges();
  readonly #termAt: number[] = [NO_TERM];

  constructor(vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary;
  }

  /** Adds a term by its words as written (`quality of life`) or stemmed; the same words give the same number. */
  add(term: string): number {
    const words = stemsOf(term);
    if (words.length === 0) throw new RangeError(`a term needs a word that is no stop word: "${term}"`);
    let node = 0;
    for (const word of words) node = this.#child(node, this.#vocabulary.add(word));
    const known = this.#termAt[node] ?? NO_TERM;
    if (known !== NO_TERM) return known;
    this.#termAt[node] = this.terms.length;
    this.terms.push(term);
    return this.terms.length - 1;
  }

  /** Collects every term in the text, in the order of its first word, shorter ones first. */
  find(ids: Int32Array, spans: TokenSpans, into: Matches): Matches {
    into.count = 0;
    for (let first = 0; first < spans.count; first += 1) {
      const id = ids[first] ?? UNKNOWN_WORD;
      if (id < 0) continue;
      const node = this.#first[id] ?? 0;
      if (node === 0) continue;
      const term = this.#termAt[node] ?? NO_TERM;
      if (term !== NO_TERM) into.push(term, first, first);
      if (this.#edges.leadOn(node)) this.#follow(node, first, ids, spans, into);
    }
    return into;
  }

  #follow(from: number, first: number, ids: Int32Array, spans: TokenSpans, into: Matches): void {
    let node = from;
    const sentence = spans.sentences[first];
    for (let at = first + 1; at < spans.count && spans.sentences[at] === sentence; at += 1) {
      const id = ids[at] ?? UNKNOWN_WORD;
      if (id === STOP_WORD) continue;
      if (id < 0) return;
      node = this.#edges.next(node, id);
      if (node === 0) return;
      const term = this.#termAt[node] ?? NO_TERM;
      if (term !== NO_TERM) into.push(term, first, at);
      if (!this.#edges.leadOn(node)) return;
    }
  }

  #child(node: number, word: number): number {
    const known = node === 0 ? (this.#first[word] ?? 0) : this.#edges.next(node, word);
    if (known !== 0) return known;
    const child = this.#termAt.length;
    this.#termAt.push(NO_TERM);
    if (node === 0) this.#setFirst(word, child);
    else this.#edges.add(node, word, child);
    return child;
  }

  #setFirst(word: number, child: number): void {
    if (word >= this.#first.length) {
      const larger = new Int32Array(Math.max(word + 1, this.#first.length * 2));
      larger.set(this.#first);
      this.#first = larger;
    }
    this.#first[word] = child;
  }
}

const termSpans = new TokenSpans();

/** The stems of a term, without stop words. */
export function stemsOf(term: string): string[] {
  const spans = tokenise(term, termSpans);
  const stems: string[] = [];
  for (let i = 0; i < spans.count; i += 1) {
    const word = term.slice(spans.starts[i], spans.ends[i]);
    const stemmed = stem(word);
    if (!STOP_WORDS.has(stemmed) && !STOP_WORDS.has(word.toLowerCase())) stems.push(stemmed);
  }
  return stems;
}
