import type { Evidence } from '../domain/scoring.ts';
import { roundWeight } from './recompute.ts';
import type { Hit, TopicReading } from './text/read-topic.ts';
import { VIEWS } from './text/text-field.ts';
import { type PerTarget, TOPIC_TARGETS, type Weights } from './weights.ts';

const TARGETS = TOPIC_TARGETS.length;
/** A contribution smaller than this says nothing to a reader; it is left out of the evidence *and* of the sum. */
const NEGLIGIBLE = 0.02;
/** Only the strongest phrases of a target count, so that a long text has no more say than a person would give it. */
export const STRONGEST = 40;

/** The weights laid out for speed: for each term, view and target one number. */
export class LinearModel {
  readonly #table: Float64Array;
  readonly #weights: Weights;

  /** `termNumbers[i]` is the number in the term index of `weights.terms[i]`. */
  constructor(weights: Weights, termNumbers: readonly number[]) {
    this.#weights = weights;
    this.#table = new Float64Array((Math.max(-1, ...termNumbers) + 1) * VIEWS.length * TARGETS);
    weights.terms.forEach((entry, i) => {
      VIEWS.forEach((view, v) => {
        TOPIC_TARGETS.forEach((target, t) => {
          this.#table[offset(termNumbers[i] ?? 0, v) + t] = entry[view][target] ?? 0;
        });
      });
    });
  }

  /** Everything that speaks for or against each target, the strongest first. */
  evidence(reading: TopicReading, structure: readonly string[]): Evidence[] {
    const scale = viewScales(reading);
    const base = reading.fields.some((field) => field.view === 'text') ? 'text' : 'title';
    return TOPIC_TARGETS.flatMap((target, t) => [
      {
        target,
        phrase: `base rate, ${base}`,
        field: 'bias',
        start: null,
        end: null,
        weight: bias(this.#weights, base, target),
      },
      ...this.#structural(structure, target),
      ...strongest(this.#phrases(reading.hits, scale, t)).map(({ hit, weight }) => phraseEvidence(hit, target, weight)),
    ]);
  }

  #structural(structure: readonly string[], target: (typeof TOPIC_TARGETS)[number]): Evidence[] {
    const items: Evidence[] = [];
    for (const feature of structure) {
      const weight = roundWeight(this.#weights.structure[feature]?.[target] ?? 0);
      if (weight === 0) continue;
      const [field = '', phrase = ''] = feature.split(':');
      items.push({ target, phrase, field, start: null, end: null, weight });
    }
    return items;
  }

  #phrases(hits: readonly Hit[], scale: readonly number[], t: number): { hit: Hit; weight: number }[] {
    const found: { hit: Hit; weight: number }[] = [];
    for (const hit of hits) {
      const learned = this.#table[offset(hit.term, hit.view) + t] ?? 0;
      if (learned === 0) continue;
      const weight = learned * hit.weight * (scale[hit.view] ?? 0);
      if (Math.abs(weight) >= NEGLIGIBLE) found.push({ hit, weight: roundWeight(weight) });
    }
    return found;
  }
}

function bias(weights: Weights, base: 'title' | 'text', target: keyof PerTarget): number {
  return roundWeight(weights.bias[base][target] ?? 0);
}

/** Many words share their say: each view is divided by the root of how many terms were found in it. */
function viewScales(reading: TopicReading): number[] {
  const found = VIEWS.map(() => 0);
  for (const hit of reading.hits) found[hit.view] = (found[hit.view] ?? 0) + hit.weight * hit.weight;
  return found.map((sum) => (sum === 0 ? 0 : 1 / Math.sqrt(sum)));
}

function strongest(items: { hit: Hit; weight: number }[]): { hit: Hit; weight: number }[] {
  return items.sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight)).slice(0, STRONGEST);
}

function phraseEvidence(hit: Hit, target: Evidence['target'], weight: number): Evidence {
  const { field, start, end } = hit;
  return { target, phrase: field.text.slice(start, end), field: field.name, start, end, weight };
}

function offset(term: number, view: number): number {
  return (term * VIEWS.length + view) * TARGETS;
}
