import { PILLARS } from '../../../src/domain/pillar.ts';
import type { Lexicon } from '../../../src/scoring/lexicon.ts';
import { TermTable } from '../../../src/scoring/term-table.ts';
import { type TopicFeatures, topicFeatures } from '../../../src/scoring/topic-features.ts';
import { type PerTarget, TOPIC_TARGETS, type TopicTarget, type Weights } from '../../../src/scoring/weights.ts';
import type { Candidate } from './candidate-terms.ts';
import { type Example, fitLogistic } from './logistic-regression.ts';
import type { Lesson } from './training-set.ts';

/** How freely each kind of feature may be learned: the larger, the less it is held back. */
interface Freedom {
  term: { title: number; text: number };
  subject: { title: number; call: number; text: number };
  structure: number;
  /** A line of work is told by hundreds of topics, a family by a handful. */
  line: number;
  theme: { title: number; cityInText: number; pillarInText: number };
  /** How much all losses count against all restraint. */
  cost: number;
}

/**
 * Chosen by cross-validation over several groupings of calls, by year and by programme (see src/scoring/README.md). What a
 * pillar is about shows in its vocabulary, wherever it stands. What a city wants is less a matter of field and programme,
 * which change, than of the words of the text; how often
 * the curated city words stand there is what carries best from one programme to the next.
 */
const FREEDOM: Readonly<Record<'city' | 'pillar', Freedom>> = {
  city: {
    term: { title: 1, text: 2.8 },
    subject: { title: 0.5, call: 0.15, text: 0.35 },
    structure: 0.35,
    line: 0.35,
    theme: { title: 0.25, cityInText: 1, pillarInText: 0 },
    cost: 3,
  },
  pillar: {
    term: { title: 1, text: 3 },
    subject: { title: 1, call: 0.3, text: 0.7 },
    structure: 0.5,
    line: 1,
    theme: { title: 0.5, cityInText: 0, pillarInText: 0 },
    cost: 12,
  },
};
/** Terms of smaller weight are dropped, and the rest is learned anew without them. */
const KEPT_TERMS = 5000;
const DECIMALS = 100;
/** A pillar that fits even loosely is named; chosen on held-out calls between a wrong pillar and a missing one. */
const PRIMARY_FROM = { title: 0.23, text: 0.12 };

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
  const features = lessons.map(({ topic }) => topicFeatures(topic, table));
  const weights = emptyWeights(terms, table, corpusTopics);
  for (const [kind, targets] of TARGETS_OF) {
    const freedom = FREEDOM[kind];
    const names = new FeatureNames();
    const rows = features.map((one) => flatten(one, table, names, freedom));
    for (const target of targets) {
      const examples = lessons.flatMap(({ labels, weight }, i): Example[] => {
        const row = rows[i];
        const label = labels[target];
        return row === undefined || label === undefined ? [] : [{ ...row, label, weight }];
      });
      const { bias, weights: learned } = fitLogistic(examples, names.count, freedom.cost);
      weights.bias.title[target] = rounded(bias);
      weights.bias.text[target] = rounded(bias);
      names.each((name, i) => note(weights, name, target, learned[i] ?? 0, freedom));
    }
  }
  return weights;
}

const TARGETS_OF: readonly (readonly [kind: 'city' | 'pillar', targets: readonly TopicTarget[]])[] = [
  ['city', ['city']],
  ['pillar', PILLARS],
];

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
function flatten(
  features: TopicFeatures,
  table: TermTable,
  names: FeatureNames,
  freedom: Freedom,
): Pick<Example, 'indices' | 'values'> {
  const indices: number[] = [];
  const values: number[] = [];
  const put = (name: string, value: number): void => {
    if (value === 0) return;
    indices.push(names.number(name));
    values.push(value);
  };
  for (const hit of features.hits) {
    const { view, value } = hit;
    if (view !== 'call') put(`${view}|${table.of(hit).learned}`, value * freedom.term[view]);
  }
  for (const feature of features.structure) put(`structure|${feature}`, structureFreedom(feature, freedom));
  table.subjects.forEach((subject, s) => {
    put(`subject|title|${subject}`, (features.subjects.title[s] ?? 0) * freedom.subject.title);
    put(`subject|call|${subject}`, (features.subjects.call[s] ?? 0) * freedom.subject.call);
    put(`subject|text|${subject}`, (features.subjects.text[s] ?? 0) * freedom.subject.text);
  });
  for (const [theme, { value }] of features.themes) put(`theme|${theme}`, value * themeFreedom(theme, freedom));
  if (features.basis === 'text') put('hasText', 1);
  return { indices: Int32Array.from(indices), values: Float64Array.from(values) };
}

function structureFreedom(feature: string, { structure, line }: Freedom): number {
  return feature.startsWith('line:') ? line : structure;
}

function themeFreedom(theme: string, { theme: { title, cityInText, pillarInText } }: Freedom): number {
  if (theme === 'city in text') return cityInText;
  return theme.endsWith(' in text') ? pillarInText : title;
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
function note(weights: Weights, name: string, target: TopicTarget, learned: number, freedom: Freedom): void {
  const [kind = '', a = '', b = ''] = name.split('|');
  const set = (to: PerTarget | undefined, held: number): void => {
    const value = rounded(learned * held);
    if (to !== undefined && value !== 0) to[target] = value;
  };
  if (kind === 'hasText') {
    weights.bias.text[target] = rounded((weights.bias.text[target] ?? 0) + learned);
  } else if (kind === 'title' || kind === 'text') {
    set(weights.terms[Number(a)]?.[kind], freedom.term[kind]);
  } else if (kind === 'structure') {
    weights.structure[a] ??= {};
    set(weights.structure[a], structureFreedom(a, freedom));
  } else if (kind === 'theme') {
    weights.themes[a] ??= {};
    set(weights.themes[a], themeFreedom(a, freedom));
  } else if (a === 'title' || a === 'call' || a === 'text') {
    set(weights.subjects[b]?.[a], freedom.subject[a]);
  }
}

function rounded(value: number): number {
  return Math.round(value * DECIMALS) / DECIMALS || 0;
}
