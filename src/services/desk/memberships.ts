import { listSittings } from '../../../db/repositories/desk/board.ts';
import { membershipsOf, readMemberships, type StoredMembership } from '../../../db/repositories/desk/memberships.ts';
import { readStaff } from '../../../db/repositories/desk/staff.ts';
import { brusselsDay } from '../../domain/brussels.ts';
import { type GrantPaper, membershipOn, missingPapers } from '../../domain/desk/interest/membership.ts';
import type { Person } from '../../domain/desk/people/person.ts';
import { can } from '../../domain/desk/people/roles.ts';
import { Failure } from '../../domain/errors.ts';
import type { Partner } from '../../domain/partner.ts';
import type { Deps } from '../deps.ts';
import { type Asked, mustBeAllowed } from './act.ts';

/** A body of the profile with what it is to the association today; null = nothing was recorded yet. */
export interface MemberCard {
  body: Partner;
  membership: StoredMembership | null;
  contact: string | null;
  missing: readonly GrantPaper[];
}

/** The bodies whose membership a person may read. */
export async function listMembers(deps: Deps, person: Person): Promise<MemberCard[]> {
  const known = await readMemberships(deps.db);
  const staff = await readStaff(deps.db);
  const today = brusselsDay(deps.clock.now());
  return deps.profile.partners
    .filter(({ id }) => can(person, 'membership.read', { bodies: [id] }))
    .map((body) => cardOf(body, known, staff, today));
}

function cardOf(
  body: Partner,
  known: readonly StoredMembership[],
  staff: Awaited<ReturnType<typeof readStaff>>,
  today: string,
): MemberCard {
  const membership = membershipOn(known, body.id, today);
  return {
    body,
    membership,
    contact: membership?.contact == null ? null : (staff.get(membership.contact)?.name ?? null),
    missing: membership === null ? [] : missingPapers(membership, body.type),
  };
}

/** One body: what it is today, what it was, and what is needed to write on. */
export async function readMember({ deps, person, input: { bodyId } }: Asked<{ bodyId: string }>) {
  const body = memberBody(deps, bodyId);
  mustBeAllowed(person, 'membership.read', { bodies: [bodyId] });
  const [known, staff, sittings] = await Promise.all([
    membershipsOf(deps.db, bodyId),
    readStaff(deps.db),
    listSittings(deps.db),
  ]);
  const today = brusselsDay(deps.clock.now());
  return {
    ...cardOf(body, known, staff, today),
    known,
    sittings,
    today,
    staff: [...staff.values()].filter(({ active }) => active),
    mayEdit: can(person, 'membership.edit'),
    mayAdmit: can(person, 'membership.admit'),
  };
}

/** A body of the profile; others cannot be members of an association that does not know them. */
export function memberBody({ profile }: Deps, bodyId: string): Partner {
  const body = profile.partners.find(({ id }) => id === bodyId);
  if (body === undefined) throw new Failure('not-found', `Body «${bodyId}» is not in the profile.`, { what: 'Body' });
  return body;
}
