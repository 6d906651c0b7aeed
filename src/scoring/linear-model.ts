import type { Evidence } from '../domain/scoring.ts';
import { roundWeight, weightOf, weightSteps } from './recompute.ts';
import { Strongest } from './strongest.ts';
import type { KnownTerm, TermTable } from './term-table.ts';
import type { Hit } from './text/read-topic.ts';
import type { View } from './text/text-field.ts';
import { type TopicFeatures, themeAmount, themesOf } from './topic-features.ts';
import { addRow, rows, TARGETS } from './weight-rows.ts';
import { type PerTarget, TOPIC_TARGETS, type TopicTarget, type Weights } from './weights.ts';

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
  readonly #structure: ReadonlyMap<string, StructuralWeights>;
  /** By target, the phrases of the topic in hand. */
  readonly #found = TOPIC_TARGETS.map((target) => new Strongest(STRONGEST[target === 'city' ? 'city' : 'pillar']));

  constructor(weights: Weights, table: TermTable) {
    this.#weights = weights;
    this.#terms = table;
    this.#titleTerms = rows(weights.terms.map((term) => term.title));
    this.#textTerms = rows(weights.terms.map((term) => term.text));
    this.#themeRows = new Map(Object.entries(weights.themes).map(([name, row]) => [name, rows([row])]));
    this.#structure = new Map(
      Object.entries(weights.structure).map(([name, row]) => [name, structuralWeights(name, row)]),
    );
    const subjects = (view: View): Float64Array =>
      rows(table.subjects.map((subject) => weights.subjects[subject]?.[view] ?? {}));
    this.#subjects = { title: subjects('title'), call: subjects('call'), text: subjects('text') };
  }

  /** Everything that speaks for or against each target: the base rate, what the identifier tells, then the phrases. */
  evidence(features: TopicFeatures): Evidence[] {
    this.#weighPhrases(features);
    const structure = features.structure.flatMap((name) => this.#structure.get(name) ?? []);
    const phrases: string[] = [];
    const evidence: Evidence[] = [];
    TOPIC_TARGETS.forEach((target, t) => {
      evidence.push(this.#bias(features, target));
      this.#addStructural(structure, features, t, evidence);
      const found = this.#found[t];
      for (let rank = 0; found !== undefined && rank < found.count; rank += 1) {
        const place = found.placeAt(rank);
        const hit = features.hits[place];
        if (hit === undefined) continue;
        const { field, start, end } = hit;
        phrases[place] ??= field.text.slice(start, end);
        const phrase = phrases[place];
        evidence.push({ target, phrase, field: field.name, start, end, weight: weightOf(found.stepsAt(rank)) });
      }
    });
    return evidence;
  }

  #bias({ basis }: TopicFeatures, target: TopicTarget): Evidence {
    const weight = roundWeight(this.#weights.bias[basis][target] ?? 0);
    return { target, phrase: `base rate, ${basis}`, field: 'bias', start: null, end: null, weight };
  }

  #addStructural(
    structure: readonly StructuralWeights[],
    { basis }: TopicFeatures,
    t: number,
    evidence: Evidence[],
  ): void {
    const target = TOPIC_TARGETS[t] ?? 'city';
    const scale = this.#weights.scale[basis][target] ?? 1;
    for (const { field, phrase, row } of structure) {
      const weight = roundWeight((row[t] ?? 0) * scale);
      if (weight !== 0) evidence.push({ target, phrase, field, start: null, end: null, weight });
    }
  }

  /** For each target the phrases that count: what was learned of the term, and its part in its subjects and themes. */
  #weighPhrases(features: TopicFeatures): void {
    for (const found of this.#found) found.clear();
    const scales = TOPIC_TARGETS.map((target) => this.#weights.scale[features.basis][target] ?? 1);
    const shares = this.#subjectShares(features);
    const sums = new Float64Array(TARGETS);
    for (let place = 0; place < features.hits.length; place += 1) {
      const hit = features.hits[place];
      if (hit === undefined) continue;
      for (let t = 0; t < TARGETS; t += 1) sums[t] = 0;
      const known = this.#terms.of(hit);
      this.#addLearned(sums, hit, known);
      for (const subject of known.subjects) addRow(sums, shares[hit.view], subject, hit.count * known.subjectCount);
      if (known.entries.length > 0) this.#addThemes(sums, hit, known, features);
      for (let t = 0; t < TARGETS; t += 1) {
        const weight = (sums[t] ?? 0) * (scales[t] ?? 1);
        if (weight >= NEGLIGIBLE || weight <= -NEGLIGIBLE) this.#found[t]?.add(place, weightSteps(weight));
      }
    }
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

interface StructuralWeights {
  field: string;
  phrase: string;
  row: Float64Array;
}

/** A feature is named `kind:value`, and so is its evidence. */
function structuralWeights(name: string, row: PerTarget): StructuralWeights {
  const colon = name.indexOf(':');
  return { field: name.slice(0, colon), phrase: name.slice(colon + 1), row: rows([row]) };
}
