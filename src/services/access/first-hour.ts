import { findActivePerson } from '../../../db/repositories/people.ts';
import type { PersonId } from '../../domain/desk/people/person.ts';
import type { Deps } from '../deps.ts';
import { listPeople } from '../people/list-people.ts';
import { nameAssociation, readAssociation } from './association.ts';
import { testMail } from './sign-in-mail.ts';

/** The steps of the first hour, in order. */
export const STEPS = ['names', 'mail', 'groups', 'people', 'invitations'] as const;
export type Step = (typeof STEPS)[number];

/** Which steps are done. Nothing is remembered apart: each step is done when what it makes is there. */
export async function firstHour({
  deps,
  known,
}: {
  deps: Pick<Deps, 'db' | 'profile'>;
  /** The people, where the caller has read them already. */
  known?: Awaited<ReturnType<typeof listPeople>>;
}): Promise<Record<Step, boolean>> {
  const [{ named, grouped, mail }, people] = await Promise.all([
    readAssociation({ deps }),
    known ?? listPeople({ deps }),
  ]);
  return {
    names: named,
    mail: mail !== null,
    groups: grouped,
    people: people.length > 1,
    invitations: people.filter(({ lastSeenAt }) => lastSeenAt !== null).length > 1,
  };
}

export type MailTest = 'sent' | 'failed' | 'none';

/** Sends the administrator a mail, where mail is set up, and keeps what came of it. */
export async function tryMail({
  deps,
  input: { by },
}: {
  deps: Pick<Deps, 'db' | 'clock' | 'profile' | 'mailer' | 'log'>;
  input: { by: PersonId };
}): Promise<MailTest> {
  const person = await findActivePerson(deps.db, by);
  if (deps.mailer === undefined || person?.email == null) {
    await nameAssociation({ deps, input: { by, said: { mail: 'none' } } });
    return 'none';
  }
  const { association } = await readAssociation({ deps });
  const envelope = { to: person.email, language: person.language, sender: association[person.language] };
  const receipt = await deps.mailer
    .send(testMail(envelope))
    .catch((error: unknown) => ({ outcome: 'retry' as const, reason: String(error) }));
  if (receipt.outcome !== 'sent') {
    deps.log.warn({ reason: receipt.reason }, 'the test mail was not sent');
    return 'failed';
  }
  await nameAssociation({ deps, input: { by, said: { mail: 'works' } } });
  return 'sent';
}
