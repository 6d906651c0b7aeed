import { actionType } from '../domain/action-type.ts';
import { daysBetween } from '../domain/brussels.ts';
import type { Pillar } from '../domain/pillar.ts';
import type { Day, Instant } from '../domain/topic.ts';
import type { MailItem } from './mail-document.ts';
import type { Language, Words } from './words.ts';

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
  typesOfAction: readonly string[];
  budgetEur: number | null;
  expectedGrants: number | null;
  /** What speaks for it, the strongest first. */
  phrases: readonly string[];
  partners: readonly string[];
  search: string | null;
  role: string | null;
}

export interface WaitingTask {
  title: string;
  pillar: Pillar | null;
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

const MOST_PHRASES = 3;

/** A new call: what it is, why this person hears of it, what the city may be in it. */
export function freshItem(topic: FreshTopic, now: Instant, language: Language, words: Words): MailItem {
  const why = [
    topic.phrases.length > 0 ? words.phrases(topic.phrases.slice(0, MOST_PHRASES)) : '',
    words.pillarFit(words.pillars[topic.pillar].name, topic.pillarScore),
    topic.partners.length > 0 ? words.partnerFit(topic.partners.slice(0, 3)) : '',
    topic.search === null ? '' : words.searchFit(topic.search),
  ].filter((part) => part !== '');
  const types = topic.typesOfAction.map((code) => actionType(code)?.label[language] ?? code);
  const facts = [when(topic, now, words), words.budget(topic.budgetEur, topic.expectedGrants), types.join(', ')];
  return {
    pillar: { id: topic.pillar, letter: words.pillars[topic.pillar].letter },
    title: { label: topic.title, url: topic.url, lang: 'en' },
    code: topic.identifier,
    lines: [
      { text: facts.filter((part) => part !== '').join(' · ') },
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

export const waitingItem = (task: WaitingTask, words: Words): MailItem => ({
  title: { label: task.title, url: task.url },
  code: task.identifier,
  lines: [
    {
      text: [task.by === null ? '' : words.by(task.by), task.note].filter((part) => part !== '').join(' '),
      soft: true,
    },
  ],
});

export const expiringItem = (topic: ExpiringTopic, now: Instant, words: Words): MailItem => ({
  title: { label: topic.title, url: topic.url, lang: 'en' },
  code: topic.identifier,
  lines: [
    { text: words.due(topic.deadlineAt, daysBetween(now, topic.deadlineAt)) },
    ...(topic.note === '' ? [] : [{ text: topic.note, soft: true }]),
  ],
});

/** One line for all that came at once: a list of hundreds is no news, that it came is. */
export const burstItems = (count: number, shortlist: string, words: Words): MailItem[] =>
  count === 0
    ? []
    : [{ title: { label: words.burst(count), url: shortlist }, lines: [{ text: words.burstNote, soft: true }] }];
