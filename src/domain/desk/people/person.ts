import type { Pillar } from '../../pillar.ts';

/** Opaque ids, so that minutes and logs stay true when a person is erased: names are joined at rendering. */
export type PersonId = string;
/** The id of a partner of the city profile. */
export type BodyId = string;
export type DossierId = string;

/** The hats people wear (DOMAIN §5.3 as corrected by §5.7). */
export const ROLES = [
  'viewer', // lettore
  'group-member',
  'group-coordinator',
  'partner',
  'directorate', // Direzione of the Comune responsible for the matter
  'secretariat', // segreteria tecnica
  'board', // consiglio direttivo
  'president',
  'secretary', // of the board: keeps its minutes
  'administrator',
] as const;
export type Role = (typeof ROLES)[number];

/** One hat with its scope: a group, a body or a directorate. */
export type Grant =
  | { role: 'group-member' | 'group-coordinator'; group: Pillar }
  | { role: 'partner'; body: BodyId }
  | { role: 'directorate'; directorate: string }
  | { role: Exclude<Role, 'group-member' | 'group-coordinator' | 'partner' | 'directorate'> };

/** A person at the desk; most hold several grants. */
export interface Person {
  id: PersonId;
  /** The employer, from which conflicts of interest are derived; null = none. */
  bodyId: BodyId | null;
  grants: readonly Grant[];
}

export const holds = (person: Person, role: Role): boolean => person.grants.some((grant) => grant.role === role);

/** Whether a person speaks for a body: employed there, or its appointed contact. */
export const belongsTo = (person: Person, body: BodyId): boolean =>
  person.bodyId === body || person.grants.some((grant) => grant.role === 'partner' && grant.body === body);

/** Every body a person speaks for. */
export function bodiesOf(person: Person): BodyId[] {
  const bodies = person.grants.flatMap((grant) => (grant.role === 'partner' ? [grant.body] : []));
  return [...new Set(person.bodyId === null ? bodies : [person.bodyId, ...bodies])];
}
