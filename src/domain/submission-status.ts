import { brusselsInstant } from './brussels.ts';
import type { Deadline, Instant, Round, SubmissionStatus, Topic } from './topic.ts';

/** What the rule needs of a topic; stored topics and fresh drafts both have it. */
export type StatusFacts = Pick<Topic, 'statedStatus' | 'statedStatusCode' | 'statedSince'> & {
  rounds: readonly Pick<Round, 'opensOn' | 'deadlineModel' | 'deadlines'>[];
};

/** When a round takes new applicants: `null` bounds are unknown. */
export interface Window {
  opensAt: Instant | null;
  closesAt: Instant | null;
}

/**
 * The last instant at which a *newcomer* can still apply in a round: the first stage of a two-stage round, the last
 * deadline of any other. Source: PORTAL-CONTRACT 7.3 (a two-stage topic flips to Closed after stage 1), seen 2026-09-01.
 */
export function newcomerDeadline(round: Pick<Round, 'deadlineModel' | 'deadlines'>): Deadline | undefined {
  return round.deadlineModel === 'two-stage' ? round.deadlines[0] : round.deadlines.at(-1);
}

/** When a newcomer can hand in: from the opening day to the deadline that still counts for one who was not in stage 1. */
export function windowOf(round: StatusFacts['rounds'][number]): Window {
  return {
    opensAt: round.opensOn === null ? null : brusselsInstant(round.opensOn),
    closesAt: newcomerDeadline(round)?.at ?? null,
  };
}

/**
 * What a newcomer faces at an instant; `null` = unknown ("stato da verificare"), never to be counted as open.
 *
 * The first matching rule wins. The portal's Closed is final for newcomers; its Open counts only while the dates agree;
 * its Forthcoming beats a planned opening day that has passed (PORTAL-CONTRACT §0 rule 5, measured in §5: up to 48 days).
 * Before the stated status was first seen, dates alone decide, so that a past day can be replayed.
 */
export function submissionStatus(topic: StatusFacts, asOf: Instant): SubmissionStatus | null {
  const heard = topic.statedSince !== null && topic.statedSince <= asOf;
  const stated = heard ? topic.statedStatus : null;
  const codeUnknown = heard && topic.statedStatus === null && topic.statedStatusCode !== null;
  const windows = topic.rounds.map(windowOf);

  if (stated === 'closed') return 'closed';
  if (windows.some((w) => w.closesAt !== null) && windows.every((w) => w.closesAt !== null && w.closesAt <= asOf))
    return 'closed';
  if (codeUnknown) return null;
  if (stated === 'forthcoming') return 'forthcoming';
  const ahead = windows.filter((w) => w.closesAt !== null && w.closesAt > asOf);
  if (ahead.some((w) => w.opensAt === null || w.opensAt <= asOf)) return 'open';
  if (ahead.length > 0 || windows.some((w) => w.opensAt !== null && w.opensAt > asOf)) return 'forthcoming';
  return null;
}

/**
 * The next deadline at which a newcomer can act at an instant, over all rounds; null where none is ahead.
 * A second stage is not a newcomer's deadline.
 */
export function nextDeadline(
  rounds: readonly Pick<Round, 'deadlineModel' | 'deadlines'>[],
  asOf: Instant,
): Deadline | null {
  let next: Deadline | null = null;
  for (const round of rounds) {
    const own = round.deadlineModel === 'two-stage' ? round.deadlines.slice(0, 1) : round.deadlines;
    for (const deadline of own) {
      if (deadline.at > asOf && (next === null || deadline.at < next.at)) next = deadline;
    }
  }
  return next;
}
