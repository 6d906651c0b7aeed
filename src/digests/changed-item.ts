import type { ChangeField } from '../domain/change.ts';
import type { Pillar } from '../domain/pillar.ts';
import type { MailItem } from './mail-document.ts';
import type { Words } from './words.ts';

export interface ChangedTopic {
  identifier: string;
  title: string;
  url: string;
  pillar: Pillar | null;
  /** Why this person hears of it; nothing where the whole mail says so. */
  why: readonly string[];
  changes: readonly { field: ChangeField; before: string; after: string }[];
}

/** A call and what moved in it, old → new. */
export const changedItem = (topic: ChangedTopic, words: Words): MailItem => ({
  title: { label: topic.title, url: topic.url, lang: 'en' },
  code: topic.identifier,
  lines: [
    ...topic.changes.map((change) => ({
      label: words.fields[change.field],
      before: change.before || words.unknown,
      text: change.after || words.unknown,
    })),
    ...(topic.why.length === 0 ? [] : [{ label: words.whyYou, text: topic.why.join('; '), soft: true }]),
  ],
});
