import { and, asc, eq, gte, inArray, isNull, type SQL } from 'drizzle-orm';
import type { Grant, Person, PersonId, Role } from '../../src/domain/desk/people/person.ts';
import type { Language } from '../../src/domain/labels/localised.ts';
import { isPillar } from '../../src/domain/pillar.ts';
import type { Instant } from '../../src/domain/topic.ts';
import { people, roleGrants } from '../schema/index.ts';
import type { Db } from '../store.ts';
import { readTogether } from './read-together.ts';

export type PersonRow = typeof people.$inferSelect;
export type GrantRow = typeof roleGrants.$inferSelect;

/** A person with what the desk's rules ask for, and how to address them. */
export interface KnownPerson extends Person {
  /** Null = erased. */
  name: string | null;
  email: string | null;
  language: Language;
}

const active = () => and(isNull(people.disabledAt), isNull(people.erasedAt));

/** A person who may act now; null for unknown, disabled and erased ones. */
export const findActivePerson = (db: Db, id: PersonId): Promise<KnownPerson | null> => findOne(db, eq(people.id, id));

/** The same by mail address, lower case. */
export const findPersonByEmail = (db: Db, email: string): Promise<KnownPerson | null> =>
  findOne(db, eq(people.email, email));

/** The id behind an address, active or not. */
export async function findIdByEmail(db: Db, email: string): Promise<PersonId | null> {
  const [row] = await db.select({ id: people.id }).from(people).where(eq(people.email, email));
  return row?.id ?? null;
}

async function findOne(db: Db, which: SQL): Promise<KnownPerson | null> {
  const [rows, grants] = await readTogether(db, activeWithGrants(db, which));
  return knownPersonOf(rows, grants);
}

/** The selects that `knownPersonOf` puts together, so that others can read them along with something else. */
export function activeWithGrants(db: Db, which: SQL) {
  const one = and(which, active());
  const ids = db.select({ id: people.id }).from(people).where(one);
  return [
    db.select().from(people).where(one),
    db
      .select()
      .from(roleGrants)
      .where(and(inArray(roleGrants.personId, ids), inForce()))
      .orderBy(asc(roleGrants.id)),
  ] as const;
}

export function knownPersonOf([row]: readonly PersonRow[], grants: readonly GrantRow[]): KnownPerson | null {
  return row === undefined ? null : knownPerson(row, grants);
}

/** Everybody who is not erased, by name, with the hats in force. */
export async function listPeopleRows(db: Db): Promise<{ row: PersonRow; grants: GrantRow[] }[]> {
  const [rows, grants] = await readTogether(db, [
    db.select().from(people).where(isNull(people.erasedAt)).orderBy(asc(people.name)),
    db.select().from(roleGrants).where(inForce()).orderBy(asc(roleGrants.id)),
  ]);
  return rows.map((row) => ({ row, grants: grants.filter(({ personId }) => personId === row.id) }));
}

/** The row of a person in whatever state, with every hat they ever wore. */
export async function readPersonRow(db: Db, id: PersonId): Promise<{ row: PersonRow; grants: GrantRow[] } | null> {
  const [rows, grants] = await readTogether(db, [
    db.select().from(people).where(eq(people.id, id)),
    db.select().from(roleGrants).where(eq(roleGrants.personId, id)).orderBy(asc(roleGrants.id)),
  ]);
  const [row] = rows;
  return row === undefined ? null : { row, grants };
}

/** Who wears a hat now and may act. */
export async function listHolders(db: Db, role: Role): Promise<PersonId[]> {
  const rows = await db
    .selectDistinct({ id: people.id })
    .from(people)
    .innerJoin(roleGrants, and(eq(roleGrants.personId, people.id), eq(roleGrants.role, role), inForce()))
    .where(active());
  return rows.map(({ id }) => id);
}

export const insertPerson = (
  db: Db,
  row: Pick<PersonRow, 'id' | 'name' | 'email' | 'bodyId' | 'language' | 'createdAt'>,
) => db.insert(people).values(row);

export const updatePerson = (db: Db, id: PersonId, set: Partial<Omit<PersonRow, 'id' | 'createdAt'>>) =>
  db.update(people).set(set).where(eq(people.id, id));

export const insertGrant = (db: Db, personId: PersonId, grant: Grant, by: PersonId | null, at: Instant) =>
  db
    .insert(roleGrants)
    .values({ personId, role: grant.role, scope: scopeOfGrant(grant), grantedBy: by, grantedAt: at });

export const revokeGrantRow = (db: Db, personId: PersonId, id: number, by: PersonId | null, at: Instant) =>
  db
    .update(roleGrants)
    .set({ revokedBy: by, revokedAt: at })
    .where(and(eq(roleGrants.id, id), eq(roleGrants.personId, personId), isNull(roleGrants.revokedAt)));

/** Takes all hats off. */
export const revokeGrantsOf = (db: Db, personId: PersonId, by: PersonId | null, at: Instant) =>
  db
    .update(roleGrants)
    .set({ revokedBy: by, revokedAt: at })
    .where(and(eq(roleGrants.personId, personId), isNull(roleGrants.revokedAt)));

/** Whether a hat was taken off a person since a moment. */
export async function hasLostRole(db: Db, personId: PersonId, since: Instant): Promise<boolean> {
  return (await db.$count(roleGrants, and(eq(roleGrants.personId, personId), gte(roleGrants.revokedAt, since)))) > 0;
}

const inForce = () => isNull(roleGrants.revokedAt);

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

/** Names of all who ever were here; null = erased. */
export async function readPeopleNames(db: Db): Promise<Map<PersonId, string | null>> {
  const rows = await db.select({ id: people.id, name: people.name }).from(people);
  return new Map(rows.map(({ id, name }) => [id, name]));
}
