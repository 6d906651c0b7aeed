import { logged } from '../../../db/repositories/desk/audit.ts';
import { writeTogether } from '../../../db/repositories/desk/write-together.ts';
import { findActivePerson } from '../../../db/repositories/people.ts';
import type { PersonId } from '../../domain/desk/people/person.ts';
import { issueLink, linkAddress } from '../access/links.ts';
import type { Deps } from '../deps.ts';

/** One slip of paper: who may come in by which link, told here and nowhere else. */
export interface Invitation {
  personId: PersonId;
  name: string;
  email: string | null;
  url: string;
}

/** Makes a link on paper for each of these people; a new one ends the one before. */
export async function invite({
  deps,
  input: { people, by, origin },
}: {
  deps: Pick<Deps, 'db' | 'clock'>;
  input: { people: readonly PersonId[]; by: PersonId | null; origin: string };
}): Promise<Invitation[]> {
  const invitations: Invitation[] = [];
  for (const id of people) {
    const person = await findActivePerson(deps.db, id);
    if (person === null) continue;
    const token = await issueLink({ deps, input: { personId: id, purpose: 'invitation', createdBy: by } });
    await writeTogether(deps.db, [
      logged(deps.db, {
        at: deps.clock.now(),
        personId: by,
        action: 'access.link-printed',
        subjectKind: 'person',
        subjectId: id,
        detail: {},
      }),
    ]);
    invitations.push({ personId: id, name: person.name ?? '', email: person.email, url: linkAddress(origin, token) });
  }
  return invitations;
}
