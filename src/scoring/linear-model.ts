import type { Evidence } from '../domain/scoring.ts';
import { roundWeight } from './recompute.ts';
import type { KnownTerm, TermTable } from './term-table.ts';
import type { Hit } from './text/read-topic.ts';
import type { View } from './text/text-field.ts';
import { type TopicFeatures, themeAmount, themesOf } from './topic-features.ts';
import { type PerTarget, TOPIC_TARGETS, type TopicTarget, type Weights } from './weights.ts';

const TARGETS = TOPIC_TARGETS.length;
/** A contribution smaller than this tells a reader nothing; it is left out of the evidence *and* of the sum. */
const NEGLIGIBLE = 0.02;
/**
 * Only the strongest phrases of a target count, so that the reasons stay few enough to be read. What a city wants is told by
 * many small words, a pillar by its few large ones.
 */
const STRONGEST = { city: 60, pillar: 24 };

/** The learned weights, laid out as plain numbers: for each thing one row with a column a target. */
export class LinearModel {
  readonly #weights: Weights;
  readonly #terms: TermTable;
  readonly #titleTerms: Float64Array;
  readonly #textTerms: Float64Array;
  readonly #subjects: Record<View, Float64Array>;
  readonly #themeRows: ReadonlyMap<string, Float64Array>;

  constructor(weights: Weights, table: TermTable) {
    this.#weights = weights;
    this.#terms = table;
    this.#titleTerms = rows(weights.terms.map((term) => term.title));
    this.#textTerms = rows(weights.terms.map((term) => term.text));
    this.#themeRows = new Map(Object.entries(weights.themes).map(([name, row]) => [name, rows([row])]));
    const subjects = (view: View): Float64Array =>
      rows(table.subjects.map((subject) => weights.subjects[subject]?.[view] ?? {}));
    this.#subjects = { title: subjects('title'), call: subjects('call'), text: subjects('text') };
  }

  /** Everything that speaks for or against each target: the base rate, what the identifier tells, then the phrases. */
  evidence(features: TopicFeatures): Evidence[] {
    const phrases = this.#phrases(features);
    return TOPIC_TARGETS.flatMap((target, t) => [
      this.#bias(features, target),
      ...this.#structural(features, target),
      ...strongest(phrases[t] ?? [], target === 'city' ? STRONGEST.city : STRONGEST.pillar).map(({ hit, weight }) =>
        phraseEvidence(hit, target, weight),
      ),
    ]);
  }

  #bias({ basis }: TopicFeatures, target: TopicTarget): Evidence {
    const weight = roundWeight(this.#weights.bias[basis][target] ?? 0);
    return { target, phrase: `base rate, ${basis}`, field: 'bias', start: null, end: null, weight };
  }

  #structural({ structure, basis }: TopicFeatures, target: TopicTarget): Evidence[] {
    const items: Evidence[] = [];
    const scale = this.#weights.scale[basis][target] ?? 1;
    for (const feature of structure) {
      const weight = roundWeight((this.#weights.structure[feature]?.[target] ?? 0) * scale);
      if (weight === 0) continue;
      const colon = feature.indexOf(':');
      const [field, phrase] = [feature.slice(0, colon), feature.slice(colon + 1)];
      items.push({ target, phrase, field, start: null, end: null, weight });
    }
    return items;
  }

  /** For each target the phrases that count: what was learned of the term, and its part in its subjects and themes. */
  #phrases(features: TopicFeatures): WeighedHit[][] {
    const found: WeighedHit[][] = TOPIC_TARGETS.map(() => []);
    const scales = TOPIC_TARGETS.map((target) => this.#weights.scale[features.basis][target] ?? 1);
    const shares = this.#subjectShares(features);
    const sums = new Float64Array(TARGETS);
    for (const hit of features.hits) {
      sums.fill(0);
      const known = this.#terms.of(hit);
      this.#addLearned(sums, hit, known);
      for (const subject of known.subjects) addRow(sums, shares[hit.view], subject, hit.count * known.subjectCount);
      if (known.entries.length > 0) this.#addThemes(sums, hit, known, features);
      for (let t = 0; t < TARGETS; t += 1) {
        const weight = (sums[t] ?? 0) * (scales[t] ?? 1);
        if (weight >= NEGLIGIBLE || weight <= -NEGLIGIBLE) found[t]?.push({ hit, weight: roundWeight(weight) });
      }
    }
    return found;
  }

  #addLearned(sums: Float64Array, { view, value }: Hit, { learned }: KnownTerm): void {
    if (value === 0) return;
    addRow(sums, view === 'title' ? this.#titleTerms : this.#textTerms, learned, value);
  }

  /** What one occurrence of a subject adds, by view and target: the subject's say divided among its words. */
  #subjectShares({ counts, subjects }: TopicFeatures): Record<View, Float64Array> {
    const share = (view: View): Float64Array => {
      const learned = this.#subjects[view];
      const shares = new Float64Array(learned.length);
      for (let subject = 0; subject < counts[view].length; subject += 1) {
        const count = counts[view][subject] ?? 0;
        if (count > 0) addRow(shares, learned, subject, (subjects[view][subject] ?? 0) / count, subject * TARGETS);
      }
      return shares;
    };
    return { title: share('title'), call: share('call'), text: share('text') };
  }

  #addThemes(sums: Float64Array, hit: Hit, { entries }: KnownTerm, { themes, besideCity }: TopicFeatures): void {
    for (const entry of entries) {
      for (const name of themesOf(entry, hit.view, besideCity)) {
        const theme = themes.get(name);
        const row = this.#themeRows.get(name);
        if (theme === undefined || row === undefined) continue;
        addRow(sums, row, 0, (theme.value * themeAmount(entry, hit)) / theme.total);
      }
    }
  }
}

interface WeighedHit {
  hit: Hit;
  weight: number;
}

function rows(entries: readonly PerTarget[]): Float64Array {
  const table = new Float64Array(entries.length * TARGETS);
  entries.forEach((entry, i) => {
    TOPIC_TARGETS.forEach((target, t) => {
      table[i * TARGETS + t] = entry[target] ?? 0;
    });
  });
  return table;
}

/** Adds a row of the table to the sums, which begin at `to`. */
function addRow(sums: Float64Array, table: Float64Array, row: number, factor: number, to = 0): void {
  const from = row * TARGETS;
  for (let t = 0; t < TARGETS; t += 1) sums[to + t] = (sums[to + t] ?? 0) + (table[from + t] ?? 0) * factor;
}

function strongest(items: WeighedHit[], count: number): WeighedHit[] {
  const sorted = items.sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
  return sorted.length > count ? sorted.slice(0, count) : sorted;
}

function phraseEvidence(hit: Hit, target: TopicTarget, weight: number): Evidence {
  const { field, start, end } = hit;
  return { target, phrase: field.text.slice(start, end), field: field.name, start, end, weight };
}
