import { isNull } from 'drizzle-orm';
import type { Person, PersonId } from '../../../src/domain/desk/people/person.ts';
import { people, roleGrants } from '../../schema/index.ts';
import type { Db } from '../../store.ts';
import { type GrantRow, grantOf, type PersonRow } from '../people.ts';
import { readTogether } from '../read-together.ts';

/** A person as the desk knows them; `name` is null where erased, `active` false where gone. */
export interface StaffMember extends Person {
  name: string | null;
  active: boolean;
}

/** Everybody, with the hats in force: some sixty rows, one statement. */
export async function readStaff(db: Db): Promise<Map<PersonId, StaffMember>> {
  const [rows, grants] = await readTogether(db, staffReads(db));
  return staffOf(rows, grants);
}

/** The selects that `staffOf` puts together, so that others can read them along with something else. */
export const staffReads = (db: Db) =>
  [
    db.select().from(people),
    db.select().from(roleGrants).where(isNull(roleGrants.revokedAt)).orderBy(roleGrants.id),
  ] as const;

export function staffOf(rows: readonly PersonRow[], grants: readonly GrantRow[]): Map<PersonId, StaffMember> {
  return new Map(
    rows.map(({ id, name, bodyId, disabledAt, erasedAt }) => {
      const own = grants.filter(({ personId }) => personId === id);
      const hats = own.flatMap(({ role, scope }) => grantOf(role, scope) ?? []);
      return [id, { id, name, bodyId, grants: hats, active: disabledAt === null && erasedAt === null }];
    }),
  );
}
