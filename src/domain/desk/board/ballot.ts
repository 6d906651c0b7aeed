import { conflict, invalid } from '../../errors.ts';
import type { PersonId } from '../people/person.ts';
import { represented, type Sitting, sittingQuorum } from './sitting.ts';

/** *Favorevole, contrario, astenuto (non si esprime), astenuto per conflitto.* */
export const VOICES = ['favourable', 'contrary', 'abstains', 'recused'] as const;
export type Voice = (typeof VOICES)[number];

/** A member's vote on the proposal before the board. */
export interface Vote {
  agendaItemId: string;
  member: PersonId;
  voice: Voice;
  /** Who cast it: the member, or the holder of the proxy. */
  castBy: PersonId;
}

export interface Tally {
  favourable: number;
  contrary: number;
  abstained: number;
  recused: number;
  /** Represented members who cast no vote. */
  silent: number;
  outcome: 'carried' | 'not-carried' | 'no-quorum';
  /** A tie that the president's own vote broke. */
  castingVote: boolean;
}

/** Adds a vote: once a member, cast by the member or the holder of the proxy, on an item of the agenda. */
export function castVote(sitting: Sitting, votes: readonly Vote[], vote: Vote): Vote[] {
  if (!sitting.agenda.some(({ id }) => id === vote.agendaItemId))
    throw invalid('that is not on the agenda', { field: 'item', agendaItemId: vote.agendaItemId });
  if (!represented(sitting).some(({ personId }) => personId === vote.member))
    throw invalid(`${vote.member} is neither present nor represented`, { field: 'member', say: 'notRepresented' });
  const holds = sitting.proxies.some(({ from, to }) => from === vote.member && to === vote.castBy);
  if (vote.castBy !== vote.member && !holds)
    throw invalid(`${vote.castBy} holds no proxy of ${vote.member}`, { field: 'member', say: 'noProxy' });
  if (votes.some(({ agendaItemId, member }) => agendaItemId === vote.agendaItemId && member === vote.member))
    throw conflict(`${vote.member} has voted on this item`, { member: vote.member });
  return [...votes, vote];
}

/** Whoever has voted stays present or represented: a vote that counts was cast in the room. */
export function keepVoters(sitting: Sitting, votes: readonly Vote[]): void {
  const there = new Set(represented(sitting).map(({ personId }) => personId));
  const gone = votes.find(({ member }) => !there.has(member));
  if (gone !== undefined) throw invalid(`${gone.member} has voted`, { field: 'present', say: 'hasVoted' });
}

/**
 * Counts one item. Abstentions and recusals make the quorum but no majority: more favourable than contrary votes carry.
 * In a tie the president's own vote decides; without one the proposal is not carried. DES, as Italian boards usually do.
 */
export function tally(sitting: Sitting, votes: readonly Vote[], agendaItemId: string): Tally {
  const cast = votes.filter((vote) => vote.agendaItemId === agendaItemId);
  const count = (voice: Voice) => cast.filter((vote) => vote.voice === voice).length;
  const [favourable, contrary] = [count('favourable'), count('contrary')];
  const president = sitting.members.find((member) => member.president)?.personId;
  const casting = cast.find(({ member }) => member === president)?.voice;
  const tie = favourable === contrary;
  const castingVote = tie && (casting === 'favourable' || casting === 'contrary');
  const carried = tie ? casting === 'favourable' : favourable > contrary;
  return {
    favourable,
    contrary,
    abstained: count('abstains'),
    recused: count('recused'),
    silent: represented(sitting).length - cast.length,
    outcome: !sittingQuorum(sitting).met ? 'no-quorum' : carried ? 'carried' : 'not-carried',
    castingVote,
  };
}
