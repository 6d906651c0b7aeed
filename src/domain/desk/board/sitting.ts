import { daysBetween } from '../../brussels.ts';
import { invalid } from '../../errors.ts';
import type { Instant } from '../../topic.ts';
import type { DossierState } from '../dossier/state.ts';
import type { BodyId, DossierId, PersonId } from '../people/person.ts';

/** *Seduta*: around a table, by written procedure, or the president alone in an urgent matter, to be ratified. */
export const SITTING_KINDS = ['meeting', 'written', 'urgent'] as const;
export type SittingKind = (typeof SITTING_KINDS)[number];

/** Days between the convocation and the sitting; an urgent one has none. DES: no statute of the association was found. */
export const NOTICE_DAYS: Readonly<Record<SittingKind, number>> = { meeting: 5, written: 2, urgent: 0 };

export interface BoardMember {
  personId: PersonId;
  bodyId: BodyId;
  president: boolean;
}

export interface AgendaItem {
  id: string;
  title: string;
  /** Null for other business: weights, admissions, ratifications. */
  dossierId: DossierId | null;
  /** The written procedure or urgent act that this item ratifies. */
  ratifies?: Pick<Sitting, 'kind' | 'at'> & { sittingId: string };
}

/** Its table has spoken, the board has not: what sittings are convened for. */
export const isReadyForBoard = (state: DossierState): boolean => state === 'collegial-evaluation';

/** What was decided without meeting goes before the next meeting. */
export const needsRatification = ({ kind }: Pick<Sitting, 'kind'>): boolean => kind !== 'meeting';

export interface ProxyGrant {
  from: PersonId;
  to: PersonId;
}

export interface Sitting {
  id: string;
  kind: SittingKind;
  convenedAt: Instant;
  convenedBy: PersonId;
  /** Start of the meeting, or the last instant for a written vote. */
  at: Instant;
  place: string | null;
  agenda: readonly AgendaItem[];
  /** The board as it stands that day. */
  members: readonly BoardMember[];
  /** In the room, or having answered in writing. */
  present: readonly PersonId[];
  proxies: readonly ProxyGrant[];
}

/** Checks a convocation before it goes out; all faults would be the secretary's to mend, so the first one speaks. */
export function checkConvocation(sitting: Sitting): Sitting {
  const notice = NOTICE_DAYS[sitting.kind];
  if (daysBetween(sitting.convenedAt, sitting.at) < notice)
    throw invalid(`a ${sitting.kind} sitting is convened ${notice} days before`, {
      field: 'on',
      say: 'notice',
      notice,
    });
  if (sitting.agenda.length === 0)
    throw invalid('a convocation has an agenda', { field: 'agenda', say: 'agendaEmpty' });
  if (sitting.members.filter(({ president }) => president).length !== 1)
    throw invalid('a board has one president', { field: 'members', say: 'onePresident' });
  return sitting;
}

/** One proxy a holder, from an absent member to a present one: nobody carries the board in a pocket. DES. */
export function checkProxies(sitting: Sitting): Sitting {
  const isMember = (person: PersonId) => sitting.members.some(({ personId }) => personId === person);
  const holders = sitting.proxies.map(({ to }) => to);
  const grantors = sitting.proxies.map(({ from }) => from);
  for (const { from, to } of sitting.proxies) {
    if (!isMember(from) || !isMember(to) || from === to)
      throw invalid('a proxy goes from one member to another', { field: 'proxies', say: 'proxyBetweenMembers' });
    if (sitting.present.includes(from))
      throw invalid(`${from} is present and needs no proxy`, { field: 'proxies', say: 'proxyOfPresent' });
    if (!sitting.present.includes(to))
      throw invalid(`${to} holds a proxy but is absent`, { field: 'proxies', say: 'proxyToAbsent' });
  }
  if (new Set(holders).size < holders.length || new Set(grantors).size < grantors.length)
    throw invalid('one proxy a member, given and held', { field: 'proxies', say: 'oneProxy' });
  return sitting;
}

/** Members present or represented. */
export function represented(sitting: Sitting): BoardMember[] {
  const by = new Set([...sitting.present, ...sitting.proxies.map(({ from }) => from)]);
  return sitting.members.filter(({ personId }) => by.has(personId));
}

/** More than half of the members, present or represented; an urgent act is the president's alone. */
export function sittingQuorum(sitting: Sitting): { present: number; needed: number; met: boolean } {
  const present = represented(sitting).length;
  const needed = sitting.kind === 'urgent' ? 1 : Math.floor(sitting.members.length / 2) + 1;
  const presidentActs = sitting.members.some(
    ({ personId, president }) => president && sitting.present.includes(personId),
  );
  return { present, needed, met: present >= needed && (sitting.kind !== 'urgent' || presidentActs) };
}
