import type { BodyId } from '../../domain/desk/people/person.ts';
import type { Deps } from '../deps.ts';

/** How a body is called; an id that the profile no longer knows stands for itself. */
export const bodyName = ({ profile }: Pick<Deps, 'profile'>, id: BodyId): string =>
  profile.partners.find((partner) => partner.id === id)?.name ?? id;
