import type { Tally } from '../../../domain/desk/board/ballot.ts';
import type { Words } from '../../ui.ts';

/** How a vote came out: the count, what it means, and whose vote broke a tie. */
export function tallyWords({ m }: Pick<Words, 'm'>, tally: Omit<Tally, 'silent'>): string {
  const { favourable, contrary, abstained, recused, outcome, castingVote } = tally;
  if (favourable + contrary + abstained + recused === 0) return m.board.notVoted;
  const count = m.board.tally(favourable, contrary, abstained);
  return `${count}: ${m.board.outcomes[outcome]}${castingVote ? ` (${m.board.castingVote})` : ''}`;
}
