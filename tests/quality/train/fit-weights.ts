import type { Lexicon } from '../../../src/scoring/lexicon.ts';
import { TermTable } from '../../../src/scoring/term-table.ts';
import { type TopicFeatures, topicFeatures } from '../../../src/scoring/topic-features.ts';
import { type PerTarget, TOPIC_TARGETS, type TopicTarget, type Weights } from '../../../src/scoring/weights.ts';
import type { Candidate } from './candidate-terms.ts';
import { type Example, fitLogistic } from './logistic-regression.ts';
import type { Lesson } from './training-set.ts';

/**
 * How freely each kind of feature may be learned: the larger, the less it is held back. Curated subjects describe many
 * topics at once and may say more than a single word; chosen by cross-validation (see src/scoring/README.md).
 */
const FREEDOM = {
  term: { title: 1, text: 1 },
  subject: { title: 1, call: 0.3, text: 0.7 },
  structure: 0.5,
  theme: 0.5,
};
const COST = { city: 4, pillar: 6 };
/** Terms of smaller weight are dropped, and the rest is learned anew without them. */
const KEPT_TERMS = 5000;
const DECIMALS = 100;
/** A pillar that fits even loosely is named; chosen on held-out calls between a wrong pillar and a missing one. */
const PRIMARY_FROM = { title: 0.18, text: 0.12 };

export interface FitInput {
  lessons: readonly Lesson[];
  lexicon: Lexicon;
  candidates: readonly Candidate[];
  corpusTopics: number;
}

/** Learns all weights from the lessons. The same lessons give the same weights. */
export function fitWeights(input: FitInput): Weights {
  const first = fitTerms(input, lessonTerms(input));
  const kept = strongestTerms(first.terms, KEPT_TERMS);
  return fitTerms(input, kept);
}

/** A term that fewer than three lessons hold cannot be learned. */
function lessonTerms({ lessons, lexicon, candidates, corpusTopics }: FitInput): Candidate[] {
  const table = new TermTable(lexicon, candidates, corpusTopics);
  const seen = new Int32Array(candidates.length);
  for (const { topic } of lessons) {
    const found = new Set(topicFeatures(topic, table).hits.map((hit) => table.of(hit).learned));
    for (const i of found) if (i >= 0) seen[i] = (seen[i] ?? 0) + 1;
  }
  return candidates.filter((_, i) => (seen[i] ?? 0) >= 3);
}

function strongestTerms(terms: Weights['terms'], count: number): Candidate[] {
  const strength = (term: Weights['terms'][number]): number =>
    Math.max(...TOPIC_TARGETS.map((t) => Math.max(Math.abs(term.title[t] ?? 0), Math.abs(term.text[t] ?? 0))));
  return [...terms]
    .sort((a, b) => strength(b) - strength(a))
    .slice(0, count)
    .sort((a, b) => (a.term < b.term ? -1 : 1));
}

function fitTerms({ lessons, lexicon, corpusTopics }: FitInput, terms: readonly Candidate[]): Weights {
  const table = new TermTable(lexicon, terms, corpusTopics);
  const names = new FeatureNames();
  const rows = lessons.map(({ topic }) => flatten(topicFeatures(topic, table), table, names));
  const weights = emptyWeights(terms, table, corpusTopics);
  for (const target of TOPIC_TARGETS) {
    const examples = lessons.flatMap(({ labels, weight }, i): Example[] => {
      const row = rows[i];
      const label = labels[target];
      return row === undefined || label === undefined ? [] : [{ ...row, label, weight }];
    });
    const cost = target === 'city' ? COST.city : COST.pillar;
    const { bias, weights: learned } = fitLogistic(examples, names.count, cost);
    weights.bias.title[target] = rounded(bias);
    weights.bias.text[target] = rounded(bias);
    names.each((name, i) => note(weights, name, target, learned[i] ?? 0));
  }
  return weights;
}

/** Features by name, numbered as they come. */
class FeatureNames {
  readonly #numbers = new Map<string, number>();

  get count(): number {
    return this.#numbers.size;
  }

  number(name: string): number {
    const known = this.#numbers.get(name);
    if (known !== undefined) return known;
    this.#numbers.set(name, this.#numbers.size);
    return this.#numbers.size - 1;
  }

  each(visit: (name: string, number: number) => void): void {
    for (const [name, number] of this.#numbers) visit(name, number);
  }
}

/** The features as one sparse row; names are `kind|…`, as `note` reads them back. */
function flatten(features: TopicFeatures, table: TermTable, names: FeatureNames): Pick<Example, 'indices' | 'values'> {
  const indices: number[] = [];
  const values: number[] = [];
  const put = (name: string, value: number): void => {
    if (value === 0) return;
    indices.push(names.number(name));
    values.push(value);
  };
  for (const hit of features.hits) {
    const { view, value } = hit;
    if (view !== 'call') put(`${view}|${table.of(hit).learned}`, value * FREEDOM.term[view]);
  }
  for (const feature of features.structure) put(`structure|${feature}`, FREEDOM.structure);
  table.subjects.forEach((subject, s) => {
    put(`subject|title|${subject}`, (features.subjects.title[s] ?? 0) * FREEDOM.subject.title);
    put(`subject|call|${subject}`, (features.subjects.call[s] ?? 0) * FREEDOM.subject.call);
    put(`subject|text|${subject}`, (features.subjects.text[s] ?? 0) * FREEDOM.subject.text);
  });
  for (const [theme, { value }] of features.themes) put(`theme|${theme}`, value * FREEDOM.theme);
  if (features.basis === 'text') put('hasText', 1);
  return { indices: Int32Array.from(indices), values: Float64Array.from(values) };
}

function emptyWeights(terms: readonly Candidate[], table: TermTable, corpusTopics: number): Weights {
  return {
    version: '',
    note: '',
    corpusTopics,
    bias: { title: {}, text: {} },
    scale: { title: {}, text: {} },
    primaryFrom: PRIMARY_FROM,
    structure: {},
    subjects: Object.fromEntries(table.subjects.map((name) => [name, { title: {}, call: {}, text: {} }])),
    themes: {},
    terms: terms.map(({ term, topics }) => ({ term, topics, title: {}, text: {} })),
  };
}

/** Writes a learned weight to its place, undoing the freedom of its kind. */
function note(weights: Weights, name: string, target: TopicTarget, learned: number): void {
  const [kind = '', a = '', b = ''] = name.split('|');
  const set = (to: PerTarget | undefined, freedom: number): void => {
    const value = rounded(learned * freedom);
    if (to !== undefined && value !== 0) to[target] = value;
  };
  if (kind === 'hasText') {
    weights.bias.text[target] = rounded((weights.bias.text[target] ?? 0) + learned);
  } else if (kind === 'title' || kind === 'text') {
    set(weights.terms[Number(a)]?.[kind], FREEDOM.term[kind]);
  } else if (kind === 'structure') {
    weights.structure[a] ??= {};
    set(weights.structure[a], FREEDOM.structure);
  } else if (kind === 'theme') {
    weights.themes[a] ??= {};
    set(weights.themes[a], FREEDOM.theme);
  } else if (a === 'title' || a === 'call' || a === 'text') {
    set(weights.subjects[b]?.[a], FREEDOM.subject[a]);
  }
}

function rounded(value: number): number {
  return Math.round(value * DECIMALS) / DECIMALS || 0;
}
