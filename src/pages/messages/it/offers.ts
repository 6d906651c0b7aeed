import { day as article } from './articles.ts';

/** Calls shared with other cities: the offer's public page, the dossier's panel, the requests' door for them. */
export const offers = {
  title: (city: string, role: string) => `${city} cerca: ${role}`,
  lead: (city: string) => `Un’offerta per ${city}. Per rispondere basta questo collegamento: non serve entrare.`,
  roleSought: 'Ruolo cercato',
  contact: 'Con chi parlare',
  offeredOn: 'Offerta del',
  yourAnswer: 'La vostra risposta',
  question: (city: string) => `A ${city} interessa?`,
  answers: { interested: 'interessa', 'not-interested': 'non interessa' },
  author: 'Chi risponde',
  authorHint: 'Nome, cognome e ufficio: la risposta resta con nome e data.',
  send: 'Manda la risposta',
  sendAgain: 'Cambia la risposta',
  closed: 'Il bando è scaduto: non si risponde più.',
  paperTitle: 'Usate Bandolo anche voi?',
  paperLead: 'Copiate questo testo e incollatelo in Richieste → Registra una richiesta: l’offerta starà fra le vostre.',
  paper: 'L’offerta, da copiare',
  paperFile: 'La stessa offerta come file',
  faults: { gone: 'L’offerta è stata ritirata', 'not-found': 'Nessuna offerta a questo indirizzo' },
  faultLines: {
    gone: 'La città che l’aveva fatta l’ha ripresa. Se vi interessa ancora, scrivete a chi vi aveva mandato il collegamento.',
    'not-found': 'Forse il collegamento è stato copiato a metà: provate a riprenderlo intero dal messaggio.',
  },

  panelTitle: 'Altre città',
  notShared: 'Nessun’altra città ne sa nulla.',
  share: (cities: readonly string[]) => `Condividi con ${cities.join('/')}`,
  shareHint: 'Vedranno il bando, il ruolo e la persona qui sotto; mai punteggi, valutatori o chi è interessato.',
  cities: 'Città',
  contactName: 'Persona da contattare',
  contactEmail: 'Il suo indirizzo di posta',
  shareNow: 'Condividi',
  sharedOn: (role: string, day: string, contact: string) =>
    `Cerchiamo: ${role}. ${article('Dal', day)}, contatto ${contact}.`,
  waiting: 'in attesa',
  noKey: 'Il collegamento non si può firmare: manca SECRET_KEY.',
  takeBack: 'Ritira l’offerta',

  pasteTitle: 'Ve l’ha mandata un’altra città?',
  paste: 'Il testo dell’offerta, dalla sua pagina',
  pasteNow: 'Prendi fra le richieste',
  answerThere: 'Rispondi anche sulla pagina dell’offerta: così il posto entra nel loro partenariato.',
  toOffer: 'La pagina dell’offerta',
};
