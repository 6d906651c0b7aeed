import type { ApiKey } from '../../domain/api-scope.ts';
import type { Person, PersonId } from '../../domain/desk/people/person.ts';

/** How the log names a key: by its prefix, which opens nothing. */
export const keyPersonId = (prefix: string): PersonId => `key:${prefix}`;

/**
 * Who acts where a partner's key acts: somebody of that body and of no other, so that the permissions table decides as it
 * does for its people. The id names the key in the log.
 */
export const partnerPerson = ({ prefix, partnerId }: ApiKey): Person => ({
  id: keyPersonId(prefix),
  bodyId: null,
  grants: [{ role: 'partner', body: partnerId }],
});
