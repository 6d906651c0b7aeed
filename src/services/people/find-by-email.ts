import { findIdByEmail } from '../../../db/repositories/people.ts';
import type { PersonId } from '../../domain/desk/people/person.ts';
import { Failure } from '../../domain/errors.ts';
import type { Deps } from '../deps.ts';

/** Somebody by mail address, shut out or not. */
export async function findKnownByEmail({
  deps,
  input: { email },
}: {
  deps: Pick<Deps, 'db'>;
  input: { email: string };
}): Promise<PersonId> {
  const id = await findIdByEmail(deps.db, email);
  if (id === null) throw new Failure('not-found', `Nobody here has the address ${email}.`, { email });
  return id;
}
