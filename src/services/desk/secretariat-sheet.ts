import { insertReview, type NewReview } from '../../../db/repositories/desk/reviews.ts';
import type { StaffMember } from '../../../db/repositories/desk/staff.ts';
import type { Write } from '../../../db/repositories/desk/write-together.ts';
import { sameDirectorate } from '../../domain/desk/people/directorate.ts';
import { holds, type Person, type PersonId } from '../../domain/desk/people/person.ts';
import { addDays } from '../../domain/desk/plan/days.ts';
import type { Review } from '../../domain/desk/review/review.ts';
import type { Deps } from '../deps.ts';
import { newId } from './act.ts';
import type { DossierFile } from './dossier-file.ts';

/** Days that a reader has (DOMAIN §5.2, step 3). */
export const REVIEW_DAYS = 7;

/** A sheet to be filled in. */
export function blankSheet(
  { clock }: Pick<Deps, 'clock'>,
  file: Pick<DossierFile, 'row' | 'today'>,
  appointed: Pick<NewReview, 'personId' | 'bodyId' | 'scorer' | 'group' | 'appointedBy'> & Partial<NewReview>,
): NewReview {
  return {
    state: 'to-do',
    scores: {},
    withdrawals: [],
    appointedAt: clock.now(),
    dueOn: addDays(file.today, REVIEW_DAYS),
    ...appointed,
    id: newId(),
    dossierId: file.row.id,
  };
}

/**
 * When the review opens, one of the secretariat gets the sheet of C3, C5 and C6 and the directorate that of C4, so that
 * both are scored before others' judgements can be read.
 */
export function appointSecretariat(
  deps: Deps,
  file: DossierFile,
  staff: ReadonlyMap<PersonId, StaffMember>,
  by: Person,
): Write[] {
  const here = [...staff.values()].filter(({ active }) => active);
  const desk = [file.row.ownerId, by.id].flatMap((id) => here.find((one) => one.id === id) ?? []);
  const clerk = [...desk, ...here].find((one) => holds(one, 'secretariat'));
  const officers = here.filter(({ grants }) =>
    grants.some((grant) => 'directorate' in grant && sameDirectorate(grant.directorate, file.row.directorate)),
  );
  const has = (scorer: Review['scorer'], id?: PersonId) =>
    file.reviews.some((review) => review.scorer === scorer && (id === undefined || review.personId === id));
  const sheet = (person: StaffMember, scorer: 'secretariat' | 'directorate') => {
    const appointed = { personId: person.id, bodyId: person.bodyId, scorer, group: null, appointedBy: by.id };
    return insertReview(deps.db, blankSheet(deps, file, appointed));
  };
  return [
    ...(clerk === undefined || has('secretariat') ? [] : [sheet(clerk, 'secretariat')]),
    ...officers.filter(({ id }) => !has('directorate', id)).map((officer) => sheet(officer, 'directorate')),
  ];
}
