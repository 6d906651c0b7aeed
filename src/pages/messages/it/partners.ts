import { plural } from '../plural.ts';

const count = plural('it');

/** The register of partners and the page of one. */
export const partners = {
  title: 'Partner',
  lead: (partners: number) =>
    count(partners, {
      one: 'Un ente che può partecipare con la città, con le sue competenze.',
      other: '# enti che possono partecipare con la città, con le loro competenze.',
    }),
  none: 'Nessun partner lavora su questo pilastro. Guarda gli altri pilastri.',
  name: 'Ente',
  kind: 'Tipo e rapporto',
  pillars: 'Pilastri',
  competences: 'Competenze',
  legalName: 'Ragione sociale',
  pic: 'PIC (codice partecipante)',
  type: 'Tipo di ente',
  relation: 'Rapporto con l’associazione',
  roles: 'Ruoli possibili',
  card: 'Scheda',
  matches: 'Bandi più affini, aperti e in arrivo',
  matchesWhy:
    'L’affinità viene da ciò che l’ente ha vinto in bandi simili e dalle sue competenze; non è una graduatoria fra enti.',
  noMatches: 'Nessun bando aperto o in arrivo somiglia alle competenze di questo ente.',
  call: 'Bando',
  deadline: 'Scadenza',
  fit: 'Affinità',
  record: 'Che cosa ha vinto',
  totals: (projects: number, coordinated: number) =>
    `${count(projects, { one: 'un progetto', other: '# progetti' })}, ${count(coordinated, { zero: 'nessuno da capofila', one: 'uno da capofila', other: '# da capofila' })}`,
  noRecord: 'Nessun progetto finanziato è noto con il PIC di questo ente.',
  project: 'Progetto',
  topic: 'Topic vinto',
  part: 'Ruolo',
  contribution: 'Contributo UE',
  since: 'Dal',
  moreProjects: (projects: number) => count(projects, { one: 'e un altro progetto', other: 'e altri # progetti' }),
};
