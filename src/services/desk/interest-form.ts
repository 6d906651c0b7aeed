import { can } from '../../domain/desk/people/roles.ts';
import { Failure } from '../../domain/errors.ts';
import type { Asked } from './act.ts';
import { readFile } from './dossier-file.ts';
import { visibleInterests } from './express-interest.ts';

/** What a body needs to say that it is interested: the call, the bodies one may speak for, and what they said so far. */
export async function interestForm({ deps, person, input: { id } }: Asked<{ id: string }>) {
  const file = await readFile(deps, id);
  const speaksFor = deps.profile.partners.filter((partner) =>
    can(person, 'interest.express', { bodies: [partner.id] }),
  );
  if (speaksFor.length === 0)
    throw new Failure('forbidden', 'Each body speaks for itself.', { action: 'interest.express' });
  const own = visibleInterests(file, person).flatMap((each) =>
    each.view === 'full' && speaksFor.some(({ id: own }) => own === each.interest.bodyId) ? [each] : [],
  );
  const { title, deadlineAt } = file.row;
  return { dossier: { id, title, deadlineAt }, bodies: speaksFor, own };
}
