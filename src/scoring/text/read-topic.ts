import type { ScorableTopic } from '../../domain/scoring.ts';
import { Matches, type TermIndex } from './term-index.ts';
import { type TextField, textFields, titleField, type View } from './text-field.ts';
import { TokenSpans, tokenise } from './tokenise.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A term found in one view of a topic: how often, and the place where it counts most (the first of them). */
export interface Hit {
  term: number;
  view: View;
  /** Occurrences, each counted by the weight of the field it stands in. */
  count: number;
  field: TextField;
  start: number;
  end: number;
  /** What it is worth as a learned term; set when all hits of the topic are known. */
  value: number;
}

export interface TopicReading {
  hits: Hit[];
  /** Words in the text view; 0 where the topic has only its title. */
  textWords: number;
}

/** Finds the known terms of a topic in one pass over its fields. Keeps its buffers from topic to topic. */
export class TopicReader {
  readonly #vocabulary: Vocabulary;
  readonly #index: TermIndex;
  /** By term, 1 for phrases that cancel the shorter terms they cover: in `electron transport` there is no `transport`. */
  readonly #cancelling: Uint8Array;
  readonly #spans = new TokenSpans();
  readonly #matches = new Matches();
  #ids = new Int32Array(4096);
  /** For each view and term: the place among the hits of the reading named in `#seenIn`. */
  readonly #hitAt: Record<View, Int32Array>;
  readonly #seenIn: Record<View, Int32Array>;
  #readings = 0;

  constructor(vocabulary: Vocabulary, index: TermIndex, cancelling: ReadonlySet<number>) {
    this.#vocabulary = vocabulary;
    this.#index = index;
    this.#cancelling = Uint8Array.from(index.terms, (_, term) => (cancelling.has(term) ? 1 : 0));
    this.#hitAt = perView(() => new Int32Array(index.terms.length));
    this.#seenIn = perView(() => new Int32Array(index.terms.length));
  }

  read(topic: ScorableTopic): TopicReading {
    return this.#readFields(textFields(topic));
  }

  readTitle(title: string): TopicReading {
    return this.#readFields([titleField(title)]);
  }

  #readFields(fields: readonly TextField[]): TopicReading {
    this.#readings += 1;
    const reading: TopicReading = { hits: [], textWords: 0 };
    for (const field of fields) this.#readField(field, reading);
    return reading;
  }

  #readField(field: TextField, reading: TopicReading): void {
    const spans = this.#tokenise(field.text);
    if (field.view === 'text') reading.textWords += spans.count;
    const matches = this.#index.find(this.#ids, spans, this.#matches);
    const cancelled = this.#cancelledSpans(matches);
    for (let i = 0; i < matches.count; i += 1) {
      const first = matches.firsts[i] ?? 0;
      const last = matches.lasts[i] ?? 0;
      if (cancelled.length > 0 && isWithin(cancelled, first, last)) continue;
      this.#note(matches.terms[i] ?? 0, field, spans.starts[first] ?? 0, spans.ends[last] ?? 0, reading.hits);
    }
  }

  #tokenise(text: string): TokenSpans {
    const spans = tokenise(text, this.#spans);
    if (this.#ids.length < spans.count) this.#ids = new Int32Array(spans.count * 2);
    for (let i = 0; i < spans.count; i += 1) this.#ids[i] = this.#vocabulary.idOf(text, spans, i);
    return spans;
  }

  /** Pairs of first and last token that an anti-context phrase covers. */
  #cancelledSpans(matches: Matches): number[] {
    const covered: number[] = [];
    for (let i = 0; i < matches.count; i += 1) {
      if (this.#cancelling[matches.terms[i] ?? 0] === 1) covered.push(matches.firsts[i] ?? 0, matches.lasts[i] ?? 0);
    }
    return covered;
  }

  #note(term: number, field: TextField, start: number, end: number, hits: Hit[]): void {
    const { view, weight } = field;
    if (this.#seenIn[view][term] !== this.#readings) {
      this.#seenIn[view][term] = this.#readings;
      this.#hitAt[view][term] = hits.length;
      hits.push({ term, view, count: weight, field, start, end, value: 0 });
      return;
    }
    const known = hits[this.#hitAt[view][term] ?? 0];
    if (known === undefined) return;
    known.count += weight;
    if (weight > known.field.weight) {
      known.field = field;
      known.start = start;
      known.end = end;
    }
  }
}

function perView<T>(make: () => T): Record<View, T> {
  return { title: make(), call: make(), text: make() };
}

/** True where a longer cancelling phrase covers the tokens; the phrase itself may well be a term. */
function isWithin(covered: readonly number[], first: number, last: number): boolean {
  for (let i = 0; i < covered.length; i += 2) {
    const from = covered[i] ?? 0;
    const to = covered[i + 1] ?? 0;
    if (first >= from && last <= to && last - first < to - from) return true;
  }
  return false;
}
