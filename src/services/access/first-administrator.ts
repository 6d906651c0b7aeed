import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { logged } from '../../../db/repositories/desk/audit.ts';
import {
  findActivePerson,
  findIdByEmail,
  insertGrant,
  insertPerson,
  listHolders,
  updatePerson,
} from '../../../db/repositories/people.ts';
import { insertLink, spendFirstLinks, takeLink } from '../../../db/repositories/sign-in-links.ts';
import type { Language } from '../../domain/labels/localised.ts';
import type { Deps } from '../deps.ts';
import { emailSchema } from './ask-for-link.ts';
import { LIFETIME_S, linkGone } from './links.ts';
import { realNow, secondsFromNow } from './real-time.ts';
import { type Browser, openSession, type SignedIn } from './sign-in.ts';
import { hashToken, newToken } from './tokens.ts';

export const firstAdministratorSchema = z.object({ name: z.string().trim().min(1).max(120), email: emailSchema });

/** A link for the first administrator, while there is none; each new one ends the one before. Null = there is one. */
export async function firstAdministratorLink({ deps }: { deps: Pick<Deps, 'db'> }): Promise<string | null> {
  if ((await listHolders(deps.db, 'administrator')).length > 0) return null;
  const token = newToken();
  const now = realNow();
  await deps.db.batch([
    spendFirstLinks(deps.db, now),
    insertLink(deps.db, {
      tokenHash: hashToken(token),
      personId: null,
      purpose: 'first-administrator',
      subjectId: null,
      createdBy: null,
      createdAt: now,
      expiresAt: secondsFromNow(LIFETIME_S['first-administrator']),
    }),
  ]);
  return token;
}

/** Uses the link of the first hour: its holder says who they are and runs the house from then on. */
export async function becomeFirstAdministrator({
  deps,
  input: { token, name, email, language, browser },
}: {
  deps: Pick<Deps, 'db' | 'clock'>;
  input: z.output<typeof firstAdministratorSchema> & { token: string; language: Language; browser: Browser };
}): Promise<SignedIn> {
  const taken = await takeLink(deps.db, hashToken(token), realNow(), ['first-administrator']);
  // A link of the first hour must not make a second administrator of a house that has one.
  if (taken === null || (await listHolders(deps.db, 'administrator')).length > 0) throw linkGone();
  const now = deps.clock.now();
  const known = await findIdByEmail(deps.db, email);
  const id = known ?? randomUUID();
  const grant = insertGrant(deps.db, id, { role: 'administrator' }, null, now);
  const entry = logged(deps.db, {
    at: now,
    personId: id,
    action: 'people.first-administrator',
    subjectKind: 'person',
    subjectId: id,
    detail: {},
  });
  const being =
    known === null
      ? insertPerson(deps.db, { id, name, email, bodyId: null, language, createdAt: now })
      : updatePerson(deps.db, id, { disabledAt: null });
  await deps.db.batch([being, grant, entry]);
  const person = await findActivePerson(deps.db, id);
  if (person === null) throw linkGone();
  return await openSession(deps, person, 'link', browser);
}
