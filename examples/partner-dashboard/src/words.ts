export const LANGUAGES = ['it', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

const it = {
  locale: 'it-IT',
  title: 'Bandi per',
  intro: 'I bandi europei che si addicono al tuo ente, letti da Bandolo con la chiave che l’associazione ti ha dato.',
  server: 'Indirizzo di Bandolo',
  key: 'Chiave',
  open: 'Apri',
  leave: 'Esci',
  loading: 'Un momento…',
  timeline: 'Scadenze',
  timelineOf: (n: number) => `Le ${n} scadenze più vicine, mese per mese; la tabella dice lo stesso a parole.`,
  matches: 'Bandi affini',
  fit: 'Affinità',
  call: 'Bando',
  programme: 'Programma',
  deadline: 'Scadenza (Bruxelles)',
  daysLeft: 'Giorni',
  budget: 'Dotazione',
  unknown: 'non nota',
  none: 'Nessun bando aperto o in arrivo si addice abbastanza al tuo ente.',
  shown: (n: number, total: number) => `${n} di ${total}, i più affini per primi.`,
  source: 'Dati: Unione europea, Funding & Tenders Portal. La pagina ufficiale del bando fa fede.',
  refusals: {
    key: 'La chiave non è valida o è stata revocata. Chiedine una nuova all’associazione.',
    scope: 'La chiave non apre questi dati. Chiedi all’associazione una chiave con lo scopo matches:read.',
    wait: (seconds: string) => `Troppe richieste: riprova fra ${seconds} secondi.`,
    unreachable: 'Bandolo non risponde a questo indirizzo. Controllalo e riprova.',
    other: (detail: string) => `Bandolo ha risposto: ${detail}`,
  },
};

export type Words = typeof it;

const en: Words = {
  locale: 'en-GB',
  title: 'Calls for',
  intro: 'The EU calls that fit your organisation, read from Bandolo with the key that the association gave you.',
  server: 'Address of Bandolo',
  key: 'Key',
  open: 'Open',
  leave: 'Leave',
  loading: 'One moment…',
  timeline: 'Deadlines',
  timelineOf: (n) => `The ${n} nearest deadlines, month by month; the table says the same in words.`,
  matches: 'Calls that fit',
  fit: 'Fit',
  call: 'Call',
  programme: 'Programme',
  deadline: 'Deadline (Brussels)',
  daysLeft: 'Days',
  budget: 'Budget',
  unknown: 'unknown',
  none: 'No open or forthcoming call fits your organisation well enough.',
  shown: (n, total) => `${n} of ${total}, the best first.`,
  source: 'Data: European Union, Funding & Tenders Portal. The official page of a call is what counts.',
  refusals: {
    key: 'The key is not valid or was revoked. Ask the association for a new one.',
    scope: 'The key does not open these data. Ask the association for a key with the scope matches:read.',
    wait: (seconds) => `Too many requests: try again in ${seconds} seconds.`,
    unreachable: 'Bandolo does not answer at this address. Check it and try again.',
    other: (detail) => `Bandolo answered: ${detail}`,
  },
};

export const WORDS: Readonly<Record<Language, Words>> = { it, en };
