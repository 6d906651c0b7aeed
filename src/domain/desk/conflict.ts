import type { Instant } from '../topic.ts';
import type { BodyId, PersonId } from './person.ts';
import { next, type Review } from './review.ts';

/** What a scorer says about their own position before scoring. */
export const DECLARATIONS = ['none', 'own-body-partner', 'own-body-leads', 'personal'] as const;
export type Declaration = (typeof DECLARATIONS)[number];

/** Somebody asks for the lead of a proposal: by an expression of interest, or by a request from outside. */
export interface LeadClaim {
  bodyId: BodyId;
  since: Instant;
  through: 'interest' | 'request';
  sourceId: string;
}

/** Why a person may state facts on a dossier but not score it (DOMAIN §5.2, reader's rule). */
export interface Conflict {
  kind: 'own-body-leads' | 'personal';
  source: 'declared' | 'derived';
  bodyId: BodyId | null;
  /** The claim it derives from; null where declared. */
  claim: LeadClaim | null;
}

/**
 * The conflict of a person on a dossier. A derived one outweighs a declaration that says otherwise. That one's own body
 * would be a mere partner is declared and no bar.
 */
export function conflictOf(
  bodies: readonly BodyId[],
  declaration: Declaration | null,
  claims: readonly LeadClaim[],
): Conflict | null {
  const claim = claims.find(({ bodyId }) => bodies.includes(bodyId));
  if (claim !== undefined) return { kind: 'own-body-leads', source: 'derived', bodyId: claim.bodyId, claim };
  if (declaration === 'own-body-leads' || declaration === 'personal')
    return { kind: declaration, source: 'declared', bodyId: bodies[0] ?? null, claim: null };
  return null;
}

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
