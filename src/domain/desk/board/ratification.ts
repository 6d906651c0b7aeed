import { conflict } from '../../errors.ts';
import type { Instant } from '../../topic.ts';
import type { Tally } from './ballot.ts';
import { needsRatification, type Sitting } from './sitting.ts';

/** An urgent act of the president, or a vote by written procedure, holds at once and goes before the next meeting. */
export interface Ratification {
  /** The sitting that decided so. */
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
  if (needsRatification(sitting)) throw conflict('only a meeting ratifies what was decided without one');
  if (sitting.at < ratification.actedAt) throw conflict('that sitting came before the urgent act');
  if (result.outcome === 'no-quorum') return ratification;
  const state = result.outcome === 'carried' ? 'ratified' : 'refused';
  return { ...ratification, state, sittingId: sitting.id, at: sitting.at };
}

/** A refused act does not undo itself: it proposes to reopen the opinion it gave, and a person confirms. */
export const proposesReopening = ({ state }: Ratification): boolean => state === 'refused';
