import { conflict } from '../errors.ts';
import type { Instant } from '../topic.ts';
import type { Tally } from './ballot.ts';
import { byText } from './compare.ts';
import type { Sitting } from './sitting.ts';

/** An urgent act of the president holds at once and goes before the next sitting. */
export interface Ratification {
  urgentSittingId: string;
  actedAt: Instant;
  state: 'pending' | 'ratified' | 'refused';
  sittingId: string | null;
  at: Instant | null;
}

/** The next sitting's word. A vote without quorum leaves the matter pending. */
export function ratify(ratification: Ratification, sitting: Sitting, result: Tally): Ratification {
  if (ratification.state !== 'pending')
    throw conflict(`this act was ${ratification.state} on ${ratification.at}`, { ratification });
  if (sitting.kind === 'urgent') throw conflict('the president cannot ratify what the president decided');
  if (sitting.at < ratification.actedAt) throw conflict('that sitting came before the urgent act');
  if (result.outcome === 'no-quorum') return ratification;
  const state = result.outcome === 'carried' ? 'ratified' : 'refused';
  return { ...ratification, state, sittingId: sitting.id, at: sitting.at };
}

/** Acts that the agenda of the next sitting must carry. */
export const awaitingRatification = (acts: readonly Ratification[]): Ratification[] =>
  acts.filter(({ state }) => state === 'pending').toSorted((a, b) => byText(a.actedAt, b.actedAt));

/** A refused act does not undo itself: it proposes to reopen the opinion it gave, and a person confirms. */
export const proposesReopening = ({ state }: Ratification): boolean => state === 'refused';
