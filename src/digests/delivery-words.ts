import type { Frequency, NoticeCause } from '../domain/delivery.ts';
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
  notices: Record<NoticeCause, { subject: string; lead(name: string): string }>;
  noticeWhy: string;
  fault: string;
  openMail: string;
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
    notices: {
      bounced: {
        subject: 'Una e-mail di Bandolo è tornata indietro',
        lead: (name) => `L’indirizzo di ${name} rifiuta la posta: non scriviamo più finché qualcuno non lo corregge.`,
      },
      'given-up': {
        subject: 'Una e-mail di Bandolo non è partita',
        lead: (name) =>
          `Per un giorno e mezzo il server di posta non ha preso una e-mail per ${name}. Quando risponde di nuovo, puoi spedirla dalla sua pagina.`,
      },
      doubtful: {
        subject: 'Una e-mail di Bandolo è in dubbio',
        lead: (name) =>
          `Il server aveva già tutta l’e-mail per ${name}, ma la sua risposta non è arrivata: quasi certamente l’ha consegnata. Per non scrivere due volte non la rispediamo da soli; se manca davvero, puoi farlo dalla sua pagina.`,
      },
    },
    noticeWhy: 'Ricevi questo avviso perché amministri Bandolo.',
    fault: 'Risposta del server',
    openMail: 'Apri l’e-mail',
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
    notices: {
      bounced: {
        subject: 'A mail of Bandolo came back',
        lead: (name) => `The address of ${name} refuses mail: we write no more until somebody corrects it.`,
      },
      'given-up': {
        subject: 'A mail of Bandolo did not leave',
        lead: (name) =>
          `For a day and a half the mail server did not take a mail for ${name}. Once it answers again, you can send it from its page.`,
      },
      doubtful: {
        subject: 'A mail of Bandolo is in doubt',
        lead: (name) =>
          `The server had the whole mail for ${name}, but its answer did not arrive: almost surely it was delivered. So as not to write twice we do not send it again by ourselves; if it is really missing, you can do so from its page.`,
      },
    },
    noticeWhy: 'You receive this notice because you administer Bandolo.',
    fault: 'Answer of the server',
    openMail: 'Open the mail',
  },
};
