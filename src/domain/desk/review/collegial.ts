import { invalid } from '../../errors.ts';
import type { OpinionState } from '../dossier/state.ts';
import { CRITERIA, CRITERION_CARDS, type Criterion } from './criteria.ts';
import type { Review } from './review.ts';
import type { Weights } from './weights.ts';

/** From this *divario* on two readers did not read the same call: one says poor, another very good. DES. */
export const DISAGREEMENT_FROM = 3;

/** Fewer readers than this are one person's opinion (DOMAIN §5.2: a coordinator and two readers a pillar). */
const FEWEST_READERS = 2;

export interface Quorum {
  /** Readers who may score: appointed, less those who stepped aside. */
  eligible: number;
  delivered: number;
  needed: number;
  met: boolean;
  /** Conflicts left too few: readers of another group, or the board decides *senza quorum* with a reason. */
  tooFewEligible: boolean;
}

/** More than half of the eligible readers, and at least two. *Non si esprime* is eligible, and no review. */
export function quorumOf(reviews: readonly Review[]): Quorum {
  const readers = reviews.filter(({ scorer }) => scorer === 'readers');
  const eligible = readers.filter(({ state }) => state !== 'recused').length;
  const delivered = readers.filter(({ state }) => state === 'delivered').length;
  const needed = Math.max(FEWEST_READERS, Math.floor(eligible / 2) + 1);
  return { eligible, delivered, needed, met: delivered >= needed, tooFewEligible: eligible < FEWEST_READERS };
}

/** The values of one criterion side by side. */
export interface CollegialLine {
  criterion: Criterion;
  weight: number;
  values: number[];
  /** Null where nobody gave a value. */
  median: number | null;
  spread: number | null;
  disagreement: boolean;
  /** What the group agreed on: the median unless the coordinator recorded another value, with its reason. */
  agreed: number | null;
  points: number | null;
}

export interface CollegialResult {
  lines: CollegialLine[];
  /** 0–100; null while a criterion has no value: an unknown is not a zero. */
  total: number | null;
  /** A proposal, never a decision. */
  band: OpinionState | null;
}

/** Values agreed at the table where they are not the median. */
export type AgreedValues = Partial<Record<Criterion, { value: number; reason: string }>>;

/** Records a value agreed at the table: half points are what a median gives, and a departure from it has a reason. */
export function agreeOn(agreed: AgreedValues, criterion: Criterion, value: number, reason: string): AgreedValues {
  if (!(value >= 0 && value <= 5) || !Number.isInteger(value * 2))
    throw invalid(`${criterion}: ${value} is not on the scale`, { field: 'value', say: 'halfPoints', criterion });
  if (reason.trim() === '')
    throw invalid(`${criterion}: a value that is not the median has a reason`, {
      field: 'reason',
      say: 'whyNotMedian',
      criterion,
    });
  return { ...agreed, [criterion]: { value, reason: reason.trim() } };
}

/** The collegial evaluation: median and spread of delivered sheets, the machine's C7, the weighted total. */
export function collegialResult(
  reviews: readonly Review[],
  weights: Weights,
  c7: number | null,
  agreed: AgreedValues = {},
): CollegialResult {
  const lines = CRITERIA.map((criterion) => {
    const values = CRITERION_CARDS[criterion].scorer === 'machine' ? machineValue(c7) : valuesOf(reviews, criterion);
    return line(criterion, weights[criterion], values, agreed[criterion]?.value);
  });
  const total = totalOf(lines);
  return { lines, total, band: total === null ? null : bandOf(total) };
}

/** The middle value, or halfway between the two middle ones; null of nothing. */
export function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}

/** The bands of DOMAIN §3.3. */
export function bandOf(total: number): OpinionState {
  if (total >= 70) return 'favourable';
  if (total >= 50) return 'with-conditions';
  return total >= 30 ? 'watching' : 'contrary';
}

const machineValue = (value: number | null): number[] => (value === null ? [] : [value]);

/** Sorted: the place of a value must not tell whose it is. */
function valuesOf(reviews: readonly Review[], criterion: Criterion): number[] {
  const { scorer } = CRITERION_CARDS[criterion];
  return reviews
    .filter((review) => review.state === 'delivered' && review.scorer === scorer)
    .flatMap(({ scores }) => scores[criterion]?.value ?? [])
    .toSorted((a, b) => a - b);
}

function line(criterion: Criterion, weight: number, values: number[], override: number | undefined): CollegialLine {
  const middle = median(values);
  const spread = values.length === 0 ? null : Math.max(...values) - Math.min(...values);
  const agreed = override ?? middle;
  return {
    criterion,
    weight,
    values,
    median: middle,
    spread,
    disagreement: spread !== null && spread >= DISAGREEMENT_FROM,
    agreed,
    points: agreed === null ? null : (weight * agreed) / 5,
  };
}

/** score = sum(weight × value) / 5 (DOMAIN §3.3). */
function totalOf(lines: readonly CollegialLine[]): number | null {
  let sum = 0;
  for (const { weight, agreed } of lines) {
    // A criterion the board gave no weight cannot hold the total up.
    if (agreed === null && weight > 0) return null;
    sum += weight * (agreed ?? 0);
  }
  return sum / 5;
}
