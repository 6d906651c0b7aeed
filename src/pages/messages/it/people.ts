import { plural } from '../plural.ts';
import { day as article } from './articles.ts';

const count = plural('it');

/** Who is at the desk, and what they may do. */
export const people = {
  title: 'Persone',
  lead: (total: number) => count(total, { one: 'Una persona conosciuta.', other: '# persone conosciute.' }),
  name: 'Nome',
  body: 'Ente',
  roles: 'Ruoli',
  lastSeen: 'Ultimo accesso',
  never: 'mai',
  disabled: 'sospesa',
  wantsLink: 'chiede un collegamento',
  wantsLinkSince: (when: string) => `Ha chiesto un collegamento ${article('il', when)}.`,
  printInvitations: (total: number) => count(total, { one: 'Stampa un invito', other: 'Stampa # inviti' }),
  paste: 'Aggiungi da un foglio di calcolo',
  pasteLead:
    'Copia le righe e incollale qui: nome, e-mail, ente, gruppo, ruolo. Con o senza la riga dei titoli; fra le celle tabulazioni, punti e virgola o virgole.',
  pasteHelp:
    'Più gruppi o ruoli in una cella: separali con «/». Senza ruolo, chi ha un gruppo è membro, gli altri sono lettori.',
  list: 'Elenco',
  add: 'Aggiungi',
  pasted: (added: number, known: number, faults: number) =>
    [
      count(added, { zero: 'Nessuna persona aggiunta.', one: 'Una persona aggiunta.', other: '# persone aggiunte.' }),
      known > 0 ? count(known, { one: 'Una c’era già.', other: '# c’erano già.' }) : '',
      faults > 0
        ? count(faults, {
            one: 'Una riga è da correggere: è rimasta qui sotto.',
            other: '# righe sono da correggere: sono rimaste qui sotto.',
          })
        : '',
    ]
      .filter((part) => part !== '')
      .join(' '),
  line: (number: number) => `Riga ${number}:`,
  faults: {
    'name-missing': (_value: string) => 'manca il nome.',
    'name-too-long': (value: string) => `il nome «${value}…» supera 120 caratteri.`,
    'email-missing': (_value: string) => 'manca l’indirizzo e-mail.',
    'email-wrong': (value: string) => `«${value}» non è un indirizzo e-mail.`,
    'body-unknown': (value: string) =>
      `l’ente «${value}» non è fra i partner: scrivilo come in quell’elenco, o lascia la cella vuota.`,
    'group-unknown': (value: string) =>
      `il gruppo «${value}» non esiste: scrivi Economia, Persone, Governance, Mobilità, Ambiente o Qualità della vita, o il nome che gli avete dato.`,
    'role-unknown': (value: string) =>
      `il ruolo «${value}» non esiste: scrivi lettore, membro, coordinatore, partner, segreteria, consiglio, presidente, segretario, amministratore, o Direzione con il suo nome («Direzione Mobilità»).`,
    'group-missing': (value: string) => `il ruolo «${value}» vuole un gruppo.`,
    'body-missing': (value: string) => `il ruolo «${value}» vuole un ente.`,
    'directorate-missing': (value: string) =>
      `il ruolo «${value}» vuole il nome della Direzione: scrivi «Direzione Mobilità», o il nome nella colonna del gruppo.`,
  },
  entrance: 'Come entra',
  neverSeen: 'Non è mai entrata.',
  seen: (when: string) => `Vista ${article('il', when)}.`,
  printLink: 'Stampa un collegamento',
  disable: 'Sospendi',
  enable: 'Riammetti',
  giveRole: 'Aggiungi un ruolo',
  role: 'Ruolo',
  group: 'Gruppo',
  bodyOfRole: 'Ente (per i partner)',
  directorate: 'Direzione del Comune',
  roleHelp: 'Membri e coordinatori vogliono un gruppo, i partner un ente, la Direzione il suo nome; gli altri niente.',
  give: 'Aggiungi il ruolo',
  takeRole: 'Togli',
  lastAdministrator: 'È l’unico amministratore: prima danne il ruolo a un’altra persona. Nulla è cambiato.',
  done: {
    given: 'Il ruolo è aggiunto.',
    taken: 'Il ruolo è tolto.',
    disabled: 'La persona è sospesa: è uscita da ogni browser.',
    enabled: 'La persona può entrare di nuovo.',
  },
  invitations: 'Inviti da consegnare',
  invitationsLead: (total: number) =>
    count(total, {
      zero: 'Nessuno da invitare.',
      one: 'Stampa questa pagina adesso: il collegamento si vede solo qui, una volta.',
      other: 'Stampa questa pagina adesso: i # collegamenti si vedono solo qui, una volta.',
    }),
  print: 'Stampa',
  printByMenu: 'Per stampare usa il menu del browser: File, poi Stampa.',
  back: 'Fatto',
  slipLead: (association: string) => `${association} ti invita in Bandolo. Apri questo indirizzo e premi «Entra»:`,
  slipFoot: (until: string, email: string) =>
    `Vale una volta sola, fino ${article('al', until)}. Poi entri con ${email} o con una passkey. Non passarlo ad altri.`,
};
