import type { Deadline, Instant, Round } from '../domain/topic.ts';

/** One deadline as a calendar shows it. */
export interface DeadlineEvent {
  /** Stable for the life of the deadline: the same event moves when the date does. */
  uid: string;
  at: Instant;
  title: string;
  description: string;
  url: string | null;
  /** Grows by one each time the date moves, so that calendars replace what they hold. */
  sequence: number;
  /** Last time anything of it changed; never now. */
  changedAt: Instant;
  cancelled: boolean;
}

export interface DatedTopic {
  identifier: string;
  title: string;
  url: string | null;
  rounds: readonly Pick<Round, 'deadlines' | 'deadlineModel'>[];
  firstSeenAt: Instant;
  lastChangedAt: Instant | null;
  /** How often its deadlines have moved, as the change log counts. */
  deadlineMoves: number;
  /** Declined or withdrawn: the event stays, cancelled, so that it leaves people's calendars. */
  cancelled: boolean;
}

export interface EventWords {
  stage(stage: number): string;
  cutOff(cutOff: number): string;
  hourUncertain: string;
}

/** Every deadline of a topic, past ones too: a calendar is also a memory. `host` makes the uids ours. */
export function deadlineEvents(topic: DatedTopic, words: EventWords, host: string): DeadlineEvent[] {
  return topic.rounds.flatMap((round, roundIndex) =>
    round.deadlines.map((deadline, index) => ({
      uid: `${uidPart(topic.identifier)}-${roundIndex + 1}-${deadline.stage ?? deadline.cutOff ?? index + 1}@${host}`,
      at: deadline.at,
      title: [topic.identifier, label(deadline, words), topic.title].filter((part) => part !== '').join(' · '),
      description: [topic.title, deadline.hourUncertain === true ? words.hourUncertain : '', topic.url ?? '']
        .filter((part) => part !== '')
        .join('\n'),
      url: topic.url,
      sequence: topic.deadlineMoves,
      changedAt: topic.lastChangedAt ?? topic.firstSeenAt,
      cancelled: topic.cancelled,
    })),
  );
}

function label(deadline: Deadline, words: EventWords): string {
  if (deadline.stage !== undefined) return words.stage(deadline.stage);
  if (deadline.cutOff !== undefined) return words.cutOff(deadline.cutOff);
  return '';
}

const uidPart = (identifier: string): string => identifier.replace(/[^A-Za-z0-9.-]/g, '_');
