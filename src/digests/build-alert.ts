import { daysBetween } from '../domain/brussels.ts';
import type { Instant } from '../domain/topic.ts';
import { type ChangedTopic, changedItem } from './changed-item.ts';
import { leadPillar } from './lead-pillar.ts';
import type { MailDocument, MailItem } from './mail-document.ts';
import { subjectLine } from './subject-line.ts';
import { type Language, WORDS, type Words } from './words.ts';

/** A watched call of which there is something to tell before Monday. */
export interface AlertedTopic extends ChangedTopic {
  muteUrl: string;
  /** It can be applied to now and could not before. */
  opened: boolean;
  deadlineAt: Instant | null;
}

export interface AlertInput {
  language: Language;
  association: string;
  at: Instant;
  /** When the last of the changes was read at its source. */
  readAt: Instant;
  topics: readonly AlertedTopic[];
  urls: { preferences: string; unsubscribe: string };
}

/** One watched call, or all of them where many moved at once. */
export function buildAlert({ language, association, at, readAt, topics, urls }: AlertInput): MailDocument {
  const words = WORDS[language];
  const pillar = leadPillar([topics]);
  const [only] = topics.length === 1 ? topics : [];
  const headline = only === undefined ? words.alertSubject(topics.length) : words.alertHeadline(whatMoved(only, words));
  const subject = only === undefined ? headline : `${only.identifier}: ${headline}`;
  const opened = topics.filter((topic) => topic.opened);
  const changed = topics.filter((topic) => !topic.opened);
  return {
    language,
    subject: subjectLine(pillar, subject, words),
    preheader: topics
      .map(({ title }) => title)
      .join(' · ')
      .slice(0, 140),
    sender: association,
    title: headline.charAt(0).toUpperCase() + headline.slice(1),
    lead: words.alertLead,
    sections: [
      { heading: words.headings.opened, items: opened.map((topic) => alertItem(topic, at, words)) },
      { heading: words.headings.changed, items: changed.map((topic) => alertItem(topic, at, words)) },
    ].filter(({ items }) => items.length > 0),
    button: only === undefined ? null : { label: words.openCall, url: only.url },
    footer: {
      why: words.alertWhy,
      links: [
        { label: words.preferences, url: urls.preferences },
        { label: words.unsubscribe, url: urls.unsubscribe },
      ],
      source: words.source(readAt),
    },
  };
}

const whatMoved = ({ opened, changes }: AlertedTopic, words: Words): string[] =>
  opened ? [words.nowOpen] : changes.map(({ field }) => words.fields[field]);

function alertItem(topic: AlertedTopic, at: Instant, words: Words): MailItem {
  const item = changedItem(topic, words);
  const { deadlineAt } = topic;
  const due =
    deadlineAt === null || deadlineAt <= at ? [] : [{ text: words.due(deadlineAt, daysBetween(at, deadlineAt)) }];
  return {
    ...item,
    ...(topic.pillar === null ? {} : { pillar: { id: topic.pillar, letter: words.pillars[topic.pillar].letter } }),
    lines: [...item.lines, ...due],
    links: [{ label: words.mute, url: topic.muteUrl }],
  };
}
