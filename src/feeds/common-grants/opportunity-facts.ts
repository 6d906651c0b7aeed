import type { Instant, TopicKey } from '../../domain/topic.ts';
import type { TopicCard } from '../../domain/topic-card.ts';

/** What the protocol is told of a topic: its card, without what only the association's lists need. */
export type OpportunityFacts = Omit<TopicCard, 'listed' | 'daysLeft' | 'lastSeenAt'> & {
  key: TopicKey;
  returnedAt: Instant | null;
};
