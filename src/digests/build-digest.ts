import { daysBetween } from '../domain/brussels.ts';
import type { Pillar } from '../domain/pillar.ts';
import type { Day, Instant } from '../domain/topic.ts';
import { type ChangedTopic, changedItem } from './changed-item.ts';
import { DELIVERY_WORDS } from './delivery-words.ts';
import { leadPillar } from './lead-pillar.ts';
import type { MailDocument, MailItem, MailSection } from './mail-document.ts';
import { type Language, WORDS, type Words } from './words.ts';

/** At most so many new calls in one mail: a digest is a choice, not a list (DOMAIN §5.4). */
export const MOST_NEW = 10;
/** Changes are shown up to so many calls; the rest stands on the page. */
export const MOST_CHANGED = 15;
/** What "expiring" means in a digest. */
const EXPIRING_DAYS = 30;

export interface DigestInput {
  language: Language;
  association: string;
  /** The period the mail speaks of; `to` is the instant it is built for. */
  from: Instant;
  to: Instant;
  /** When the catalogue was last read completely. */
  dataAsOf: Instant;
  fresh: readonly FreshTopic[];
  changed: readonly ChangedTopic[];
  waiting: readonly WaitingTask[];
  expiring: readonly ExpiringTopic[];
  /** Plain sentence: why this person receives a digest at all. */
  why: string;
  urls: { shortlist: string; changed: string; preferences: string; unsubscribe: string };
}

export interface FreshTopic {
  identifier: string;
  title: string;
  url: string;
  muteUrl: string;
  pillar: Pillar;
  pillarScore: number;
  relevance: number;
  opensOn: Day | null;
  deadlineAt: Instant | null;
  budgetEur: number | null;
  expectedGrants: number | null;
  /** The strongest phrases, best first. */
  phrases: readonly string[];
  partners: readonly string[];
  search: string | null;
  role: string | null;
}

export interface WaitingTask {
  title: string;
  identifier: string;
  url: string;
  by: Instant | null;
  note: string;
}

export interface ExpiringTopic {
  identifier: string;
  title: string;
  url: string;
  pillar: Pillar | null;
  deadlineAt: Instant;
  note: string;
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
      items: fresh.map((topic) => freshItem(topic, input.to, words)),
      more: more(input.fresh.length - MOST_NEW, input.urls.shortlist),
    },
    {
      heading: words.headings.changed,
      items: input.changed.slice(0, MOST_CHANGED).map((topic) => changedItem(topic, words)),
      more: more(input.changed.length - MOST_CHANGED, input.urls.changed),
    },
    { heading: words.headings.waiting, items: input.waiting.map((task) => waitingItem(task, words)) },
    { heading: words.headings.expiring, items: expiring.map((topic) => expiringItem(topic, input.to, words)) },
  ].filter((section) => section.items.length > 0);
  if (sections.length === 0) return null;

  const headline = sectionsInWords(
    input.fresh.length,
    input.changed.length,
    input.waiting.length,
    expiring.length,
    words,
  );
  const lead = leadPillar([fresh, input.changed, expiring]);
  const nearest = nearestDeadline(fresh, expiring);
  return {
    language: input.language,
    subject: `${lead === null ? '' : `[${words.pillars[lead].name}] `}${headline}`,
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

function freshItem(topic: FreshTopic, now: Instant, words: Words): MailItem {
  const why = [
    topic.phrases.length > 0 ? words.phrases(topic.phrases.slice(0, 3)) : '',
    words.pillarFit(words.pillars[topic.pillar].name, topic.pillarScore),
    topic.partners.length > 0 ? words.partnerFit(topic.partners.slice(0, 3)) : '',
    topic.search === null ? '' : words.searchFit(topic.search),
  ].filter((part) => part !== '');
  return {
    pillar: { id: topic.pillar, letter: words.pillars[topic.pillar].letter },
    title: { label: topic.title, url: topic.url, lang: 'en' },
    code: topic.identifier,
    lines: [
      { text: `${when(topic, now, words)} · ${words.budget(topic.budgetEur, topic.expectedGrants)}` },
      { label: words.whyYou, text: why.join('; ') },
      { label: words.cityRole, text: topic.role ?? words.unknown },
    ],
    links: [{ label: words.mute, url: topic.muteUrl }],
  };
}

function when(topic: FreshTopic, now: Instant, words: Words): string {
  const opens = topic.opensOn !== null && `${topic.opensOn}T00:00:00Z` > now ? `${words.opens(topic.opensOn)}. ` : '';
  return `${opens}${topic.deadlineAt === null ? words.noDeadline : words.due(topic.deadlineAt, daysBetween(now, topic.deadlineAt))}`;
}

const waitingItem = (task: WaitingTask, words: Words): MailItem => ({
  title: { label: task.title, url: task.url },
  code: task.identifier,
  lines: [
    {
      text: [task.by === null ? '' : words.by(task.by), task.note].filter((part) => part !== '').join(' '),
      soft: true,
    },
  ],
});

const expiringItem = (topic: ExpiringTopic, now: Instant, words: Words): MailItem => ({
  title: { label: topic.title, url: topic.url, lang: 'en' },
  code: topic.identifier,
  lines: [
    { text: words.due(topic.deadlineAt, daysBetween(now, topic.deadlineAt)) },
    ...(topic.note === '' ? [] : [{ text: topic.note, soft: true }]),
  ],
});

const byRelevance = (a: FreshTopic, b: FreshTopic) =>
  b.relevance - a.relevance || (a.identifier < b.identifier ? -1 : 1);

function sectionsInWords(fresh: number, changed: number, waiting: number, expiring: number, words: Words): string {
  const parts = [
    fresh > 0 ? words.newTopics(fresh) : '',
    changed > 0 ? words.changes(changed) : '',
    waiting > 0 ? words.todos(waiting) : '',
    expiring > 0 ? words.expiring(expiring) : '',
  ].filter((part) => part !== '');
  return parts.slice(0, 2).join(', ');
}

function nearestDeadline(fresh: readonly FreshTopic[], expiring: readonly ExpiringTopic[]): Instant | null {
  const all = [...fresh, ...expiring].map((topic) => topic.deadlineAt).filter((at): at is Instant => at !== null);
  return all.sort()[0] ?? null;
}
