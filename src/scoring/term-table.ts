import type { Lexicon, LexiconEntry } from './lexicon.ts';
import { TopicReader } from './text/read-topic.ts';
import { TermIndex } from './text/term-index.ts';
import { Vocabulary } from './text/vocabulary.ts';

/** What is known of a term: its place among the learned ones, its rarity, and what the lexicon says of it. */
export interface KnownTerm {
  /** Index among the learned terms; -1 where it is only curated. */
  learned: number;
  /** Rare words tell more: the inverse document frequency. */
  rarity: number;
  /** Numbers of the subjects it tells, and how much an occurrence counts for them. */
  subjects: number[];
  subjectCount: number;
  entries: LexiconEntry[];
}

/** A phrase of several words is surer than a single one. */
const PHRASE_COUNT = 1.5;

const NOTHING_KNOWN: KnownTerm = { learned: -1, rarity: 1, subjects: [], subjectCount: 1, entries: [] };

/** All terms, learned and curated, in one index. */
export class TermTable {
  readonly subjects: readonly string[];
  /** Number of the subject whose presence makes an ambiguous word count. */
  readonly citySubject: number;
  readonly known: KnownTerm[] = [];
  readonly reader: TopicReader;
  readonly #index: TermIndex;

  constructor(lexicon: Lexicon, learned: readonly { term: string; topics: number }[], corpusTopics: number) {
    const vocabulary = new Vocabulary();
    this.#index = new TermIndex(vocabulary);
    this.subjects = Object.keys(lexicon.subjects);
    this.citySubject = this.subjects.indexOf('city');
    learned.forEach(({ term, topics }, i) => {
      const known = this.#at(term);
      known.learned = i;
      known.rarity = Math.log((corpusTopics + 1) / (topics + 1)) + 1;
    });
    for (const entry of lexicon.entries) this.#at(entry.term).entries.push(entry);
    this.subjects.forEach((subject, i) => {
      for (const term of lexicon.subjects[subject] ?? []) this.#tells(term, i);
    });
    const cancelling = new Set(lexicon.antiContext.map((phrase) => this.#number(phrase)));
    this.reader = new TopicReader(vocabulary, this.#index, cancelling);
  }

  /** What is known of the term that was found. */
  of({ term }: { term: number }): KnownTerm {
    return this.known[term] ?? NOTHING_KNOWN;
  }

  #number(term: string): number {
    const number = this.#index.add(term);
    this.known[number] ??= { learned: -1, rarity: 1, subjects: [], subjectCount: 1, entries: [] };
    return number;
  }

  #at(term: string): KnownTerm {
    const known = this.known[this.#number(term)];
    if (known === undefined) throw new RangeError(`unknown term: ${term}`);
    return known;
  }

  #tells(term: string, subject: number): void {
    const known = this.#at(term);
    if (!known.subjects.includes(subject)) known.subjects.push(subject);
    if (/[\s-]/.test(term)) known.subjectCount = PHRASE_COUNT;
  }
}
