import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Grant, Person, PersonId, Role } from '../../src/domain/desk/person.ts';
import { isPillar } from '../../src/domain/pillar.ts';
import { people, roleGrants } from '../schema/index.ts';
import type { Db } from '../store.ts';

export type PersonRow = typeof people.$inferSelect;
export type GrantRow = typeof roleGrants.$inferSelect;

/** A person with what the desk's rules ask for, and how to address them. */
export interface KnownPerson extends Person {
  /** Null = erased. */
  name: string | null;
  email: string | null;
  language: 'it' | 'en';
}

/** A person who may act now; null for unknown, disabled and erased ones. */
export async function findActivePerson(db: Db, id: PersonId): Promise<KnownPerson | null> {
  const active = and(eq(people.id, id), isNull(people.disabledAt), isNull(people.erasedAt));
  const [row] = await db.select().from(people).where(active);
  if (row === undefined) return null;
  const grants = await db
    .select()
    .from(roleGrants)
    .where(and(eq(roleGrants.personId, id), isNull(roleGrants.revokedAt)))
    .orderBy(asc(roleGrants.id));
  return knownPerson(row, grants);
}

const knownPerson = (row: PersonRow, grants: readonly GrantRow[]): KnownPerson => ({
  id: row.id,
  bodyId: row.bodyId,
  grants: grants.flatMap(({ role, scope }) => grantOf(role, scope) ?? []),
  name: row.name,
  email: row.email,
  language: row.language,
});

/** The hat that a row means; null where the scope does not fit the role, which then allows nothing. */
export function grantOf(role: Role, scope: string): Grant | null {
  switch (role) {
    case 'group-member':
    case 'group-coordinator':
      return isPillar(scope) ? { role, group: scope } : null;
    case 'partner':
      return scope === '' ? null : { role, body: scope };
    case 'directorate':
      return scope === '' ? null : { role, directorate: scope };
    default:
      return { role };
  }
}

export function scopeOfGrant(grant: Grant): string {
  if ('group' in grant) return grant.group;
  if ('body' in grant) return grant.body;
  return 'directorate' in grant ? grant.directorate : '';
}
