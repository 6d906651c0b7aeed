import { brusselsInstant, daysBetween } from '../../domain/brussels.ts';
import type { Day, Instant } from '../../domain/topic.ts';
import type { RoundCard, TopicCard } from '../../domain/topic-card.ts';

/** The round that a reader means by "the call": that of the next deadline, else the next to open, else the last one. */
export function currentRound(card: Pick<TopicCard, 'rounds' | 'nextDeadlineAt'>): RoundCard | null {
  const withNext = card.rounds.find((round) => round.deadlines.some((deadline) => deadline.at === card.nextDeadlineAt));
  return withNext ?? card.rounds.at(-1) ?? null;
}

/** The day on which a call opens, where that is still ahead; null where it is open, closed or unknown. */
export function opensOn(card: Pick<TopicCard, 'rounds' | 'nextDeadlineAt' | 'status'>, now: Instant): Day | null {
  if (card.status !== 'forthcoming') return null;
  const day = currentRound(card)?.opensOn ?? null;
  return day !== null && brusselsInstant(day) > now ? day : null;
}

export const daysUntil = (day: Day, now: Instant): number => daysBetween(now, brusselsInstant(day));

/** The last deadline of all rounds, for calls that have none ahead. */
export const lastDeadline = (card: Pick<TopicCard, 'rounds'>): Instant | null =>
  card.rounds
    .flatMap((round) => round.deadlines.map((deadline) => deadline.at))
    .sort()
    .at(-1) ?? null;

/** True where the portal's hour of the next deadline is not to be trusted. */
export const hourUncertain = (card: Pick<TopicCard, 'rounds' | 'nextDeadlineAt'>): boolean =>
  card.rounds.some((round) =>
    round.deadlines.some((one) => one.at === card.nextDeadlineAt && one.hourUncertain === true),
  );
