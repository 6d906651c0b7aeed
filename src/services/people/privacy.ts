import { logged } from '../../../db/repositories/desk/audit.ts';
import { writeTogether } from '../../../db/repositories/desk/write-together.ts';
import { type Held, readHeldAbout } from '../../../db/repositories/held-about.ts';
import { deletePasskeysOf } from '../../../db/repositories/passkeys.ts';
import { readPersonRow, revokeGrantsOf, updatePerson } from '../../../db/repositories/people.ts';
import { deleteSessionsOf } from '../../../db/repositories/sessions.ts';
import { spendLinksOf } from '../../../db/repositories/sign-in-links.ts';
import { replaceSealed, rewriteText, textsNaming } from '../../../db/repositories/texts-naming.ts';
import type { PersonId } from '../../domain/desk/people/person.ts';
import { namesToErase, withoutNames } from '../../domain/desk/people/without-names.ts';
import { notFound } from '../../domain/errors.ts';
import type { Instant } from '../../domain/topic.ts';
import { realNow } from '../access/real-time.ts';
import type { Deps } from '../deps.ts';
import { keepOneAdministrator } from './manage-person.ts';

type Given = { deps: Pick<Deps, 'db' | 'clock'>; input: { person: PersonId; by: PersonId | null } };

export interface PersonalData {
  person: PersonId;
  at: Instant;
  held: Held[];
  /** What the person judged is theirs to ask for, on their own page; others get all but that. */
  withheld: 'judgements'[];
}

/**
 * Everything that is held about a person (GDPR, articles 15 and 20). The log says that it was asked for. An administrator
 * who asks for somebody else may owe a sheet on the same call, and never sees judgements in any case.
 */
export async function exportPerson({ deps, input: { person, by } }: Given): Promise<PersonalData> {
  await existing(deps, person);
  const at = deps.clock.now();
  await writeTogether(deps.db, [logged(deps.db, entry(at, by, 'privacy.exported', person))]);
  const forOthers = by !== null && by !== person;
  return {
    person,
    at,
    held: await readHeldAbout(deps.db, person, forOthers),
    withheld: forOthers ? ['judgements'] : [],
  };
}

/**
 * Forgets a person (article 17): name, address, employer, browsers and passkeys go, and so do full name and address in
 * what others wrote, reasons of steps and cities' answers too; the id stays in opinions, votes and minutes, which must
 * remain true, and means nobody any more. Sealed minutes and signed papers stay as they were given to the record.
 * History comes first: if we stop there, asking again goes on.
 */
export async function erasePerson({ deps, input: { person, by } }: Given): Promise<void> {
  const { row } = await existing(deps, person);
  if (row.erasedAt !== null) return;
  await keepOneAdministrator(deps, person);
  const at = deps.clock.now();
  const names = namesToErase(row);
  const texts = await textsNaming(deps.db, names);
  for (const found of texts.filter(({ sealed }) => sealed))
    await replaceSealed(deps.db, found, withoutNames(found.text, names));
  await writeTogether(deps.db, [
    ...texts
      .filter(({ sealed }) => !sealed)
      .map((found) => rewriteText(deps.db, found, withoutNames(found.text, names))),
    updatePerson(deps.db, person, { name: null, email: null, bodyId: null, disabledAt: at, erasedAt: at }),
    revokeGrantsOf(deps.db, person, by, at),
    deleteSessionsOf(deps.db, person),
    deletePasskeysOf(deps.db, person),
    spendLinksOf(deps.db, person, realNow(), ['sign-in', 'invitation', 'confirm-opinion']),
    logged(deps.db, entry(at, by, 'privacy.erased', person)),
  ]);
}

const entry = (at: Instant, by: PersonId | null, action: string, person: PersonId) => ({
  at,
  personId: by,
  action,
  subjectKind: 'person',
  subjectId: person,
  detail: {},
});

async function existing({ db }: Pick<Deps, 'db'>, person: PersonId) {
  const found = await readPersonRow(db, person);
  if (found === null) throw notFound('person', person);
  return found;
}
