import type { Language } from '../domain/labels/localised.ts';
import type { Pillar } from '../domain/pillar.ts';

/**
 * What a mail says, before it is text or HTML: both parts are rendered from this one model, so that neither can say
 * what the other does not.
 */
export interface MailDocument {
  language: Language;
  subject: string;
  /** The line that mail readers show beside the subject. */
  preheader: string;
  sender: string;
  title: string;
  lead: string;
  sections: MailSection[];
  button: MailLink | null;
  /** Why one receives it, and how to stop it. */
  footer: { why: string; links: MailLink[]; source: string };
}

export interface MailSection {
  heading: string;
  items: MailItem[];
  /** How many there are, where not all of them are shown. */
  total?: number;
  /** Where the rest is, when not everything is shown. */
  more?: MailLink;
}

export interface MailItem {
  pillar?: { id: Pillar; letter: string };
  title: MailLink & { lang?: 'en' };
  code?: string;
  lines: MailLine[];
  links?: MailLink[];
}

/** A sentence; `before` is shown struck through, an arrow follows. */
export interface MailLine {
  label?: string;
  before?: string;
  text: string;
  soft?: boolean;
}

export interface MailLink {
  label: string;
  url: string;
}
