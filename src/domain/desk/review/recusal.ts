import type { Instant } from '../../topic.ts';
import type { PersonId } from '../people/person.ts';
import type { Conflict } from './conflict.ts';
import { next, type Review } from './review.ts';

/** What a recusal sets going beside the review itself. */
export interface Recusal {
  review: Review;
  /** Both sides are told: who steps aside, and who runs the evaluation. */
  notices: {
    to: 'scorer' | 'desk';
    personId: PersonId | null;
    reason: 'conflict-before' | 'conflict-after-delivery';
  }[];
  /** The place is empty: the coordinator is offered a substitute. */
  needsSubstitute: boolean;
}

/**
 * Puts a conflict into effect; null where there is nothing to do. Only readers step aside: that the Comune judges its own
 * capacity (C4) is the point of C4, and the secretariat's criteria are facts of the file.
 */
export function recuse(review: Review, conflict: Conflict, at: Instant): Recusal | null {
  if (review.scorer !== 'readers' || review.state === 'recused') return null;
  const delivered = review.state === 'delivered';
  const setAside = { conflict, at, scores: review.scores, deliveredAt: review.deliveredAt };
  const reason = delivered ? 'conflict-after-delivery' : 'conflict-before';
  return {
    review: next(review, { state: 'recused', scores: {}, deliveredAt: null, setAside }),
    notices: [
      { to: 'scorer', personId: review.personId, reason },
      { to: 'desk', personId: null, reason },
    ],
    needsSubstitute: true,
  };
}

/** The lead was given up while sheets still move: a person may give the reader the sheet back, to deliver anew. */
export function readmit(review: Review): Review {
  if (review.setAside === null) return review;
  return next(review, { state: 'to-do', scores: review.setAside.scores, declaration: null, setAside: null });
}
