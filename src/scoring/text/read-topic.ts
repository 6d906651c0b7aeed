import type { ScorableTopic } from '../../domain/scoring.ts';
import type { TermIndex } from './term-index.ts';
import { type TextField, textFields, VIEWS } from './text-field.ts';
import { TokenSpans, tokenise } from './tokenise.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A term found in one view of a topic, at the place where it counts most (the first of them). */
export interface Hit {
  term: number;
  /** Index into `VIEWS`. */
  view: number;
  weight: number;
  field: TextField;
  start: number;
  end: number;
}

export interface TopicReading {
  fields: TextField[];
  hits: Hit[];
}

/** Finds the known terms of a topic in one pass over its fields. Keeps its buffers from topic to topic. */
export class TopicReader {
  readonly #vocabulary: Vocabulary;
  readonly #index: TermIndex;
  /** Numbers of the terms that cancel what they cover: `electron transport` is no transport. */
  readonly #cancelling: ReadonlySet<number>;
  readonly #spans = new TokenSpans();
  #ids = new Int32Array(4096);
  /** For each view and term: in which reading it was last seen, and at which place among its hits. */
  readonly #seenIn: Int32Array[];
  readonly #hitAt: Int32Array[];
  #readings = 0;

  constructor(vocabulary: Vocabulary, index: TermIndex, cancelling: ReadonlySet<number>) {
    this.#vocabulary = vocabulary;
    this.#index = index;
    this.#cancelling = cancelling;
    this.#seenIn = VIEWS.map(() => new Int32Array(index.terms.length));
    this.#hitAt = VIEWS.map(() => new Int32Array(index.terms.length));
  }

  read(topic: ScorableTopic): TopicReading {
    this.#readings += 1;
    const reading: TopicReading = { fields: textFields(topic), hits: [] };
    for (const field of reading.fields) this.#readField(field, reading.hits);
    return reading;
  }

  #readField(field: TextField, hits: Hit[]): void {
    const spans = tokenise(field.text, this.#spans);
    if (this.#ids.length < spans.count) this.#ids = new Int32Array(spans.count * 2);
    for (let i = 0; i < spans.count; i += 1) {
      this.#ids[i] = this.#vocabulary.idOf(field.text.slice(spans.starts[i], spans.ends[i]));
    }
    const cancelled = this.#cancelledSpans();
    const view = VIEWS.indexOf(field.view);
    this.#index.find(this.#ids, spans, (term, first, last) => {
      if (this.#cancelling.has(term) || isInside(cancelled, first, last)) return;
      this.#note(
        { term, view, weight: field.weight, field, start: spans.starts[first] ?? 0, end: spans.ends[last] ?? 0 },
        hits,
      );
    });
  }

  /** Pairs of first and last token that an anti-context phrase covers. */
  #cancelledSpans(): number[] {
    const covered: number[] = [];
    if (this.#cancelling.size === 0) return covered;
    this.#index.find(this.#ids, this.#spans, (term, first, last) => {
      if (this.#cancelling.has(term)) covered.push(first, last);
    });
    return covered;
  }

  #note(hit: Hit, hits: Hit[]): void {
    const seenIn = this.#seenIn[hit.view];
    const hitAt = this.#hitAt[hit.view];
    if (seenIn === undefined || hitAt === undefined) return;
    if (seenIn[hit.term] !== this.#readings) {
      seenIn[hit.term] = this.#readings;
      hitAt[hit.term] = hits.length;
      hits.push(hit);
      return;
    }
    const at = hitAt[hit.term] ?? 0;
    const known = hits[at];
    if (known !== undefined && hit.weight > known.weight) hits[at] = hit;
  }
}

function isInside(covered: readonly number[], first: number, last: number): boolean {
  for (let i = 0; i < covered.length; i += 2) {
    if (first >= (covered[i] ?? 0) && last <= (covered[i + 1] ?? 0)) return true;
  }
  return false;
}
