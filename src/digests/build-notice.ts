import type { NoticeCause } from '../domain/delivery.ts';
import { DELIVERY_WORDS } from './delivery-words.ts';
import type { MailDocument } from './mail-document.ts';
import type { Language } from './words.ts';

export interface NoticeInput {
  language: Language;
  association: string;
  cause: NoticeCause;
  /** Whose mail it was. */
  name: string;
  subject: string;
  fault: string;
  mailUrl: string;
}

/** Tells the administrator of somebody's mail that did not arrive, or may not have, and that nobody sends again by itself. */
export function buildNotice({ language, association, cause, name, ...mail }: NoticeInput): MailDocument {
  const words = DELIVERY_WORDS[language];
  const { subject, lead } = words.notices[cause];
  return {
    language,
    subject: `${subject}: ${name}`,
    preheader: mail.fault,
    sender: association,
    title: subject,
    lead: lead(name),
    sections: [
      {
        heading: name,
        items: [
          { title: { label: mail.subject, url: mail.mailUrl }, lines: [{ label: words.fault, text: mail.fault }] },
        ],
      },
    ],
    button: { label: words.openMail, url: mail.mailUrl },
    footer: { why: words.noticeWhy, links: [], source: association },
  };
}
