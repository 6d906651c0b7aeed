import type { Day, Instant } from '../../topic.ts';
import { byText } from '../compare.ts';
import type { Route } from '../dossier/route.ts';
import type { ShortRouteVoice } from '../dossier/short-route.ts';
import type { DossierId, PersonId } from '../people/person.ts';
import { pick } from '../pick.ts';
import type { CollegialResult, Quorum } from '../review/collegial.ts';
import type { Review } from '../review/review.ts';
import type { WeightSet } from '../review/weights.ts';
import type { Tally, Vote } from './ballot.ts';
import { canonicalJson, type Json } from './canonical-json.ts';
import { type Link, seal, sha256 } from './hash-chain.ts';
import type { Opinion } from './opinion.ts';
import type { Sitting } from './sitting.ts';

/** What the call said when the board spoke, as canonical JSON would hold it. */
export interface CallSnapshot {
  identifier: string;
  reference: string | null;
  title: string;
  programme: string | null;
  url: string | null;
  typesOfAction: readonly string[];
  opensOn: Day | null;
  deadlines: readonly Instant[];
  budgetEur: number | null;
  expectedGrants: number | null;
  readAt: Instant;
  source: string;
}

/** A dissenting voice that its author wants in the minutes. */
export interface Dissent {
  by: PersonId;
  text: string;
}

/** All that the minutes draw from. */
export interface MinutesFacts {
  dossierId: DossierId;
  route: Route;
  call: CallSnapshot;
  opinion: Opinion;
  weights: WeightSet;
  collegial: CollegialResult | null;
  quorum: Quorum | null;
  reviews: readonly Review[];
  dissents: readonly Dissent[];
  sitting: Sitting | null;
  votes: readonly Vote[];
  tally: Tally | null;
  voices: readonly ShortRouteVoice[];
  keptBy: PersonId;
}

/** Bumped when the shape changes; old minutes keep theirs. */
export const MINUTES_VERSION = 1;

/**
 * The minutes of one opinion. People stand in it by id alone: names are joined at rendering, so that a person can be
 * erased and the chain stays valid. Only what was so on that day goes in: that a condition was met, an opinion superseded
 * or a body adhered later is told elsewhere.
 */
export function minutesOf(facts: MinutesFacts): Json {
  const { opinion, sitting, weights } = facts;
  const call = pick(facts.call, CALL);
  return plain({
    version: MINUTES_VERSION,
    dossier: facts.dossierId,
    route: facts.route,
    keptBy: facts.keptBy,
    call: { ...call, hash: sha256(canonicalJson(plain(call))) },
    opinion: {
      ...pick(opinion, OPINION),
      conditions: opinion.conditions.map((condition) => pick(condition, ['text', 'owner', 'dueOn'])),
    },
    weights: { id: weights.id, from: weights.from, sitting: weights.decidedInSitting },
    collegial: facts.collegial && pick(facts.collegial, ['lines', 'total', 'band']),
    quorum: facts.quorum,
    conflicts: conflictsOf(facts.reviews),
    withdrawals: withdrawalsOf(facts.reviews),
    dissents: facts.dissents.map((dissent) => pick(dissent, ['by', 'text'])).toSorted((a, b) => byText(a.by, b.by)),
    sitting: sitting && {
      ...pick(sitting, SITTING),
      members: sitting.members.toSorted((a, b) => byText(a.personId, b.personId)),
    },
    votes: facts.votes
      .filter(({ agendaItemId }) => agendaItemId === opinion.sitting?.agendaItemId)
      .map((vote) => pick(vote, ['member', 'voice', 'castBy']))
      .toSorted((a, b) => byText(a.member, b.member)),
    tally: facts.tally,
    voices: facts.voices
      .map((voice) => pick(voice, ['seat', 'by', 'voice', 'note', 'at']))
      .toSorted((a, b) => byText(a.seat, b.seat)),
  });
}

const CALL = [
  'identifier',
  'reference',
  'title',
  'programme',
  'url',
  'typesOfAction',
  'opensOn',
  'deadlines',
  'budgetEur',
  'expectedGrants',
  'readAt',
  'source',
] as const satisfies readonly (keyof CallSnapshot)[];

const OPINION = [
  'id',
  'kind',
  'reasons',
  'code',
  'role',
  'ownFundsCeilingEur',
  'proposed',
  'differenceReason',
  'withoutQuorumReason',
  'watchUntil',
  'sitting',
  'recordedBy',
  'recordedAt',
  'confirmed',
] as const satisfies readonly (keyof Opinion)[];

const SITTING = ['id', 'kind', 'convenedAt', 'convenedBy', 'at', 'place', 'agenda', 'present', 'proxies'] as const;

/** Seals minutes behind the last ones. */
export const sealMinutes = (facts: MinutesFacts, last: Pick<Link, 'number' | 'hash'> | null): Link =>
  seal(canonicalJson(minutesOf(facts)), last);

/** Who stepped aside and why; the values they had given stay out of the minutes, that they had given some does not. */
function conflictsOf(reviews: readonly Review[]) {
  return reviews
    .flatMap(({ personId, setAside }) => (setAside === null ? [] : [{ personId, setAside }]))
    .map(({ personId, setAside: { conflict, at, deliveredAt } }) => ({
      person: personId,
      ...conflict,
      at,
      deliveredAt,
    }))
    .toSorted((a, b) => byText(a.person, b.person));
}

/** Who took a sheet back after others' could be read, or before. */
function withdrawalsOf(reviews: readonly Review[]) {
  return reviews
    .flatMap(({ personId, withdrawals }) =>
      withdrawals.map(({ at, othersReadable }) => ({ personId, at, othersReadable })),
    )
    .toSorted((a, b) => byText(a.at, b.at) || byText(a.personId, b.personId));
}

/** Domain objects are records of JSON values; this says so, drops what is undefined and refuses dates and the like. */
function plain(value: unknown): Json {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || Object.getPrototypeOf(value) !== Object.prototype)
    throw new TypeError(`minutes hold no ${typeof value}`);
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  return Object.fromEntries(members.map(([key, member]) => [key, plain(member)]));
}
