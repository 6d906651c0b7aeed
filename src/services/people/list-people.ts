import { listLinkWishes } from '../../../db/repositories/audit-log.ts';
import { grantOf, listPeopleRows } from '../../../db/repositories/people.ts';
import { lastSeenByPerson } from '../../../db/repositories/sessions.ts';
import type { BodyId, Grant, PersonId } from '../../domain/desk/people/person.ts';
import type { Instant } from '../../domain/topic.ts';
import type { Deps } from '../deps.ts';

export interface PersonCard {
  id: PersonId;
  name: string;
  email: string | null;
  bodyId: BodyId | null;
  disabled: boolean;
  grants: { id: number; grant: Grant }[];
  /** Null = never signed in. */
  lastSeenAt: Instant | null;
  /** When they last asked for a link that no mail could bring and nobody has printed since. */
  wantsLinkSince: Instant | null;
}

/** Everybody at the desk, by name. */
export async function listPeople({ deps }: { deps: Pick<Deps, 'db'> }): Promise<PersonCard[]> {
  const rows = await listPeopleRows(deps.db);
  const seen = await lastSeenByPerson(deps.db);
  const wishes = await listLinkWishes(deps.db);
  return rows.map(({ row, grants }) => ({
    id: row.id,
    name: row.name ?? '',
    email: row.email,
    bodyId: row.bodyId,
    disabled: row.disabledAt !== null,
    grants: grants.flatMap(({ id, role, scope }) => {
      const grant = grantOf(role, scope);
      return grant === null ? [] : [{ id, grant }];
    }),
    lastSeenAt: seen.get(row.id) ?? null,
    wantsLinkSince: wishes.get(row.id) ?? null,
  }));
}
