import { plural } from '../plural.ts';

const count = plural('it');

/** *Qualità*: how well the matcher does, and how that was measured. */
export const quality = {
  title: 'Qualità',
  lead: 'Quante volte il punteggio ha ragione e quante sbaglia, su bandi che non gli erano stati insegnati.',
  none: 'Nessuna misura è inclusa in questa versione.',
  otherWeights:
    'Queste misure sono di pesi diversi da quelli che oggi calcolano i punteggi: vanno rifatte con «npm run train».',
  weights: (version: string) => `pesi ${version}`,

  listTitle: 'In breve: la lista che leggete',
  listLead:
    'Su circa 700 bandi vivi l’associazione ne legge 60. Ogni insieme è riportato a questa misura, accanto a tre metodi semplici calcolati nella stessa prova.',
  set: 'Bandi di prova',
  ranking: 'Metodo',
  averagePrecision: 'Precisione media',
  recallAt: (percent: number) => `Trovati nel primo ${percent} %`,
  missedAQuarter: 'Voluti persi a trimestre',
  noiseOfSixty: 'Rumore fra i 60',
  wantedOf: (wanted: number, topics: string) =>
    count(wanted, { one: `uno voluto su ${topics}`, other: `# voluti su ${topics}` }),
  sets: {
    'topics with text': 'Bandi con testo',
    titles: 'Solo titoli',
    'won by a municipality': 'Vinti da un comune',
    'won by three municipalities': 'Vinti da tre comuni',
  },
  splits: {
    'by call': 'interi bandi tenuti da parte',
    'by year': 'anni previsti dai precedenti',
    'next programme': 'Horizon Europe previsto da Horizon 2020',
  },
  rankings: {
    'keyword count': 'conteggio di parole',
    'BM25 of the description': 'BM25 della descrizione',
    'bigram regression': 'regressione su coppie di parole',
    'past wins alone': 'solo i progetti vinti',
  },
  ours: 'Bandolo',

  cityTitle: 'Interesse per la città',
  cityLead:
    'A sinistra: scendendo nella lista si trovano più bandi voluti, ma con più rumore. A destra: se il punteggio dice 0,8, otto su dieci devono essere voluti.',
  curveTitle: 'Precisione e richiamo',
  curveOf: (set: string) => `Precisione e richiamo: ${set}`,
  curveCaption: ([first = '', second = '']: readonly string[]) =>
    `Linea: Bandolo. Alla lunghezza della lista, quadrato: ${first}; triangolo: ${second}.`,
  recall: 'Parte dei voluti trovata',
  precision: 'Parte della lista voluta',
  calibrationTitle: 'Calibrazione',
  calibrationOf: (set: string) => `Calibrazione: ${set}`,
  calibrationCaption: 'Sulla linea tratteggiata il punteggio dice il vero; i punti grandi valgono più bandi.',
  said: 'Punteggio detto',
  cameTrue: 'Davvero voluti',
  step: 'Fascia',
  calls: 'Bandi',

  pillarsTitle: 'Pilastro principale',
  pillarsLead: 'Quante volte il primo pilastro è quello giusto, e per quale altro viene scambiato.',
  accuracy: 'Giusti',
  macroF1: 'F1 medio sui bandi della città',
  accuracyOf: (ranking: string) => `Giusti: ${ranking}`,
  confusionOf: (set: string) => `Scambi fra pilastri: ${set}`,
  confusionCaption: 'Ogni riga è il pilastro vero; più una casella è scura, più bandi di quella riga vi finiscono.',
  truthGiven: 'vero ↓ dato →',

  groupsOf: (set: string) => `Pilastro per pilastro: ${set}`,
  pillar: 'Pilastro',
  precisionOfGroup: 'Precisione',
  recallOfGroup: 'Richiamo',
  f1: 'F1 (media armonica)',

  spreadTitle: 'Quanto oscillano le misure',
  spreadLead: (groupings: string) =>
    `Le stesse misure con i bandi divisi in ${groupings} modi: una differenza più piccola di questa non dice nulla.`,
  figure: 'Misura',
  least: 'Minimo',
  most: 'Massimo',

  partnersTitle: 'Partner',
  partnersLead: (topics: string) =>
    `Su ${topics} bandi vinti da un ente dell’elenco, ogni bando nascosto dai suoi stessi precedenti: dove stava il vincitore?`,
  reciprocalRank: 'Rango reciproco medio',
  inFirstThree: 'Vincitore fra i primi tre',
  othersInFirstFive: 'Vincitori meno frequenti fra i primi cinque',
  eachHidden: 'ogni bando nascosto dallo storico',
  forwardIn: (year: number, topics: string) => `i ${topics} bandi del ${year}, con lo storico di giugno`,
  elsewhere: (city: string, found: string, all: string, partners: string) =>
    `${city}, con gli stessi pesi: il suo Comune era fra i primi tre di ${partners} enti in ${found} dei ${all} bandi che risulta aver vinto.`,
  elsewhereNone: (city: string) => `${city}: non risulta alcun bando vinto dal suo Comune.`,
  hitRates: 'Fra i primi cinque, ente per ente',
  hits: (found: string, all: string) => `${found} su ${all}`,
  partner: 'Ente',
  wonTopics: 'Bandi vinti',
  amongFirstFive: 'Volte fra i primi cinque',

  travelTitle: 'Viaggio nel tempo',
  travelLead:
    'Il 1º marzo di ogni anno, con ciò che si sapeva allora: quanti dei bandi poi vinti da città stavano nel primo decimo della lista? Del 2014 non si sapeva nulla prima; fino al 2016 si conoscono i bandi vinti da ogni Comune, dal 2017 solo quelli del nostro.',
  firstOfMarch: (year: number) => `1º marzo ${year}`,
  year: 'Anno',
  whoseWins: 'Vittorie note',
  knownOf: { municipalities: 'di tutti i Comuni', 'own municipality': 'del nostro Comune' },
  wonByCities: 'Vinti da città',
  inTopTenth: 'Di questi nel primo decimo',
};
