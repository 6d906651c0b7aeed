import { plural } from '../plural.ts';

const count = plural('it');

/** The wizard of the first hour. */
export const firstHour = {
  title: 'Primi passi',
  doneMark: ', fatto',
  later: 'Più tardi: vai al passo dopo',
  next: 'Vai al passo dopo',
  finish: 'Vai all’amministrazione',
  steps: {
    names: 'Nome e città',
    mail: 'Posta',
    groups: 'Gruppi',
    people: 'Persone',
    invitations: 'Inviti',
  },
  headings: {
    names: 'Come si chiama l’associazione?',
    mail: 'La posta funziona?',
    groups: 'I sei gruppi di lavoro',
    people: 'Chi ne fa parte?',
    invitations: 'Falli entrare',
  },
  leads: {
    names: 'Il nome sta in cima a ogni pagina e sui verbali.',
    mail: 'Serve per i collegamenti di accesso e gli avvisi. Senza, tutto si fa anche su carta.',
    groups: 'Uno per ciascuna delle sei dimensioni della città. I nomi si cambiano quando vuoi.',
    people: 'Incolla l’elenco che hai già: le righe che non tornano restano qui, con il loro numero.',
    invitations: 'Un foglietto a testa, con un collegamento che vale una volta.',
  },
  association: 'Nome dell’associazione',
  associationHelp: 'Partner e regole della città vengono dal profilo con cui Bandolo è avviato.',
  city: 'Città',
  save: 'Salva e continua',
  mailThere: 'La posta è configurata. Invia una prova al tuo indirizzo.',
  mailMissing: 'La posta non è configurata (SMTP_URL): gli inviti si stampano. Si può aggiungere in seguito.',
  testMail: 'Invia la prova',
  withoutMail: 'Prosegui senza posta',
  mailResults: {
    sent: 'Prova inviata: controlla la tua casella.',
    failed: 'La prova non è partita. Controlla SMTP_URL e MAIL_FROM; il motivo è nel registro tecnico.',
  },
  makeGroups: 'Crea i sei gruppi',
  waiting: (total: number) =>
    count(total, {
      zero: 'Tutti sono già entrati almeno una volta.',
      one: 'Una persona non è ancora entrata.',
      other: '# persone non sono ancora entrate.',
    }),
};
