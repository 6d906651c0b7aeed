import { logged } from '../../../db/repositories/desk/audit.ts';
import { writeTogether } from '../../../db/repositories/desk/write-together.ts';
import type { KnownPerson } from '../../../db/repositories/people.ts';
import type { Deps } from '../deps.ts';
import { readAssociation } from './association.ts';
import { issueLink, linkAddress } from './links.ts';
import { signInMail } from './sign-in-mail.ts';

export interface SendSignInLinkInput {
  person: KnownPerson;
  /** Public origin for the link; null = nobody vouches for one, and a link to a stranger's host must not be mailed. */
  origin: string | null;
  next: string | undefined;
}

/**
 * Brings a person their sign-in link: by mail where mail works, otherwise the wish goes to the administrators, who hand
 * over a link on paper. No link waits anywhere in readable form.
 */
export async function sendSignInLink({
  deps,
  input: { person, origin, next },
}: {
  deps: Pick<Deps, 'db' | 'clock' | 'log' | 'mailer' | 'profile'>;
  input: SendSignInLinkInput;
}): Promise<'mailed' | 'left to the administrator'> {
  const { mailer } = deps;
  if (mailer !== undefined && origin !== null && person.email !== null) {
    const token = await issueLink({ deps, input: { personId: person.id, purpose: 'sign-in', createdBy: null } });
    const { association } = await readAssociation({ deps });
    const envelope = { to: person.email, language: person.language, sender: association[person.language] };
    const receipt = await mailer
      .send(signInMail(envelope, linkAddress(origin, token, next)))
      .catch((error: unknown) => ({ outcome: 'retry' as const, reason: String(error) }));
    if (receipt.outcome === 'sent') return 'mailed';
    deps.log.warn({ outcome: receipt.outcome, personId: person.id }, 'a sign-in link could not be mailed');
  }
  await writeTogether(deps.db, [
    logged(deps.db, {
      at: deps.clock.now(),
      personId: person.id,
      action: 'access.link-wanted',
      subjectKind: 'person',
      subjectId: person.id,
      detail: {},
    }),
  ]);
  return 'left to the administrator';
}
