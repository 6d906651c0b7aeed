import { invalid } from '../../errors.ts';
import type { Day } from '../../topic.ts';
import { byText } from '../compare.ts';
import { CRITERIA, type Criterion } from './criteria.ts';

export type Weights = Readonly<Record<Criterion, number>>;

/** The board's weights from a day on, with the sitting that set them. */
export interface WeightSet {
  id: string;
  from: Day;
  /** Null only for the starting point below. */
  decidedInSitting: string | null;
  weights: Weights;
}

/** The starting point of DOMAIN §3.3, until the board decides otherwise. */
export const STARTING_WEIGHTS: WeightSet = {
  id: 'start',
  from: '2014-01-01',
  decidedInSitting: null,
  weights: { C1: 20, C2: 15, C3: 15, C4: 15, C5: 10, C6: 10, C7: 10, C8: 5 },
};

/** The set in force on the day a dossier was opened. It stays the dossier's own whatever the board decides later. */
export function weightsOn(sets: readonly WeightSet[], openedOn: Day): WeightSet {
  const inForce = sets.filter((set) => set.from <= openedOn).toSorted((a, b) => byText(a.from, b.from));
  return inForce.at(-1) ?? STARTING_WEIGHTS;
}

/** Weights are shares of 100, so that the total score runs from 0 to 100; a set never reaches back in time. */
export function checkWeights(set: WeightSet, today: Day): WeightSet {
  const values = CRITERIA.map((criterion) => set.weights[criterion]);
  if (values.some((weight) => !(Number.isFinite(weight) && weight >= 0)))
    throw invalid('a weight is a number from 0', { field: 'weights' });
  const sum = values.reduce((total, weight) => total + weight, 0);
  if (Math.abs(sum - 100) > 1e-9) throw invalid(`the weights add up to ${sum}, not to 100`, { field: 'weights', sum });
  if (set.from < today) throw invalid('weights hold from today or later: open dossiers keep theirs', { field: 'from' });
  return set;
}
