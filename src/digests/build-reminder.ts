import type { Pillar } from '../domain/pillar.ts';
import { DELIVERY_WORDS } from './delivery-words.ts';
import type { MailDocument } from './mail-document.ts';
import type { DueReminder } from './reminder.ts';
import { subjectLine } from './subject-line.ts';
import { type Language, WORDS } from './words.ts';

export interface ReminderInput {
  language: Language;
  association: string;
  identifier: string;
  title: string;
  pillar: Pillar | null;
  url: string;
  due: DueReminder;
  urls: { preferences: string; unsubscribe: string };
}

/** One dossier, one deadline, what to do at this distance from it. */
export function buildReminder(input: ReminderInput): MailDocument {
  const words = WORDS[input.language];
  const own = DELIVERY_WORDS[input.language];
  const { deadline, daysBefore } = input.due;
  const headline = words.reminderSubject(input.identifier, daysBefore, deadline.stage);
  const advice = words.advice(daysBefore);
  return {
    language: input.language,
    subject: subjectLine(input.pillar, headline, words),
    preheader: advice,
    sender: input.association,
    title: headline,
    lead: own.reminderLead,
    sections: [
      {
        heading: deadline.stage === undefined ? own.deadline : `${own.deadline}, ${own.stage(deadline.stage)}`,
        items: [
          {
            title: { label: input.title, url: input.url },
            code: input.identifier,
            lines: [{ text: words.due(deadline.at, daysBefore) }, { label: own.advice, text: advice }],
          },
        ],
      },
    ],
    button: { label: own.openDossier, url: input.url },
    footer: {
      why: words.reminderWhy,
      links: [
        { label: words.preferences, url: input.urls.preferences },
        { label: words.unsubscribe, url: input.urls.unsubscribe },
      ],
      source: input.association,
    },
  };
}
