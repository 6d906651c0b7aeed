import { readKeyHolders } from '../../../db/repositories/api-keys.ts';
import type { PersonId } from '../../domain/desk/people/person.ts';
import type { Deps } from '../deps.ts';
import { keyPersonId } from './partner-person.ts';

/** Names for those who acted by key: the partner's, as of today. Nobody is erased there, a key was never a person. */
export async function readKeyNames({ db, profile }: Pick<Deps, 'db' | 'profile'>): Promise<Map<PersonId, string>> {
  const nameOf = new Map(profile.partners.map(({ id, name }) => [id, name]));
  const holders = await readKeyHolders(db);
  return new Map(
    [...holders].map(([prefix, partner]) => [keyPersonId(prefix), `${nameOf.get(partner) ?? partner} (API)`]),
  );
}
