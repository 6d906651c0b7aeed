import { invalid } from '../../errors.ts';
import type { Day } from '../../topic.ts';
import type { DossierFacts } from './dossier.ts';

export const OUTCOMES = [
  'funded',
  'reserve',
  'below-threshold',
  'below-budget', // above the thresholds, but the money ended before
  'ineligible',
] as const;
export type OutcomeKind = (typeof OUTCOMES)[number];

/** The award criteria of Horizon and of most programmes beside it. */
export const ESR_CRITERIA = ['excellence', 'impact', 'implementation'] as const;
export type EsrCriterion = (typeof ESR_CRITERIA)[number];

/** One criterion of the Commission's evaluation summary report. */
export interface EsrScore {
  criterion: EsrCriterion;
  value: number;
  max: number;
  threshold: number | null;
}

export interface Outcome {
  kind: OutcomeKind;
  decidedOn: Day;
  scores: readonly EsrScore[];
  total: number | null;
  totalThreshold: number | null;
  /** Place on the list, and how many proposals stood on it. */
  rank: number | null;
  proposals: number | null;
  comments: string | null;
  lessonLearnt: string | null;
}

/** What the dossier becomes. */
export function outcomeState(kind: OutcomeKind): NonNullable<DossierFacts['outcome']> {
  return kind === 'funded' || kind === 'reserve' ? kind : 'rejected';
}

/** Checks an outcome against itself: an ESR typed in a hurry is wrong for years. */
export function checkOutcome(outcome: Outcome): Outcome {
  const { kind, scores, total, rank, proposals } = outcome;
  const wild = scores.find(({ value, max }) => !(value >= 0 && value <= max));
  if (wild !== undefined)
    throw invalid(`${wild.criterion}: ${wild.value} is not within 0 and ${wild.max}`, {
      field: `scores.${wild.criterion}.value`,
      say: 'withinScale',
    });
  if (kind === 'reserve' && rank === null)
    throw invalid('a reserve list has places: give the rank', { field: 'rank', say: 'rankNeeded' });
  if (rank !== null && (rank < 1 || (proposals !== null && rank > proposals)))
    throw invalid(`place ${rank} of ${proposals}`, { field: 'rank', say: 'rankTooHigh' });
  if (kind === 'below-threshold' && isComplete(outcome) && belowThreshold(outcome).length === 0)
    throw invalid('no score is below its threshold', { field: 'kind', say: 'noneBelow' });
  if (kind !== 'below-threshold' && kind !== 'ineligible' && belowThreshold(outcome).length > 0)
    throw invalid(`${belowThreshold(outcome).join(', ')} below threshold`, { field: 'kind', say: 'someBelow' });
  if (total !== null && scores.length > 0 && total > sum(scores.map(({ max }) => max)))
    throw invalid(`a total of ${total} is more than the criteria give`, { field: 'total', say: 'totalTooHigh' });
  return outcome;
}

/** Names of what failed its threshold, the total among them. */
export function belowThreshold({ scores, total, totalThreshold }: Outcome): string[] {
  const failed = scores.filter(({ value, threshold }) => threshold !== null && value < threshold);
  const totalFailed = total !== null && totalThreshold !== null && total < totalThreshold;
  return [...failed.map(({ criterion }) => criterion), ...(totalFailed ? ['total'] : [])];
}

const isComplete = ({ scores, total, totalThreshold }: Outcome): boolean =>
  scores.length > 0 && scores.every(({ threshold }) => threshold !== null) && total !== null && totalThreshold !== null;

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
