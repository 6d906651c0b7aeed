import { daysBetween } from '../domain/brussels.ts';
import type { Pillar } from '../domain/pillar.ts';
import type { Instant } from '../domain/topic.ts';
import { type ChangedTopic, changedItem } from './changed-item.ts';
import { DELIVERY_WORDS } from './delivery-words.ts';
import {
  burstItems,
  type ExpiringTopic,
  expiringItem,
  type FreshTopic,
  freshItem,
  type WaitingTask,
  waitingItem,
} from './digest-items.ts';
import { leadPillar } from './lead-pillar.ts';
import type { MailDocument, MailSection } from './mail-document.ts';
import { subjectLine } from './subject-line.ts';
import { type Language, WORDS, type Words } from './words.ts';

/** At most so many new calls in one mail: a digest is a choice, not a list (DOMAIN §5.4). */
export const MOST_NEW = 10;
/** Changes are shown up to so many calls; the rest stands on the page. */
export const MOST_CHANGED = 15;
/** What a phone shows of a subject, and a little more. */
const LONGEST_HEADLINE = 90;
/** What "expiring" means in a digest. */
const EXPIRING_DAYS = 30;
/** A task due within so many days is told on any day. */
const AT_ONCE_DAYS = 2;

export interface DigestInput {
  language: Language;
  association: string;
  /** The period the mail speaks of; `to` is the instant it is built for. */
  from: Instant;
  to: Instant;
  /** When the catalogue was last read completely. */
  dataAsOf: Instant;
  fresh: readonly FreshTopic[];
  /** What came all at once, as when a work programme is published: counted, never listed. */
  burst: readonly { pillar: Pillar | null }[];
  /** `alerted`: an alert tells it too, so that it is no reason for a mail of its own. */
  changed: readonly (ChangedTopic & { alerted?: boolean })[];
  waiting: readonly WaitingTask[];
  expiring: readonly ExpiringTopic[];
  /** Whether what still waits is told again although nothing came: once a week, not day after day. */
  nudge: boolean;
  /** Plain sentence: why this person receives a digest at all. */
  why: string;
  urls: { shortlist: string; changed: string; preferences: string; unsubscribe: string };
}

/** One mail for one person over all that they follow; null where there is nothing to say, so that nothing is sent. */
export function buildDigest(input: DigestInput): MailDocument | null {
  const words = WORDS[input.language];
  const fresh = [...input.fresh].sort(byRelevance).slice(0, MOST_NEW);
  const expiring = input.expiring.filter(
    (topic) => topic.deadlineAt > input.to && daysBetween(input.to, topic.deadlineAt) <= EXPIRING_DAYS,
  );
  const more = (left: number, url: string) =>
    left > 0 ? { label: DELIVERY_WORDS[input.language].more(left), url } : undefined;
  const sections: MailSection[] = [
    {
      heading: words.headings.fresh,
      total: input.fresh.length,
      items: fresh.map((topic) => freshItem(topic, input.to, input.language, words)),
      more: more(input.fresh.length - MOST_NEW, input.urls.shortlist),
    },
    { heading: words.headings.burst, items: burstItems(input.burst.length, input.urls.shortlist, words) },
    {
      heading: words.headings.changed,
      total: input.changed.length,
      items: input.changed.slice(0, MOST_CHANGED).map((topic) => changedItem(topic, words)),
      more: more(input.changed.length - MOST_CHANGED, input.urls.changed),
    },
    { heading: words.headings.waiting, items: input.waiting.map((task) => waitingItem(task, words)) },
    { heading: words.headings.expiring, items: expiring.map((topic) => expiringItem(topic, input.to, words)) },
  ].filter((section) => section.items.length > 0);
  if (!isNews(input, expiring)) return null;

  const counts: [number, (n: number) => string][] = [
    [input.fresh.length, words.newTopics],
    [input.burst.length, words.burst],
    [input.changed.length, words.changes],
    [input.waiting.length, words.todos],
    [expiring.length, words.expiring],
  ];
  const parts = counts.flatMap(([n, inWords]) => (n > 0 ? inWords(n) : []));
  const headline = (parts.length === 1 && oneThing(input, expiring, words)) || parts.slice(0, 2).join(', ');
  const lead = leadPillar([fresh, input.burst, input.changed, expiring, input.waiting]);
  const nearest = nearestDeadline(fresh, expiring);
  return {
    language: input.language,
    subject: subjectLine(lead, headline, words),
    preheader:
      fresh
        .map((topic) => topic.title)
        .join(' · ')
        .slice(0, 140) || headline,
    sender: input.association,
    title: headline,
    lead: [words.week(input.from, input.to), nearest === null ? '' : words.nearest(nearest)].join(' ').trim(),
    sections,
    button: { label: words.openList, url: input.urls.shortlist },
    footer: {
      why: input.why,
      links: [
        { label: words.preferences, url: input.urls.preferences },
        { label: words.unsubscribe, url: input.urls.unsubscribe },
      ],
      source: words.source(input.dataAsOf),
    },
  };
}

/**
 * Whether there is anything to say that the last digest did not: something came or moved, a deadline drew near since then, or
 * a task waits that is due at once; and once a week what still waits.
 */
function isNews(
  { fresh, burst, changed, waiting, from, to, nudge }: DigestInput,
  expiring: readonly ExpiringTopic[],
): boolean {
  if (fresh.length > 0 || burst.length > 0 || changed.some(({ alerted }) => alerted !== true)) return true;
  if (expiring.some(({ deadlineAt }) => daysBetween(from, deadlineAt) > EXPIRING_DAYS)) return true;
  return waiting.some(({ by }) => nudge || (by !== null && by > to && daysBetween(to, by) <= AT_ONCE_DAYS));
}

/** One task or one deadline alone is named, not counted. */
function oneThing({ waiting, to }: DigestInput, expiring: readonly ExpiringTopic[], words: Words): string | null {
  const [task, ...tasks] = waiting;
  const [topic, ...topics] = expiring;
  if (task !== undefined && tasks.length === 0)
    return short(task.note === '' ? task.title : `${task.note}: ${task.title}`);
  if (topic === undefined || topics.length > 0) return null;
  const days = words.reminderSubject('', daysBetween(to, topic.deadlineAt), undefined);
  return `${short(topic.identifier || topic.title)}${days}`;
}

const short = (text: string): string =>
  text.length > LONGEST_HEADLINE ? `${text.slice(0, LONGEST_HEADLINE - 1)}…` : text;

const byRelevance = (a: FreshTopic, b: FreshTopic) =>
  b.relevance - a.relevance || (a.identifier < b.identifier ? -1 : 1);

function nearestDeadline(fresh: readonly FreshTopic[], expiring: readonly ExpiringTopic[]): Instant | null {
  const all = [...fresh, ...expiring].map((topic) => topic.deadlineAt).filter((at): at is Instant => at !== null);
  return all.sort()[0] ?? null;
}
