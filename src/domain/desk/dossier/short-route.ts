import { conflict } from '../../errors.ts';
import type { Pillar } from '../../pillar.ts';
import type { Instant } from '../../topic.ts';
import type { Voice } from '../board/ballot.ts';
import { holds, type Person, type PersonId } from '../people/person.ts';

/** The three voices of the *via breve* (issue 3, "Two routes"). */
export const SHORT_ROUTE_SEATS = ['secretariat', 'group-coordinator', 'president'] as const;
export type ShortRouteSeat = (typeof SHORT_ROUTE_SEATS)[number];

export interface ShortRouteVoice {
  seat: ShortRouteSeat;
  by: PersonId;
  voice: Voice;
  at: Instant;
  note: string | null;
}

export type ShortRouteOutcome = 'waiting' | 'favourable' | 'contrary' | 'to-the-board';

/** The seats that a person may speak from on a dossier of these groups, and that have not spoken. */
export function seatsOpenTo(
  person: Person,
  groups: readonly Pillar[],
  voices: readonly Pick<ShortRouteVoice, 'seat' | 'by'>[],
): ShortRouteSeat[] {
  if (voices.some(({ by }) => by === person.id)) return [];
  return SHORT_ROUTE_SEATS.filter(
    (seat) => sitsOn(person, groups, seat) && !voices.some((voice) => voice.seat === seat),
  );
}

export const sitsOn = (person: Person, groups: readonly Pillar[], seat: ShortRouteSeat): boolean =>
  seat === 'group-coordinator'
    ? person.grants.some((grant) => grant.role === 'group-coordinator' && groups.includes(grant.group))
    : holds(person, seat);

/** Adds a voice; a seat speaks once, and one person sits on one seat. */
export function addVoice(voices: readonly ShortRouteVoice[], voice: ShortRouteVoice): ShortRouteVoice[] {
  const before = voices.find(({ seat, by }) => seat === voice.seat || by === voice.by);
  if (before !== undefined) throw conflict(`${before.by} has spoken as ${before.seat}`, { before });
  return [...voices, voice];
}

/** Two voices that agree are enough beside an abstention; two that differ, or fewer than two, send it to the board. */
export function shortRouteOutcome(voices: readonly ShortRouteVoice[]): ShortRouteOutcome {
  if (voices.length < SHORT_ROUTE_SEATS.length) return 'waiting';
  const spoken = voices.flatMap(({ voice }) => (voice === 'favourable' || voice === 'contrary' ? [voice] : []));
  const [first] = spoken;
  if (first === undefined || spoken.length < 2 || spoken.some((voice) => voice !== first)) return 'to-the-board';
  return first;
}
