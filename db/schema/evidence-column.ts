import { customType } from 'drizzle-orm/sqlite-core';
import type { Evidence, EvidenceTarget } from '../../src/domain/scoring.ts';

/**
 * Evidence as it lies in the store: a phrase speaks for or against several targets, so it is kept once and the targets
 * point at it. A topic with text takes a fifth of what the plain list takes, and most of a score's row is evidence.
 */
export interface PackedEvidence {
  phrases: [field: string, start: number | null, end: number | null, phrase: string][];
  /** By target, in their order: a place in `phrases`, its weight, the next place, its weight … */
  weights: [target: EvidenceTarget, ...placesAndWeights: number[]][];
}

/** Stores of the first versions hold plain lists, which are read as they are. */
export const evidenceColumn = customType<{ data: Evidence[]; driverData: string }>({
  dataType: () => 'text',
  toDriver: (evidence) => JSON.stringify(packEvidence(evidence)),
  fromDriver: (json) => {
    const stored: Evidence[] | PackedEvidence = JSON.parse(json);
    return Array.isArray(stored) ? stored : unpackEvidence(stored);
  },
});

export function packEvidence(evidence: readonly Evidence[]): PackedEvidence {
  const packed: PackedEvidence = { phrases: [], weights: [] };
  const places = new PhrasePlaces(packed.phrases);
  let row: PackedEvidence['weights'][number] | undefined;
  for (const { target, field, start, end, phrase, weight } of evidence) {
    if (row?.[0] !== target) {
      row = [target];
      packed.weights.push(row);
    }
    row.push(places.of(field, start, end, phrase), weight);
  }
  return packed;
}

/** Finds a phrase again by its text, which most often stands in one place of one field only: no key is put together. */
class PhrasePlaces {
  readonly #byText = new Map<string, number[]>();

  constructor(private readonly phrases: PackedEvidence['phrases']) {}

  of(field: string, start: number | null, end: number | null, phrase: string): number {
    const alike = this.#byText.get(phrase);
    for (const place of alike ?? []) {
      const known = this.phrases[place];
      if (known?.[1] === start && known[0] === field) return place;
    }
    const place = this.phrases.push([field, start, end, phrase]) - 1;
    if (alike === undefined) this.#byText.set(phrase, [place]);
    else alike.push(place);
    return place;
  }
}

export function unpackEvidence({ phrases, weights }: PackedEvidence): Evidence[] {
  return weights.flatMap(([target, ...placesAndWeights]) => {
    const evidence: Evidence[] = [];
    for (let at = 0; at < placesAndWeights.length; at += 2) {
      const [place, weight] = [placesAndWeights[at], placesAndWeights[at + 1]];
      const found = phrases[place ?? -1];
      if (found === undefined || weight === undefined) throw new RangeError(`evidence of ${target} points at nothing`);
      const [field, start, end, phrase] = found;
      evidence.push({ target, phrase, field, start, end, weight });
    }
    return evidence;
  });
}
