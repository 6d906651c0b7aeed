import { randomUUID } from 'node:crypto';
import type { MailDocument } from '../../digests/mail-document.ts';
import { renderHtml } from '../../digests/render-html.tsx';
import { renderText } from '../../digests/render-text.ts';
import type { Language } from '../../domain/labels/localised.ts';
import type { OutgoingMail } from '../../domain/ports.ts';

/** What the mail with the one-time link says, and one that only proves that mail arrives. */
const WORDS = {
  it: {
    subject: 'Il tuo accesso a Bandolo',
    lead: 'Il pulsante apre una pagina con un altro pulsante: solo quello ti fa entrare. Vale 15 minuti e una volta sola.',
    button: 'Apri la pagina di accesso',
    why: 'Lo ricevi perché qualcuno ha chiesto di entrare con questo indirizzo. Se non sei stato tu, non fare nulla: nessuno entra.',
    testSubject: 'Prova di posta da Bandolo',
    testLead: 'Se leggi questo messaggio, la posta funziona: i collegamenti di accesso arriveranno per e-mail.',
    testWhy: 'Lo ricevi perché un amministratore ha provato la posta dell’associazione.',
  },
  en: {
    subject: 'Your way into Bandolo',
    lead: 'The button opens a page with another button: only that one signs you in. It works once, for 15 minutes.',
    button: 'Open the sign-in page',
    why: 'You receive it because somebody asked to sign in with this address. If it was not you, do nothing: nobody gets in.',
    testSubject: 'Test mail from Bandolo',
    testLead: 'If you read this, mail works: sign-in links will arrive by e-mail.',
    testWhy: 'You receive it because an administrator tried the association’s mail.',
  },
} as const;

export interface Envelope {
  to: string;
  language: Language;
  /** The association's name. */
  sender: string;
}

export function signInMail(envelope: Envelope, url: string): OutgoingMail {
  const words = WORDS[envelope.language];
  return mail(envelope, words.subject, words.lead, words.why, { label: words.button, url });
}

export function testMail(envelope: Envelope): OutgoingMail {
  const words = WORDS[envelope.language];
  return mail(envelope, words.testSubject, words.testLead, words.testWhy, null);
}

function mail(
  { to, language, sender }: Envelope,
  subject: string,
  lead: string,
  why: string,
  button: MailDocument['button'],
): OutgoingMail {
  const document: MailDocument = {
    language,
    subject,
    preheader: lead,
    sender,
    title: subject,
    lead,
    sections: [],
    button,
    footer: { why, links: [], source: sender },
  };
  return {
    to,
    subject,
    text: renderText(document),
    html: renderHtml(document),
    headers: { 'Auto-Submitted': 'auto-generated' },
    messageId: `<${randomUUID()}@bandolo>`,
  };
}
