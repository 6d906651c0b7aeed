import { plural } from '../plural.ts';
import { day as article } from './articles.ts';

const count = plural('it');

/** Who belongs to the association: the list of bodies and the page of one. */
export const members = {
  title: 'Soci ed enti',
  lead: (members: number) =>
    count(members, {
      zero: 'Nessuna adesione registrata: apri un ente e registra che cosa è per l’associazione.',
      one: 'Un ente registrato. Fondatori e soci votano, gli altri ci conoscono.',
      other: '# enti registrati. Fondatori e soci votano, gli altri ci conoscono.',
    }),
  body: 'Ente',
  kind: 'Che cosa è',
  contact: 'Referente',
  noContact: 'nessun referente',
  pic: 'PIC (nove cifre)',
  lear: 'LEAR (chi firma sul portale)',
  gep: 'Piano per la parità di genere (GEP)',
  gepAnswers: { yes: 'sì', no: 'no', unknown: 'non noto' },
  papers: 'Carte per un bando',
  complete: 'ci sono tutte',
  missing: (papers: string) => `mancano: ${papers}`,
  unregistered: 'Enti del profilo non ancora registrati',
  profileSays: (word: string) => `secondo il profilo: ${word}`,
  today: 'Oggi',
  notRegistered: 'Non registrato.',
  admitted: (word: string, day: string) => `${word} ${article('dal', day)}`,
  data: 'Referente e carte',
  admit: 'Ammetti o cambia',
  admitLead: 'Un socio è ammesso da una seduta del consiglio; scegli quale.',
  admittedOn: 'Dal giorno',
  sitting: 'Seduta che lo ha ammesso',
  noSitting: 'nessuna (fondatore, collaboratore, esterno)',
  exit: 'Uscita',
  leftOn: 'Ultimo giorno',
  leave: 'Registra l’uscita',
  history: 'Storia',
  until: (word: string, from: string, to: string) => `${word} ${article('dal', from)} ${article('al', to)}`,
};
