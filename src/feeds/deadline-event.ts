import type { Deadline, Instant, Round, TopicKey } from '../domain/topic.ts';

/** One deadline as a calendar shows it. */
export interface DeadlineEvent {
  /** Stable for the life of the deadline: the same event moves when the date does. */
  uid: string;
  at: Instant;
  title: string;
  description: string;
  url: string | null;
  /** Grows each time the date moves and each time it is cancelled or comes back, so that calendars replace what they hold. */
  sequence: number;
  /** Last time anything of it changed; never now. A calendar takes it as DTSTAMP. */
  changedAt: Instant;
  cancelled: boolean;
}

export interface DatedTopic {
  /** What tells it apart: cascade calls share their parent's identifier. */
  key: TopicKey;
  identifier: string;
  title: string;
  url: string | null;
  rounds: readonly Pick<Round, 'deadlines' | 'deadlineModel'>[];
  firstSeenAt: Instant;
  lastChangedAt: Instant | null;
  withdrawnAt: Instant | null;
  returnedAt: Instant | null;
  /** How often its deadlines have moved, as the change log counts. */
  deadlineMoves: number;
  /** How often a cancellation of it was taken back; never falls. */
  returns: number;
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
      uid: `${uidPart(topic.key)}-${roundIndex + 1}-${deadline.stage ?? deadline.cutOff ?? index + 1}@${host}`,
      at: deadline.at,
      title: [topic.identifier, label(deadline, words), topic.title].filter((part) => part !== '').join(' · '),
      description: [topic.title, deadline.hourUncertain === true ? words.hourUncertain : '', topic.url ?? '']
        .filter((part) => part !== '')
        .join('\n'),
      url: topic.url,
      // A cancellation is one revision more, and its end another: calendars would keep what they hold at an equal number.
      sequence: topic.deadlineMoves + 2 * topic.returns + (topic.cancelled ? 1 : 0),
      changedAt: latest(topic),
      cancelled: topic.cancelled,
    })),
  );
}

const latest = ({ firstSeenAt, lastChangedAt, withdrawnAt, returnedAt }: DatedTopic): Instant =>
  [lastChangedAt, withdrawnAt, returnedAt].reduce<Instant>(
    (last, at) => (at !== null && at > last ? at : last),
    firstSeenAt,
  );

function label(deadline: Deadline, words: EventWords): string {
  if (deadline.stage !== undefined) return words.stage(deadline.stage);
  if (deadline.cutOff !== undefined) return words.cutOff(deadline.cutOff);
  return '';
}

/** Plain characters only, and no two keys alike: what is not plain is spelt by its code. */
const uidPart = (key: TopicKey): string =>
  key.replace(/[^A-Za-z0-9.-]/gu, (character) => `_${character.codePointAt(0)?.toString(16)}_`);
