import { type Telling, told } from '../../../db/repositories/desk/audit.ts';
import { updateReview } from '../../../db/repositories/desk/reviews.ts';
import { readStaff, type StaffMember } from '../../../db/repositories/desk/staff.ts';
import type { Write } from '../../../db/repositories/desk/write-together.ts';
import { bodiesOf, type PersonId } from '../../domain/desk/people/person.ts';
import { can } from '../../domain/desk/people/roles.ts';
import { type Conflict, conflictOf } from '../../domain/desk/review/conflict.ts';
import { recuse } from '../../domain/desk/review/recusal.ts';
import type { Review } from '../../domain/desk/review/review.ts';
import { sightOf } from '../../domain/desk/review/visibility.ts';
import type { Deps } from '../deps.ts';
import type { DossierFile } from './dossier-file.ts';

/**
 * Takes every reader whose body asks for the lead out of median and quorum, tells both sides, keeps the trace. The claims
 * are those of the file as it stands: read it after the interest or the request was written.
 */
export async function recusalWrites(deps: Deps, file: DossierFile): Promise<Write[]> {
  if (file.phase === 'decided') return [];
  const staff = await readStaff(deps.db);
  return file.reviews.flatMap((review) => {
    const person = staff.get(review.personId);
    const own = [...(review.bodyId === null ? [] : [review.bodyId]), ...(person === undefined ? [] : bodiesOf(person))];
    const conflict = conflictOf(own, null, file.leadClaims);
    return conflict === null ? [] : stepAside(deps, file, staff, review, conflict);
  });
}

/**
 * The writes of one recusal; none where there is nothing to do. The sheet itself keeps the trace: the *Registro* is read by
 * board members who may not know yet which sheets are in.
 */
export function stepAside(
  { db, clock }: Deps,
  file: DossierFile,
  staff: ReadonlyMap<PersonId, StaffMember>,
  review: Review,
  conflict: Conflict,
): Write[] {
  const at = clock.now();
  const recusal = recuse(review, conflict, at);
  if (recusal === null) return [];
  const reviews = file.reviews.map((each) => (each.id === review.id ? { ...each, ...recusal.review } : each));
  const after = { ...file.reviewCase, reviews };
  const desk = [...staff.values()].filter(
    (person) =>
      person.active &&
      person.id !== review.personId &&
      can(person, 'review.assign', file.subject) &&
      // A coordinator who still owes a sheet must not learn from a notice that another reader had delivered.
      sightOf(person, after).states,
  );
  const telling = (personId: PersonId, side: 'scorer' | 'desk'): Telling => ({
    personId,
    dossierId: file.row.id,
    kind: `recusal-${side}`,
    detail: { reviewer: review.personId, title: file.row.title },
    dedupeKey: `recusal:${review.id}:${review.version}`,
  });
  return [
    updateReview(db, review.version, recusal.review),
    ...told(db, at, [telling(review.personId, 'scorer'), ...desk.map(({ id }) => telling(id, 'desk'))]),
  ];
}
