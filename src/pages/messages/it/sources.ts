import { plural } from '../plural.ts';
import { day } from './articles.ts';

const count = plural('it');

/** *Fonti*: what was read, how completely, and what was odd. */
export const sources = {
  title: 'Fonti',
  lead: 'Da dove vengono i bandi, se le letture sono complete e che cosa c’era di strano.',
  data: 'I dati di oggi',
  dataOn: 'Dati del',
  lastComplete: 'Ultima lettura completa',
  never: 'nessuna ancora',
  lastReading: 'Ultima lettura',
  archive: 'Archivio incluso',
  archiveTopics: (topics: number) => count(topics, { one: '# topic', other: '# topic' }),
  monthsOld: (months: number) => count(months, { zero: 'di questo mese', one: 'di un mese fa', other: 'di # mesi fa' }),

  running: 'Lettura in corso',
  runningLead: 'La pagina si aggiorna da sola finché la lettura non finisce.',
  pagesRead: 'Pagine lette',
  ofPages: (pages: string, of: string) => `${pages} di ${of}`,
  topicsSeen: 'Topic visti',
  timeLeft: 'Tempo rimasto',
  seconds: (seconds: number) => count(seconds, { one: 'circa un secondo', other: 'circa # secondi' }),
  minutes: (minutes: number) => count(minutes, { one: 'circa un minuto', other: 'circa # minuti' }),

  topics: (topics: number) =>
    count(topics, { zero: 'nessun topic', one: '# topic in archivio', other: '# topic in archivio' }),
  certificate: 'Certificato dell’ultima lettura',
  snapshotOnly:
    'Fatti pubblici inclusi nel programma: codici, titoli, date, dotazioni. Un bando passa alla fonte viva alla prima lettura che lo trova.',
  noScan: 'Questa fonte non è ancora stata letta dal portale.',
  read: 'Letto',
  lasted: (minutes: number, seconds: number) =>
    minutes === 0 ? `durata ${seconds} s` : `durata ${minutes} min ${seconds} s`,
  passes: 'Letture concordi',
  requests: 'Richieste',
  retries: (retries: number) => count(retries, { zero: 'nessuna ripetuta', one: 'una ripetuta', other: '# ripetute' }),
  changes: 'Nuovi, modificati, ritirati',
  changesValue: (added: string, changed: string, withdrawn: string) => `${added}, ${changed}, ${withdrawn}`,
  kind: 'Tipo',
  allKinds: 'tutti i tipi',
  verdict: 'Esito',
  rows: 'Letti su dichiarati',
  rowsValue: (unique: string, stated: string) => `${unique} su ${stated}`,
  repeated: 'Ripetuti',
  pages: 'Pagine',
  level: 'Livello abituale',
  hash: 'Impronta',
  failing: (since: string) =>
    `Ogni lettura fallisce ${day('dal', since)}. I dati che vedi restano quelli dell’ultima lettura completa; Bandolo riprova ogni giorno.`,
  levels: 'Livelli attesi',
  accepted: 'Livello accettato',
  candidate: 'Livello nuovo, in attesa',
  accept: 'Accetta questo livello',
  candidateDays: (days: number) => count(days, { zero: 'mai visto', one: 'visto un giorno', other: 'visto # giorni' }),

  monthly: 'si legge una volta al mese',
  trackLead:
    'Che cosa è diventato dei topic chiusi: chi ha vinto, quanti comuni, quali dei nostri partner. Finché la fonte non è stata letta vale l’estratto incluso.',
  trackTable: 'Archivi dei progetti finanziati',
  archiveName: 'Archivio',
  origin: 'Che cosa c’è',
  origins: { snapshot: 'estratto incluso', cordis: 'letto da CORDIS' },
  nothingKept: 'niente ancora',
  keptSince: (when: string) => `${day('dal', when)}`,
  projects: 'Progetti',
  participations: 'Partecipazioni nostre',
  archiveKinds: { projects: 'Progetti', participations: 'Partecipazioni' },

  history: 'Letture precedenti',
  historyNone: 'Nessuna lettura ancora.',
  source: 'Fonte',

  issues: 'Cose strane',
  issuesLead: 'Non fermano una lettura, ma una persona dovrebbe guardarle.',
  issuesNone: 'Niente di strano da segnalare.',
  what: 'Che cosa',
  about: 'Riguarda',
  said: 'Valore',
  times: 'Volte',
  lastSeen: 'Ultima volta',

  runs: 'Lavori',
  runsLead: 'Ogni esecuzione lascia una riga, anche quando non trova niente.',
  runsNone: 'Nessun lavoro eseguito ancora.',
  job: 'Lavoro',
  jobs: {
    collect: 'lettura delle fonti',
    score: 'calcolo dei punteggi',
    prune: 'pulizia',
    cordis: 'lettura di CORDIS',
    digest: 'riepiloghi',
    remind: 'promemoria',
  },
  started: 'Inizio',
  outcome: 'Esito',
  outcomes: { done: 'fatto', failed: 'non riuscito', skipped: 'saltato', running: 'in corso' },
  counts: 'Conteggi',
};
