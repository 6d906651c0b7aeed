import type { Candidate } from '../../../db/repositories/topics-read.ts';
import type { Round, TopicKey } from '../../domain/topic.ts';
import { nextNewcomerDeadline } from '../../scoring/lead-time.ts';
import type { Deps } from '../deps.ts';
import { toMinute } from '../instants.ts';
import { listedAt } from '../matching/shortlist.ts';
import { readStandings, type Standing } from '../matching/standing.ts';
import { remembered } from '../remembered.ts';

/** A call of *Da valutare* with what triage asks of it. */
export interface ListedCall {
  candidate: Candidate;
  standing: Standing;
  /** The round that a newcomer would apply in, by its place in the topic. */
  round: Pick<Round, 'deadlineModel' | 'deadlines' | 'budgetEur' | 'budgetShared'> | null;
}

/** Everything that *Da valutare* lists now, ranked; remembered until the store changes. */
export async function listedCalls(deps: Deps): Promise<ListedCall[]> {
  const minute = toMinute(deps.clock.now());
  const { id, version, shortlist } = deps.profile;
  return await remembered(deps, JSON.stringify(['desk-listed', minute, id, version, shortlist]), async () => {
    const listed = await listedAt(deps, minute);
    const standings = await readStandings(deps, listed);
    return listed.flatMap((candidate) => {
      const standing = standings.get(candidate.key);
      if (standing === undefined) return [];
      const next = nextNewcomerDeadline(standing.offer.rounds, minute);
      const round = standing.offer.rounds.find(({ deadlines }) => next !== null && deadlines.includes(next.deadline));
      return [{ candidate, standing, round: round ?? null }];
    });
  });
}

export const findListed = async (deps: Deps, key: TopicKey): Promise<ListedCall | null> =>
  (await listedCalls(deps)).find(({ candidate }) => candidate.key === key) ?? null;
