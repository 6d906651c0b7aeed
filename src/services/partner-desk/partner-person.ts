import type { ApiKey } from '../../domain/api-scope.ts';
import type { Person } from '../../domain/desk/people/person.ts';

/**
 * Who acts where a partner's key acts: somebody of that body and of no other, so that the permissions table decides as it
 * does for its people. The id names the key in the log.
 */
export const partnerPerson = ({ prefix, partnerId }: ApiKey): Person => ({
  id: `key:${prefix}`,
  bodyId: null,
  grants: [{ role: 'partner', body: partnerId }],
});
