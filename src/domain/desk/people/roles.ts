import type { Pillar } from '../../pillar.ts';
import { sameDirectorate } from './directorate.ts';
import { type Action, type Cells, PERMISSIONS, type Scope } from './permissions.ts';
import { type BodyId, belongsTo, type Grant, type Person, type PersonId, type Role } from './person.ts';

/** What an action is done to, as far as a scope may ask; what is left out is not anybody's own. */
export interface Subject {
  groups?: readonly Pillar[];
  bodies?: readonly BodyId[];
  /** The bodies with a seat in the proposal or the project. */
  seated?: readonly BodyId[];
  directorate?: string | null;
  person?: PersonId;
  /** The readers appointed to the dossier. */
  readers?: readonly PersonId[];
  /** Whether the body concerned agreed to be named to other partners. */
  consent?: boolean;
}

export const ACTIONS = Object.keys(PERMISSIONS).filter(isAction);

function isAction(name: string): name is Action {
  return Object.hasOwn(PERMISSIONS, name);
}

/** The cell of the table; null = no. */
export function scopeOf(action: Action, role: Role | 'everyone'): Scope | null {
  const cells: Cells = PERMISSIONS[action];
  return cells[role] ?? null;
}

/** Whether a person may do this to that; no person is a visitor without sign-in. */
export function can(person: Person | null, action: Action, subject: Subject = {}): boolean {
  const open = scopeOf(action, 'everyone');
  if (open === 'any') return true;
  if (person === null) return false;
  if (open === 'own' && subject.person === person.id) return true;
  return person.grants.some((grant) => {
    const scope = scopeOf(action, grant.role);
    return scope !== null && reaches(scope, grant, person, subject);
  });
}

/** Whether a person could do it to anything at all: what menus and route guards ask before a subject is known. */
export function canSomewhere(person: Person | null, action: Action): boolean {
  const open = scopeOf(action, 'everyone');
  if (open !== null && (open === 'any' || person !== null)) return true;
  return person?.grants.some((grant) => scopeOf(action, grant.role) !== null) ?? false;
}

function reaches(scope: Scope, grant: Grant, person: Person, subject: Subject): boolean {
  switch (scope) {
    case 'any':
      return true;
    case 'own-group':
      return 'group' in grant && (subject.groups?.includes(grant.group) ?? false);
    case 'own-body':
      return 'body' in grant && (subject.bodies?.includes(grant.body) ?? false);
    case 'own-seat':
      return 'body' in grant && (subject.seated?.includes(grant.body) ?? false);
    case 'own-directorate':
      return 'directorate' in grant && sameDirectorate(subject.directorate, grant.directorate);
    case 'own':
      return subject.person === person.id;
    case 'assigned':
      return subject.readers?.includes(person.id) ?? false;
    case 'by-consent':
      return subject.consent === true || (subject.bodies?.some((body) => belongsTo(person, body)) ?? false);
  }
}
