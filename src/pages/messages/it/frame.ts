import { plural } from '../plural.ts';
import { day } from './articles.ts';

const count = plural('it');

/** What stands around every page. */
export const frame = {
  skip: 'Vai al contenuto',
  menu: 'Principale',
  more: 'Altro',
  otherLanguage: 'English',
  otherLanguageShort: 'EN',
  bodyAndData: 'Ente e stato dei dati',
  shortlist: 'Da valutare',
  topics: 'Bandi',
  search: 'Cerca',
  partners: 'Partner',
  sources: 'Fonti',
  quality: 'Qualità',
  waiting: (calls: number) => count(calls, { zero: 'nessun bando', one: '# bando', other: '# bandi' }),
  dataOf: (when: string) => `Dati ${day('al', when)}`,
  noData: 'Nessun dato ancora',
  completeReading: 'lettura completa',
  snapshotOnly: 'archivio incluso',
  unreachable: (since: string, dataOn: string | null) =>
    `Il portale non è raggiungibile ${day('dal', since)}. ${dataOn === null ? 'Non ci sono ancora dati.' : `Qui vedi i dati ${day('del', dataOn)}, che restano come sono.`}`,
  unreachableTitle: 'Portale non raggiungibile.',
  unreachableNext: 'Vedi che cosa è successo',
  old: (month: string, months: number) =>
    count(months, { one: `Dati di ${month}: manca un mese.`, other: `Dati di ${month}: mancano # mesi.` }),
  oldWhy: 'Gli stati sono calcolati a oggi dalle date note; bandi usciti dopo non ci sono ancora.',
  oldNext: 'Stato delle fonti',
  attribution:
    'Contenuti: © Unione europea, portale Funding & Tenders e CORDIS, riutilizzati con attribuzione. Punteggi e motivi: Bandolo.',
  privacy: 'Privacy',
  accessibility: 'Accessibilità',
  api: 'API',
  footer: 'Informazioni',
  breadcrumb: 'Percorso',
  table: 'Gli stessi dati in tabella',
  unknown: 'non noto',
};
