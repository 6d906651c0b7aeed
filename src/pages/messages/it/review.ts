import { plural } from '../plural.ts';

const count = plural('it');

/** Sheets, readers, the collegial evaluation. */
export const review = {
  title: 'Valutazione',
  quorum: (delivered: number, needed: number) =>
    `schede dei valutatori: ${count(delivered, { zero: 'nessuna consegnata', one: 'una consegnata', other: '# consegnate' })}, ne servono ${needed}`,
  yourSheet: 'La tua scheda',
  you: 'tu',
  blind: 'Lettura cieca: delle altre schede non si vede nulla, nemmeno se esistono.',
  blindNote:
    'Lettura cieca. Fino alla tua consegna non vedi le altre schede e nessuno vede la tua. Puoi ritirarla finché non si apre la valutazione collegiale.',
  collegial: 'Valutazione collegiale',
  criterion: 'Criterio',
  weight: 'Peso',
  median: 'Mediana',
  spread: 'Divario',
  agreed: 'Concordato',
  disagreement: 'opinioni lontane',
  notYetOpen: 'La valutazione collegiale non è ancora aperta.',
  noTotal: 'Il totale arriva quando ogni criterio ha un valore.',
  total: (points: string) => `Totale: ${points} su 100.`,
  band: (kind: string) => `Fascia proposta: ${kind}.`,
  dissentOf: (who: string) => `Opinione divergente di ${who}:`,
  noSubstitute: (who: string) =>
    `Astensione per conflitto di ${who}, e nessun altro è libero: nomina da un altro gruppo.`,
  substitute: (who: string, other: string) => `Astensione per conflitto: ${who}. Sostituto proposto: ${other}.`,
  readmit: (who: string) => `Riammetti ${who}`,
  appoint: 'Nomina',
  appointReaders: 'Nomina i valutatori',
  appointHint: 'Chi ha meno dossier in valutazione viene prima; chi è in conflitto non c’è.',
  otherGroup: 'altro gruppo',
  agreeOther: 'Concorda un valore diverso dalla mediana',
  value: 'Valore',
  dissent: 'Fai mettere a verbale un’opinione divergente',
  dissentText: 'Opinione divergente',
  waive: 'Decidi senza quorum',
  readCall: 'Leggi il bando',
  setAside:
    'Ti sei astenuto per conflitto, o il tuo ente si candida a capofila: i tuoi punteggi restano agli atti ma non contano. Puoi ancora scrivere fatti.',
  conflict: 'Il tuo ente si candida a capofila: consegnando ti astieni per conflitto.',
  tableOpen: 'La valutazione collegiale è aperta: le schede non si muovono più.',
  declaration: 'Conflitto di interessi',
  declarations: {
    none: 'Né io né il mio ente guideremmo la proposta',
    'own-body-partner': 'Il mio ente sarebbe partner: lo dichiaro e valuto',
    'own-body-leads': 'Il mio ente vuole fare da capofila: non do punteggi',
    personal: 'Ho un interesse personale: non do punteggi',
  },
  gaps: (gaps: number) =>
    count(gaps, { one: 'Manca ancora una cosa per consegnare.', other: 'Mancano ancora # cose per consegnare.' }),
  missing: {
    declaration: (_criterion: string) => 'la dichiarazione sul conflitto di interessi',
    value: (criterion: string) => `il valore di ${criterion}`,
    sentence: (criterion: string) => `una frase per ${criterion}: serve per 0, 1 e 5`,
    objective: (_criterion: string) =>
      'l’obiettivo del gruppo per C1: oltre il 2 serve, e per il 5 deve avere una data',
  },
  noneYet: 'Il gruppo non ha ancora obiettivi: li aggiunge il coordinatore, sulla pagina del gruppo.',
  saved: 'Bozza salvata',
  notSaved: 'Non salvata: premi Salva la bozza',
  deliver: 'Consegna',
  saveDraft: 'Salva la bozza',
  noView: 'Non mi esprimo',
  objective: 'Obiettivo del gruppo (oltre il 2)',
  noObjective: 'nessun obiettivo',
  sentence: 'Perché, in una frase (serve per 0, 1 e 5)',
  toDossier: 'Vai al dossier',
  withdraw: 'Riprendi la scheda',
};
