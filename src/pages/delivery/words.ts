import type { DeliveryState, Frequency, MailKind, StaleReason } from '../../domain/delivery.ts';
import type { Lang } from '../lang.ts';

interface Words {
  title: string;
  lead: (name: string) => string;
  frequency: string;
  frequencies: Record<Frequency, string>;
  language: string;
  pillars: string;
  partners: string;
  reminders: string;
  alerts: string;
  save: string;
  saved: string;
  bounced: string;
  searches: string;
  searchesLead: string;
  query: string;
  addSearch: string;
  remove: string;
  mutes: string;
  noMutes: string;
  untilChange: string;
  muteTitle: string;
  muteLead: string;
  mute: string;
  unsubscribeTitle: string;
  unsubscribeLead: Record<MailKind, string>;
  unsubscribe: string;
  done: string;
  doneLead: string;
  back: string;
  outbox: string;
  outboxLead: (withMail: boolean) => string;
  empty: string;
  columns: { when: string; who: string; subject: string; state: string };
  states: Record<DeliveryState, string>;
  staleReasons: Record<StaleReason, string>;
  fault: string;
  sendWaiting: (n: number) => string;
  sendWaitingHelp: string;
  sendOne: string;
  sendAgain: string;
  doubt: string;
  justSent: (n: number) => string;
}

export const WORDS: Record<Lang, Words> = {
  it: {
    title: 'La tua posta da Bandolo',
    lead: (name) => `${name}, qui scegli che cosa ti scriviamo e quando. Non serve accedere.`,
    frequency: 'Riepilogo',
    frequencies: { weekly: 'ogni lunedì alle 7', daily: 'ogni giorno alle 7', off: 'mai' },
    language: 'Lingua',
    pillars: 'Pilastri',
    partners: 'Partner',
    reminders: 'Promemoria delle scadenze dei dossier in cui ho una parte',
    alerts: 'Avvisi quando cambia o apre un bando che seguo',
    save: 'Salva',
    saved: 'Salvato.',
    bounced: 'L’ultima e-mail è tornata indietro e non scriviamo più: salva per riprovare.',
    searches: 'Ricerche salvate',
    searchesLead: 'Salvare una ricerca ti iscrive: ciò che trova di nuovo arriva con il riepilogo.',
    query: 'Parole da cercare',
    addSearch: 'Salva la ricerca',
    remove: 'Togli',
    mutes: 'Silenziati',
    noMutes: 'Nulla è silenziato.',
    untilChange: 'finché non cambia qualcosa di sostanziale',
    muteTitle: 'Silenziare questo bando?',
    muteLead: 'Non ne sentirai più parlare nelle e-mail. Nulla cambia finché non premi il pulsante.',
    mute: 'Silenzia',
    unsubscribeTitle: 'Annullare l’iscrizione?',
    unsubscribeLead: {
      digest: 'Non riceverai più il riepilogo. Nulla cambia finché non premi il pulsante.',
      reminder: 'Non riceverai più i promemoria. Nulla cambia finché non premi il pulsante.',
      alert: 'Non riceverai più gli avvisi. Nulla cambia finché non premi il pulsante.',
      notice: 'Non riceverai più questi avvisi. Nulla cambia finché non premi il pulsante.',
    },
    unsubscribe: 'Annulla l’iscrizione',
    done: 'Fatto',
    doneLead: 'Non ti scriveremo più messaggi di questo tipo.',
    back: 'Tutte le preferenze',
    outbox: 'Posta in uscita',
    outboxLead: (withMail) =>
      withMail
        ? 'Le e-mail preparate e che cosa ne è stato.'
        : 'La posta non è configurata: le e-mail restano qui, da leggere o consegnare a mano.',
    empty: 'Ancora nessuna e-mail.',
    columns: { when: 'Quando', who: 'A chi', subject: 'Oggetto', state: 'Stato' },
    states: {
      queued: 'in coda',
      sending: 'in partenza',
      sent: 'partita',
      retry: 'da ritentare',
      handed: 'in partenza',
      bounced: 'respinta',
      'given-up': 'non partita',
      doubtful: 'in dubbio',
      outbox: 'da consegnare',
      stale: 'superata',
    },
    staleReasons: {
      'no-address': 'la persona non c’è più, o non ha un indirizzo',
      unsubscribed: 'la persona non vuole più questi messaggi',
      muted: 'la persona ha silenziato il bando',
      'no-part': 'la persona non segue più il bando e non ha parte nel dossier',
      'lost-role': 'la persona ha perso un ruolo dopo che fu scritta: può dire di più di quanto ora le spetti leggere',
      ended: 'il dossier non aspetta più quella scadenza',
      moved: 'la scadenza è stata spostata',
      over: 'il termine è passato',
      withdrawn: 'il bando è stato ritirato',
      newer: 'un riepilogo più recente la sostituisce',
      late: 'ha aspettato troppo per essere ancora una novità',
    },
    fault: 'Risposta del server',
    sendWaiting: (n) => (n === 1 ? 'Spedisci quella che aspetta' : `Spedisci le ${n} che aspettano`),
    sendWaitingHelp:
      'Sono state scritte quando la posta non era configurata: quelle che non valgono più restano qui, con il motivo.',
    sendOne: 'Spedisci',
    sendAgain: 'Spedisci di nuovo',
    doubt:
      'Il server aveva già tutta l’e-mail quando il collegamento si è interrotto: quasi certamente l’ha consegnata. Se la rispedisci porta lo stesso codice, e molti programmi di posta la mostrano una volta sola.',
    justSent: (n) => (n === 1 ? 'Una e-mail è partita.' : `${n} e-mail sono partite.`),
  },
  en: {
    title: 'Your mail from Bandolo',
    lead: (name) => `${name}, here you choose what we write to you and when. No sign-in needed.`,
    frequency: 'Digest',
    frequencies: { weekly: 'every Monday at 7', daily: 'every day at 7', off: 'never' },
    language: 'Language',
    pillars: 'Pillars',
    partners: 'Partners',
    reminders: 'Reminders of the deadlines of dossiers that I have a part in',
    alerts: 'Alerts when a call that I follow changes or opens',
    save: 'Save',
    saved: 'Saved.',
    bounced: 'The last mail came back and we write no more: save to try again.',
    searches: 'Saved searches',
    searchesLead: 'Saving a search subscribes you: what it finds anew comes with the digest.',
    query: 'Words to search',
    addSearch: 'Save the search',
    remove: 'Remove',
    mutes: 'Muted',
    noMutes: 'Nothing is muted.',
    untilChange: 'until something material changes',
    muteTitle: 'Mute this call?',
    muteLead: 'Mails will not speak of it any more. Nothing changes until you press the button.',
    mute: 'Mute',
    unsubscribeTitle: 'Unsubscribe?',
    unsubscribeLead: {
      digest: 'You will get no more digests. Nothing changes until you press the button.',
      reminder: 'You will get no more reminders. Nothing changes until you press the button.',
      alert: 'You will get no more alerts. Nothing changes until you press the button.',
      notice: 'You will get no more such notices. Nothing changes until you press the button.',
    },
    unsubscribe: 'Unsubscribe',
    done: 'Done',
    doneLead: 'We will write no more messages of this kind.',
    back: 'All preferences',
    outbox: 'Outbox',
    outboxLead: (withMail) =>
      withMail
        ? 'The mails prepared and what became of them.'
        : 'Mail is not set up: mails stay here, to read or to hand over.',
    empty: 'No mail yet.',
    columns: { when: 'When', who: 'To', subject: 'Subject', state: 'State' },
    states: {
      queued: 'queued',
      sending: 'leaving',
      sent: 'sent',
      retry: 'to try again',
      handed: 'leaving',
      bounced: 'refused',
      'given-up': 'did not leave',
      doubtful: 'in doubt',
      outbox: 'to hand over',
      stale: 'out of date',
    },
    staleReasons: {
      'no-address': 'the person is gone, or has no address',
      unsubscribed: 'the person wants no more such messages',
      muted: 'the person muted the call',
      'no-part': 'the person neither follows the call any more nor has a part in the dossier',
      'lost-role': 'the person lost a role after it was written: it may tell more than they may read now',
      ended: 'the dossier no longer waits for that deadline',
      moved: 'the deadline was moved',
      over: 'the deadline has passed',
      withdrawn: 'the call was withdrawn',
      newer: 'a later digest takes its place',
      late: 'it waited too long to be news',
    },
    fault: 'Answer of the server',
    sendWaiting: (n) => (n === 1 ? 'Send the one that waits' : `Send the ${n} that wait`),
    sendWaitingHelp:
      'They were written while mail was not set up: those that no longer hold stay here, with the reason.',
    sendOne: 'Send',
    sendAgain: 'Send again',
    doubt:
      'The server had the whole mail when the connection broke: almost surely it was delivered. Sent again, it carries the same code, and many mail programs show it once.',
    justSent: (n) => (n === 1 ? 'One mail has left.' : `${n} mails have left.`),
  },
};
