import { conflict, invalid } from '../../errors.ts';
import type { Pillar } from '../../pillar.ts';
import type { Instant } from '../../topic.ts';
import type { DossierState } from '../dossier/state.ts';
import type { BodyId, DossierId, PersonId } from '../people/person.ts';
import type { Conflict, Declaration } from './conflict.ts';
import { type Criterion, criteriaOf, needsSentence, type Scorer, type Value } from './criteria.ts';
import { highestFit, type Objective } from './objective.ts';

/** *Da fare, consegnata, non si esprime, astenuto per conflitto* (issue 3). */
export const REVIEW_STATES = ['to-do', 'delivered', 'no-view', 'recused'] as const;
export type ReviewState = (typeof REVIEW_STATES)[number];

export interface Score {
  value: Value;
  sentence: string | null;
  /** C1 only: the objective that the call serves. */
  objectiveId?: string | null;
}
export type Scores = Partial<Record<Criterion, Score>>;

/** One scorer's sheet on one dossier; the machine has none. */
export interface Review {
  id: string;
  dossierId: DossierId;
  personId: PersonId;
  bodyId: BodyId | null;
  scorer: Exclude<Scorer, 'machine'>;
  /** The reader's group; null for the secretariat and the directorate. */
  group: Pillar | null;
  state: ReviewState;
  declaration: Declaration | null;
  scores: Scores;
  deliveredAt: Instant | null;
  /** Each return to the desk, and whether others' judgements could already be read then: the minutes say so. */
  withdrawals: readonly { at: Instant; othersReadable: boolean }[];
  /** What a conflict took out of median and quorum: kept, never counted. */
  setAside: { conflict: Conflict; at: Instant; scores: Scores; deliveredAt: Instant | null } | null;
  version: number;
}

/** Until the collegial evaluation opens a reader can change their mind; after the opinion nothing moves. */
export type ReviewPhase = 'collecting' | 'collegial' | 'decided';

export const BEFORE_THE_TABLE: readonly DossierState[] = [
  'found',
  'in-triage',
  'assigned',
  'gathering-interest',
  'in-review',
  'in-short-route',
];

export function reviewPhase(state: DossierState, suspendedFrom: DossierState | null = null): ReviewPhase {
  const standing = state === 'suspended' ? (suspendedFrom ?? 'found') : state;
  if (standing === 'collegial-evaluation') return 'collegial';
  return BEFORE_THE_TABLE.includes(standing) ? 'collecting' : 'decided';
}

export interface Gap {
  criterion: Criterion | null;
  missing: 'value' | 'sentence' | 'objective' | 'declaration';
}

/** What still keeps a sheet from being delivered; empty = ready. */
export function gapsOf(review: Review, objectives: readonly Objective[] = []): Gap[] {
  const gaps: Gap[] = review.declaration === null ? [{ criterion: null, missing: 'declaration' }] : [];
  for (const criterion of criteriaOf(review.scorer)) {
    const score = review.scores[criterion];
    if (score === undefined) gaps.push({ criterion, missing: 'value' });
    else if (needsSentence(score.value) && !score.sentence?.trim()) gaps.push({ criterion, missing: 'sentence' });
    if (criterion === 'C1' && score !== undefined && score.value > highestFit(picked(score, objectives)))
      gaps.push({ criterion, missing: 'objective' });
  }
  return gaps;
}

/** Autosave: a draft is its author's alone and may be as incomplete as it likes. */
export function saveDraft(review: Review, draft: Partial<Pick<Review, 'scores' | 'declaration'>>): Review {
  requireState(review, 'to-do');
  const own = new Set<string>(criteriaOf(review.scorer));
  const foreign = Object.keys(draft.scores ?? {}).find((criterion) => !own.has(criterion));
  if (foreign !== undefined) throw invalid(`${foreign} is not scored by the ${review.scorer}`, { criterion: foreign });
  return next(review, draft);
}

export function deliver(
  review: Review,
  at: Instant,
  phase: ReviewPhase,
  objectives: readonly Objective[] = [],
): Review {
  requireState(review, 'to-do');
  requireOpen(phase);
  const gaps = gapsOf(review, objectives);
  if (gaps.length > 0) throw invalid('the sheet is not complete yet', { gaps });
  return next(review, { state: 'delivered', deliveredAt: at });
}

/** *Non si esprime*: unlike a low score, and unlike a sheet nobody has opened. */
export function decline(review: Review, at: Instant, phase: ReviewPhase): Review {
  requireState(review, 'to-do');
  requireOpen(phase);
  return next(review, { state: 'no-view', deliveredAt: at });
}

/** Takes a delivered sheet back to the desk, scores kept as a draft. */
export function withdraw(review: Review, at: Instant, phase: ReviewPhase, othersReadable: boolean): Review {
  if (review.state !== 'delivered' && review.state !== 'no-view')
    throw conflict('only a delivered sheet can be withdrawn', { state: review.state });
  requireOpen(phase);
  const withdrawals = [...review.withdrawals, { at, othersReadable }];
  return next(review, { state: 'to-do', deliveredAt: null, withdrawals });
}

export const next = (review: Review, change: Partial<Review>): Review => ({
  ...review,
  ...change,
  version: review.version + 1,
});

const picked = (score: Score, objectives: readonly Objective[]): Objective | null =>
  objectives.find((objective) => objective.id === score.objectiveId) ?? null;

function requireState(review: Review, state: ReviewState): void {
  if (review.state !== state) throw conflict(`the sheet is «${review.state}»`, { state: review.state });
}

function requireOpen(phase: ReviewPhase): void {
  if (phase !== 'collecting') throw conflict('the collegial evaluation has opened: sheets no longer move', { phase });
}
