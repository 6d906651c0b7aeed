import { DELIVERY_WORDS } from './delivery-words.ts';
import type { MailDocument } from './mail-document.ts';
import type { Language } from './words.ts';

export interface NoticeInput {
  language: Language;
  association: string;
  /** Whose mail came back. */
  name: string;
  subject: string;
  fault: string;
  outboxUrl: string;
}

/** Tells the administrator that somebody's mail came back for good. */
export function buildNotice({ language, association, name, subject, fault, outboxUrl }: NoticeInput): MailDocument {
  const words = DELIVERY_WORDS[language];
  return {
    language,
    subject: `${words.noticeSubject}: ${name}`,
    preheader: fault,
    sender: association,
    title: words.noticeSubject,
    lead: words.noticeLead(name),
    sections: [
      {
        heading: name,
        items: [{ title: { label: subject, url: outboxUrl }, lines: [{ label: words.fault, text: fault }] }],
      },
    ],
    button: { label: words.openOutbox, url: outboxUrl },
    footer: { why: words.noticeWhy, links: [], source: association },
  };
}
