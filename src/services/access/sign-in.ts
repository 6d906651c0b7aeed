import { logged } from '../../../db/repositories/desk/audit.ts';
import { findActivePerson, type KnownPerson } from '../../../db/repositories/people.ts';
import { takeLink } from '../../../db/repositories/sign-in-links.ts';
import type { Deps } from '../deps.ts';
import { ENTRANCES, linkGone } from './links.ts';
import { realNow } from './real-time.ts';
import { endSession, newSession } from './sessions.ts';
import { hashToken } from './tokens.ts';

/** The browser that comes in, with the session it may have held before: that one ends, whoever put it there. */
export interface Browser {
  userAgent: string | null;
  formerToken: string | null;
}

export interface SignedIn {
  token: string;
  person: KnownPerson;
}

/** Uses a link up and opens a session; links of an erased or disabled person open nothing. */
export async function signInByLink({
  deps,
  input,
}: {
  deps: Pick<Deps, 'db' | 'clock'>;
  input: { token: string; browser: Browser };
}): Promise<SignedIn> {
  const link = await takeLink(deps.db, hashToken(input.token), realNow(), ENTRANCES);
  const person = link?.personId == null ? null : await findActivePerson(deps.db, link.personId);
  if (person === null) throw linkGone();
  return await openSession(deps, person, 'link', input.browser);
}

/** A fresh session for somebody who proved who they are; logged, and the browser's former session ended. */
export async function openSession(
  deps: Pick<Deps, 'db' | 'clock'>,
  person: KnownPerson,
  method: 'link' | 'passkey',
  { userAgent, formerToken }: Browser,
): Promise<SignedIn> {
  const { token, statement } = newSession({ deps, input: { personId: person.id, method, userAgent } });
  await deps.db.batch([
    statement,
    logged(deps.db, {
      at: deps.clock.now(),
      personId: person.id,
      action: 'access.signed-in',
      subjectKind: 'person',
      subjectId: person.id,
      detail: { method },
    }),
  ]);
  if (formerToken !== null) await endSession({ deps, input: { id: hashToken(formerToken) } });
  return { token, person };
}
