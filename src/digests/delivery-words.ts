import type { Frequency } from '../domain/delivery.ts';
import type { Language } from './words.ts';

/** What mails say about being sent: why one gets them, what else there is, what came back. */
export interface DeliveryWords {
  digestWhy(frequency: Exclude<Frequency, 'off'>, what: readonly string[]): string;
  everything: string;
  savedSearch(query: string): string;
  more(n: number): string;
  reviewDue: string;
  adhesionDue: string;
  notice: string;
  reminderLead: string;
  openDossier: string;
  deadline: string;
  advice: string;
  stage(n: number): string;
  noticeSubject: string;
  noticeLead(name: string): string;
  noticeWhy: string;
  fault: string;
  openOutbox: string;
}

export const DELIVERY_WORDS: Record<Language, DeliveryWords> = {
  it: {
    digestWhy: (frequency, what) =>
      `Ricevi questo riepilogo ${frequency === 'weekly' ? 'ogni lunedì' : 'ogni giorno'} perché segui ${what.join(', ')}.`,
    everything: 'tutti i pilastri',
    savedSearch: (query) => `la ricerca «${query}»`,
    more: (n) => (n === 1 ? 'Un altro su Bandolo' : `Altri ${n} su Bandolo`),
    reviewDue: 'Consegna la scheda di valutazione',
    adhesionDue: 'È attesa la tua adesione',
    notice: 'Un avviso ti aspetta in Oggi',
    reminderLead: 'Un dossier in cui hai una parte si avvicina alla scadenza.',
    openDossier: 'Apri il dossier',
    deadline: 'Scadenza',
    advice: 'Adesso',
    stage: (n) => `fase ${n}`,
    noticeSubject: 'Una e-mail di Bandolo è tornata indietro',
    noticeLead: (name) => `L’indirizzo di ${name} rifiuta la posta: non scriviamo più finché qualcuno non lo corregge.`,
    noticeWhy: 'Ricevi questo avviso perché amministri Bandolo.',
    fault: 'Risposta del server',
    openOutbox: 'Apri Posta in uscita',
  },
  en: {
    digestWhy: (frequency, what) =>
      `You receive this digest every ${frequency === 'weekly' ? 'Monday' : 'day'} because you follow ${what.join(', ')}.`,
    everything: 'all pillars',
    savedSearch: (query) => `the search “${query}”`,
    more: (n) => (n === 1 ? 'One more on Bandolo' : `${n} more on Bandolo`),
    reviewDue: 'Deliver your evaluation sheet',
    adhesionDue: 'Your adhesion is awaited',
    notice: 'A notice waits for you on Today',
    reminderLead: 'A dossier that you have a part in nears its deadline.',
    openDossier: 'Open the dossier',
    deadline: 'Deadline',
    advice: 'Now',
    stage: (n) => `stage ${n}`,
    noticeSubject: 'A mail of Bandolo came back',
    noticeLead: (name) => `The address of ${name} refuses mail: we write no more until somebody corrects it.`,
    noticeWhy: 'You receive this notice because you administer Bandolo.',
    fault: 'Answer of the server',
    openOutbox: 'Open the outbox',
  },
};
