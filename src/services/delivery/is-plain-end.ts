import type { Change } from '../../domain/change.ts';
import type { TopicCard } from '../../domain/topic-card.ts';

/** A call that closes at its deadline is no news. */
export const isPlainEnd = ({ status }: Pick<TopicCard, 'status'>, changes: readonly Pick<Change, 'field'>[]): boolean =>
  status === 'closed' && changes.every(({ field }) => field === 'statedStatus');
