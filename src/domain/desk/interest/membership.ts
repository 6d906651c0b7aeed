import { conflict, invalid } from '../../errors.ts';
import { type PartnerType, picSchema } from '../../partner.ts';
import type { Day } from '../../topic.ts';
import type { BodyId, PersonId } from '../people/person.ts';

/** What a body is to the association. Founders and members vote; collaborators and externals are known to us. */
export const MEMBER_KINDS = ['founder', 'member', 'collaborator', 'external'] as const;
export type MemberKind = (typeof MEMBER_KINDS)[number];

export interface Membership {
  bodyId: BodyId;
  kind: MemberKind;
  admittedOn: Day;
  /** The sitting that admitted it; null for founders. */
  sittingId: string | null;
  leftOn: Day | null;
  contact: PersonId | null;
  pic: string | null;
  /** Who signs for the body on the portal (LEAR). */
  lear: string | null;
  /** Gender Equality Plan; null = unknown. */
  genderEqualityPlan: boolean | null;
}

/** Founders and members vote, so the board's word is needed; who is merely known is the secretariat's to note. */
export const votes = (kind: MemberKind): boolean => kind === 'founder' || kind === 'member';

/** What a body was to the association on a day; null = nothing. */
export function membershipOn<Known extends Membership>(
  memberships: readonly Known[],
  bodyId: BodyId,
  day: Day,
): Known | null {
  const holds = (m: Known) => m.bodyId === bodyId && m.admittedOn <= day && (m.leftOn === null || day < m.leftOn);
  return memberships.findLast(holds) ?? null;
}

/** Admits a body, or changes what it is: the old membership ends on the day that the new one begins. */
export function admit(memberships: readonly Membership[], admitted: Membership): Membership[] {
  if (admitted.kind === 'member' && admitted.sittingId === null)
    throw invalid('a member is admitted by a sitting of the board', { field: 'sittingId', say: 'sittingNeeded' });
  if (admitted.pic !== null && !picSchema.safeParse(admitted.pic).success)
    throw invalid('a PIC is nine digits', { field: 'pic', say: 'pic', value: admitted.pic });
  const current = membershipOn(memberships, admitted.bodyId, admitted.admittedOn);
  if (current?.kind === admitted.kind)
    throw conflict(`«${admitted.bodyId}» is ${current.kind} since ${current.admittedOn}`, { current });
  return [...memberships.map((m) => (m === current ? { ...m, leftOn: admitted.admittedOn } : m)), admitted];
}

export function leave(membership: Membership, day: Day): Membership {
  if (membership.leftOn !== null) throw conflict(`it left on ${membership.leftOn}`, { membership });
  if (day < membership.admittedOn)
    throw invalid('nobody leaves before coming in', { field: 'leftOn', say: 'afterAdmission' });
  return { ...membership, leftOn: day };
}

export type GrantPaper = 'PIC' | 'LEAR' | 'GEP';

/**
 * What a body still lacks to be a beneficiary. Horizon asks public bodies, universities and research organisations for a
 * Gender Equality Plan; an unknown plan counts as lacking until somebody says so.
 */
export function missingPapers(membership: Membership, type: PartnerType): GrantPaper[] {
  const needsPlan = type === 'PUB' || type === 'HES' || type === 'REC';
  return [
    ...(membership.pic === null ? ['PIC' as const] : []),
    ...(membership.lear === null ? ['LEAR' as const] : []),
    ...(needsPlan && membership.genderEqualityPlan !== true ? ['GEP' as const] : []),
  ];
}
