import { bodiesOf, holds, type Person } from '../people/person.ts';
import { can, type Subject } from '../people/roles.ts';
import { type Conflict, conflictOf, type LeadClaim } from './conflict.ts';
import type { Review, ReviewPhase, ReviewState } from './review.ts';

/** All that blindness depends on. Every edge asks with the same case and shows only what comes back. */
export interface ReviewCase {
  phase: ReviewPhase;
  reviews: readonly Review[];
  leadClaims: readonly LeadClaim[];
  subject: Subject;
}

/** What a person may learn about others' reviews of a dossier. */
export interface Sight {
  /** Which sheet is in which of the four states; with it counts and who is still awaited. */
  states: boolean;
  /** Values, sentences, comments of judgement, median, order, total. */
  judgements: boolean;
}

const NOTHING: Sight = { states: false, judgements: false };
const STATES_ONLY: Sight = { states: true, judgements: false };
const ALL: Sight = { states: true, judgements: true };

/**
 * The one rule of blindness (issue 3 "Review", DOMAIN §5.2). The strictest of a person's hats wins:
 * - who still owes a reader's sheet learns nothing, not even how many sheets are in;
 * - who has a conflict learns no judgement before the opinion, nor who delivered;
 * - who declined to judge reads along from the collegial evaluation on;
 * - the secretariat and coordinators who do not review run the process, so they see states; judgements too, unless their
 *   own part of the sheet is still to do.
 */
export function sightOf(person: Person | null, review: ReviewCase): Sight {
  if (person === null || !can(person, 'review.read', review.subject)) return ownDirectorate(person, review);
  if (review.phase === 'decided') return ALL;
  if (hasConflict(person, review)) return NOTHING;
  const own = review.reviews.filter(({ personId }) => personId === person.id);
  if (own.some(({ scorer, state }) => scorer === 'readers' && (state === 'to-do' || state === 'recused')))
    return NOTHING;
  if (own.some(({ state }) => state === 'to-do')) return STATES_ONLY;
  if (own.some(({ state }) => state === 'no-view')) return review.phase === 'collegial' ? ALL : NOTHING;
  if (own.some(({ state }) => state === 'delivered')) return ALL;
  // Who neither reviews nor runs the desk may yet be called in as a substitute, or votes later: no earlier than the table.
  return review.phase === 'collegial' || runsTheDesk(person, review) ? ALL : NOTHING;
}

/** The conflict a person has on a dossier, whatever their hat: employers and represented bodies count. */
export function personalConflict(person: Person, review: ReviewCase): Conflict | null {
  const own = review.reviews.find(({ personId }) => personId === person.id);
  return conflictOf(bodiesOf(person), own?.declaration ?? null, review.leadClaims);
}

export interface VisibleReview {
  id: string;
  own: boolean;
  personId: string;
  state: ReviewState;
  /** The sheet itself; null where only its state may be known. */
  sheet: Review | null;
}

/** The reviews a person may see, redacted. Hidden ones are left out, so that nothing can be counted. */
export function visibleReviews(person: Person | null, review: ReviewCase): VisibleReview[] {
  const sight = sightOf(person, review);
  return review.reviews.flatMap((each) => {
    const own = person !== null && each.personId === person.id;
    if (!own && !sight.states) return [];
    const open = own || (sight.judgements && each.state === 'delivered');
    return [{ id: each.id, own, personId: each.personId, state: each.state, sheet: open ? each : null }];
  });
}

/** The comments a person may read: facts always, judgements like reviews, one's own words in any case. */
export function visibleComments<Comment extends { kind: 'fact' | 'judgement'; by: string }>(
  person: Person | null,
  review: ReviewCase,
  comments: readonly Comment[],
): Comment[] {
  const { judgements } = sightOf(person, review);
  return comments.filter(({ kind, by }) => kind === 'fact' || judgements || by === person?.id);
}

/** Who may write a judgement at all: not a person with a conflict, who may still state facts. */
export const mayJudge = (person: Person, review: ReviewCase): boolean => personalConflict(person, review) === null;

/** The secretariat's staff work for members; their office keeps the file and steps aside by declaration only. */
function hasConflict(person: Person, review: ReviewCase): boolean {
  const conflict = personalConflict(person, review);
  return conflict !== null && !(conflict.source === 'derived' && holds(person, 'secretariat'));
}

function runsTheDesk(person: Person, review: ReviewCase): boolean {
  return can(person, 'review.assign', review.subject);
}

/** The directorate reads reviews by no right of the table, but learns what became of the sheet it delivered. */
function ownDirectorate(person: Person | null, review: ReviewCase): Sight {
  const scored = review.reviews.some(({ personId, state }) => personId === person?.id && state === 'delivered');
  return scored && review.phase === 'decided' ? ALL : NOTHING;
}
