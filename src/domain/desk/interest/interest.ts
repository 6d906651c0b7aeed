import type { CityRole } from '../../partner.ts';
import type { Day, Instant } from '../../topic.ts';
import type { CityRequest } from '../dossier/request.ts';
import type { DossierState } from '../dossier/state.ts';
import { groupBy } from '../group-by.ts';
import type { BodyId, DossierId, Person, PersonId } from '../people/person.ts';
import { can, type Subject } from '../people/roles.ts';
import type { LeadClaim } from '../review/conflict.ts';

/** Who may learn a body's name from its expression of interest: any partner, the group, or secretariat and board. */
export const CONFIDENTIALITY = ['open', 'group', 'reserved'] as const;
export type Confidentiality = (typeof CONFIDENTIALITY)[number];

/** *Manifestazione di interesse* of one body for one dossier (DOMAIN §5.2, step 4). */
export interface Interest {
  id: string;
  dossierId: DossierId;
  bodyId: BodyId;
  role: CityRole;
  /** Whether the body would coordinate. */
  lead: boolean;
  competences: readonly string[];
  effortMonths: number | null;
  ownFundsEur: number | null;
  contact: string;
  confidentiality: Confidentiality;
  expressedAt: Instant;
  by: PersonId;
  /** How it came: by the body, by the secretariat for it, in answer to a public notice, from another city. */
  through: 'body' | 'on-behalf' | 'public-notice' | 'other-city';
  withdrawnAt: Instant | null;
}

export const isStanding = (interest: Interest): boolean => interest.withdrawnAt === null;

/** As much of an interest as a person may see; anonymous is "un ente riservato". */
export type InterestView =
  | { view: 'full'; interest: Interest }
  | { view: 'name'; bodyId: BodyId; role: CityRole; lead: boolean }
  | { view: 'anonymous' };

/** The consent rules of DOMAIN §5.3; null = nothing at all. */
export function viewInterest(person: Person | null, interest: Interest, dossier: Subject): InterestView | null {
  if (person === null) return null;
  const subject = { ...dossier, bodies: [interest.bodyId], consent: interest.confidentiality === 'open' };
  if (can(person, 'interest.read-in-full', subject)) return { view: 'full', interest };
  const inGroup = can(person, 'interest.read-names', { groups: dossier.groups });
  const asPartner = can(person, 'interest.read-names', { consent: true });
  if (!inGroup && !asPartner) return null;
  const named = can(person, 'interest.read-names', { bodies: subject.bodies, consent: subject.consent });
  if (named || (inGroup && interest.confidentiality !== 'reserved'))
    return { view: 'name', bodyId: interest.bodyId, role: interest.role, lead: interest.lead };
  return { view: 'anonymous' };
}

/** Whether the call for interest is under way, so that it can be closed before its day. */
export function isGathering(state: DossierState, call: { closesOn: Day | null; closed: boolean }, today: Day): boolean {
  if (call.closed || (call.closesOn !== null && call.closesOn < today)) return false;
  return state === 'gathering-interest' || state === 'in-review' || (state === 'assigned' && call.closesOn !== null);
}

/** Every claim to lead that makes a reader step aside: standing interests, and requests that name a coordinator. */
export function leadClaims(interests: readonly Interest[], requests: readonly CityRequest[]): LeadClaim[] {
  const own = interests
    .filter((interest) => interest.lead && isStanding(interest))
    .map(({ id, bodyId, expressedAt }) => ({ bodyId, since: expressedAt, through: 'interest' as const, sourceId: id }));
  const asked = requests.flatMap(({ id, leadBodyId, receivedOn, answer }) =>
    leadBodyId === null || answer?.kind === 'withdrawn-by-asker'
      ? []
      : [{ bodyId: leadBodyId, since: `${receivedOn}T00:00:00Z`, through: 'request' as const, sourceId: id }],
  );
  return [...own, ...asked];
}

/** The one conversation of those who would lead the same bid. */
export interface LeadThread {
  bodies: BodyId[];
  /** Would-be leads that only secretariat and board may know of: they stay out until they agree to be named. */
  reserved: BodyId[];
}

/**
 * Two bodies or more would lead: they share one thread rather than find out later. Asking for the lead is agreeing to be
 * named to the others who ask for it, except where the interest is reserved; what an outside asker said about who would
 * lead is the asker's word, and opens nothing.
 */
export function leadThread(interests: readonly Interest[]): LeadThread | null {
  const leads = interests.filter((interest) => interest.lead && isStanding(interest));
  const bodiesOf = (of: readonly Interest[]) => [...groupBy(of, ({ bodyId }) => bodyId).keys()];
  const bodies = bodiesOf(leads.filter(({ confidentiality }) => confidentiality !== 'reserved'));
  const reserved = bodiesOf(leads.filter(({ confidentiality }) => confidentiality === 'reserved'));
  return bodies.length + reserved.length < 2 ? null : { bodies, reserved };
}

/** Who reads and writes in it: those who speak for a would-be lead, the secretariat, the coordinators of the groups. */
export const inLeadThread = (person: Person, thread: LeadThread, dossier: Subject): boolean =>
  can(person, 'lead-thread.join', { groups: dossier.groups ?? [] }) ||
  (thread.bodies.length > 1 && can(person, 'lead-thread.join', { bodies: thread.bodies }));

/** A body that is none of the association's answers under its own name; the mark keeps it from ever being one of them. */
export const outsideBody = (organisation: string): BodyId => `${OUTSIDE}${organisation}`;

/** The name of a body from outside; null for the association's own. */
export const outsideName = (body: BodyId): string | null =>
  body.startsWith(OUTSIDE) ? body.slice(OUTSIDE.length) : null;

const OUTSIDE = 'outside:';

/** A dated public notice by which outside bodies may come in. */
export interface PublicNotice {
  dossierId: DossierId;
  roles: readonly CityRole[];
  text: string;
  publishedOn: Day;
  closesOn: Day;
  by: PersonId;
}

export const isNoticeOpen = (notice: PublicNotice, today: Day): boolean =>
  notice.publishedOn <= today && today <= notice.closesOn;
