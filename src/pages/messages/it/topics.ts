import { plural } from '../plural.ts';
import { day as article } from './articles.ts';

const count = plural('it');

/** Lists of calls: *Da valutare*, *Bandi*, and the rows they share. */
export const topics = {
  headWhat: 'Bando e perché',
  headWhatPlain: 'Bando',
  headTime: 'Scadenza (Bruxelles)',
  headMoney: 'Dotazione',
  headRelevance: 'Pertinenza',
  why: 'perché',
  days: (days: number) => count(days, { zero: 'oggi', one: 'giorno', other: 'giorni' }),
  opensIn: (days: number) => count(days, { zero: 'apre oggi', one: 'apre domani', other: 'apre tra # giorni' }),
  opensOn: (day: string) => `apertura ${day}`,
  closedOn: (day: string) => `chiuso ${article('il', day)}`,
  deadlineUnknown: 'scadenza non nota',
  hourUncertain: 'ora da verificare',
  inTime: {
    coordinator: 'in tempo per ogni ruolo',
    pilot: 'in tempo da città guida o sito pilota; tardi da capofila',
    partner: 'tempo solo da partner o città follower',
    supporter: 'tempo solo per una lettera di sostegno',
    none: 'sotto ogni tempo minimo',
  },
  inTimeAs: (role: string) => `in tempo da ${role}`,
  onlyAs: (role: string) => `tempo solo da ${role}`,
  noRole: 'nessun ruolo in tempo',
  startBy: (day: string) => `comincia entro ${article('il', day)}`,
  grants: (grants: number) => count(grants, { one: '# progetto', other: '# progetti' }),
  grantsUnknown: 'n. progetti non indicato',
  shared: 'somma comune a più topic',
  budgetUnknown: 'non nota',
  reasons: (reasons: number) => count(reasons, { zero: 'nessun motivo', one: '# motivo', other: '# motivi' }),
  notScored: 'non ancora calcolata',
  group: (calls: number) => count(calls, { one: '# bando', other: '# bandi' }),
  noPillar: 'Senza pilastro',
  csv: 'Scarica CSV',

  shortlistTitle: 'Da valutare',
  shortlistLead: (calls: number) =>
    count(calls, {
      zero: 'Nessun bando da valutare oggi.',
      one: `Un bando da giudicare. Ogni punteggio si ricalcola dai suoi motivi; la scelta resta alle persone.`,
      other: `# bandi da giudicare. Ogni punteggio si ricalcola dai suoi motivi; la scelta resta alle persone.`,
    }),
  filterByPillar: 'Filtra per pilastro',
  all: 'Tutti',
  timeKey:
    'giorni rimasti; tacche: minimo da partner o follower (5 settimane), città guida o sito pilota (10), capofila (16)',
  relevanceKey: 'pertinenza da 0 a 1; ogni tratto è un motivo',
  emptyTitle: 'Niente da valutare, per ora',
  emptyPillar: (pillar: string) =>
    `Nessun bando di ${pillar} supera oggi la soglia di pertinenza. Guarda gli altri pilastri o cerca in tutti i bandi.`,
  emptyAll:
    'Nessun bando aperto o in arrivo supera oggi la soglia di pertinenza. Se l’archivio è ancora vuoto, la prima lettura del portale lo riempie in pochi minuti: la segui in Fonti.',
  toTopics: 'Cerca in tutti i bandi',
  toSources: 'Vai a Fonti',

  searchTitle: 'Bandi',
  searchLead:
    'I bandi a cui si può ancora partecipare; i chiusi restano come memoria. Cerca anche in italiano: «pista ciclabile» trova i bandi inglesi sul ciclismo urbano.',
  search: 'Cerca nei bandi',
  searchLabel: 'Parole, codice o parte del codice',
  submit: 'Cerca',
  reset: 'Azzera',
  status: 'Stato',
  programme: 'Programma',
  pillar: 'Pilastro',
  laboratory: 'Laboratorio',
  laboratories: 'Per laboratorio',
  filterByLaboratory: 'Filtra per laboratorio',
  minRelevance: 'Pertinenza minima',
  deadlineBefore: 'Scade prima del',
  sort: 'Ordina per',
  any: 'Tutti',
  anyRelevance: 'Qualsiasi',
  live: 'Aperti, in arrivo, da verificare',
  withClosed: 'Tutti, anche i chiusi',
  onlyPast: 'Nessun bando aperto o in arrivo risponde; questi sono chiusi, e restano come memoria.',
  from: (score: string) => `da ${score}`,
  sorts: { match: 'Attinenza alla ricerca', deadline: 'Scadenza', relevance: 'Pertinenza', identifier: 'Codice' },
  found: (calls: number) =>
    count(calls, { zero: 'Nessun bando trovato', one: '# bando trovato', other: '# bandi trovati' }),
  alsoInEnglish: 'Cercato anche in inglese:',
  nothing: 'Nessun bando risponde a tutti i filtri. Togline uno, usa parole più generali o cerca il codice.',
  csvOfThis: 'CSV di ciò che vedi',
  pages: 'Pagine dei risultati',
  page: (page: string, of: string) => `pagina ${page} di ${of}`,
  previous: 'Precedente',
  next: 'Successiva',
};
