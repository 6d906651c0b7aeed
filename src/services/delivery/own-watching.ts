import type { MuteRow, SearchRow } from '../../../db/repositories/delivery/subscriptions.ts';
import type { Person } from '../../domain/desk/people/person.ts';
import type { Instant, TopicKey } from '../../domain/topic.ts';
import type { Deps } from '../deps.ts';
import { readCards } from '../topics/topic-cards.ts';
import { readOwnMail } from './own-mail.ts';

/** All that a person follows and does not want to hear of, ready to be shown. */
export interface OwnWatching {
  /** `title` null = no longer in the catalogue. */
  calls: { key: TopicKey; title: string | null; nextDeadlineAt: Instant | null }[];
  searches: readonly SearchRow[];
  mutes: readonly MuteRow[];
}

export async function readOwnWatching({ deps, person }: { deps: Deps; person: Person }): Promise<OwnWatching> {
  const { follows, searches, mutes } = await readOwnMail({ deps, person });
  const keys = follows.map(({ topicKey }) => topicKey);
  const cards = await readCards(deps, keys, deps.clock.now());
  const cardOf = new Map(cards.map(({ card, stored }) => [stored.topic.key, card]));
  return {
    calls: keys.map((key) => ({
      key,
      title: cardOf.get(key)?.title ?? null,
      nextDeadlineAt: cardOf.get(key)?.nextDeadlineAt ?? null,
    })),
    searches,
    mutes,
  };
}
