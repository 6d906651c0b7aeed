import { plural } from '../plural.ts';
import { day as article } from './articles.ts';

const count = plural('it');

/** Today, the calendar, groups and projects. */
export const today = {
  title: (day: string) => `Oggi, ${day}`,
  stateUnchanged: 'Lo stato del dossier non è cambiato.',
  lead: (toDo: number, news: number, expiring: number) =>
    `${count(toDo, { zero: 'Nulla ti aspetta', one: 'Una cosa da fare', other: '# cose da fare' })}, ${count(news, { zero: 'nessun bando nuovo', one: 'un bando nuovo', other: '# bandi nuovi' })}, ${count(expiring, { zero: 'nessuna scadenza vicina', one: 'una scadenza vicina', other: '# scadenze vicine' })}.`,
  toJudge: (calls: number) => count(calls, { one: 'un bando questa settimana', other: '# bandi questa settimana' }),
  inQueue: (calls: number) => `${calls} in coda`,
  nextStep: (step: string) => `Primi passi: ${step}`,
  nextStepWhy: 'La casa non è ancora pronta per gli altri',
  notIn: (people: number) =>
    count(people, { one: 'Una persona non è ancora entrata', other: '# persone non sono ancora entrate' }),
  notInWhy: 'stampa o rimanda il loro invito',
  wanting: (people: number) =>
    count(people, { one: 'Una persona aspetta un collegamento', other: '# persone aspettano un collegamento' }),
  wantingWhy: 'la posta non gliel’ha portato',
  closing: 'Bandi senza dossier',
  strip: (days: number) => `Scadenze dei prossimi ${days} giorni`,
  stripNone: 'Nessun bando di Da valutare scade in questi giorni.',
  stripCaption: (calls: number) =>
    `${count(calls, { one: 'Un bando', other: '# bandi' })} di Da valutare. Il numero nell’anello conta i bandi che scadono in quella settimana.`,
  stripRow: (calls: number, first: string) =>
    `${count(calls, { one: 'un bando', other: '# bandi' })}, ${article('dal', first)}`,
  stripRowNone: 'nessuno',
  week: 'Settimana',
  callsHead: 'Bandi',
  more: (calls: number) => count(calls, { one: 'e un altro', other: 'e altri #' }),
  toDo: 'Da fare',
  nothingToDo: 'Nulla ti aspetta.',
  sheet: 'scheda da compilare',
  overdue: (day: string) => `in ritardo: era entro ${article('il', day)}`,
  dueOn: (day: string) => `entro ${article('il', day)}`,
  voice: 'via breve: si aspetta la tua voce',
  toRecord: 'via breve: le voci ci sono, il parere è da registrare',
  readyForBoard: (dossiers: number) =>
    count(dossiers, { one: 'Un dossier pronto per il direttivo', other: '# dossier pronti per il direttivo' }),
  convene: (ready: string) => `${ready}: convoca una seduta`,
  noSitting: 'in nessun ordine del giorno',
  othersConvene: 'la convoca il segretario o il presidente',
  request: 'richiesta da rispondere',
  interest: 'il tuo ente è interessato?',
  adhesion: 'adesione in attesa',
  seen: 'Visto',
  notices: {
    'triage-proposal': 'Un membro del gruppo propone, in prima selezione',
    'lead-thread': 'Nel filo dei possibili capofila c’è qualcosa per te',
    appointed: 'Sei stato nominato valutatore',
    'recusal-scorer': 'Il tuo ente si candida a capofila: la tua scheda non conta più',
    'recusal-desk': 'Un valutatore è astenuto per conflitto: serve un sostituto',
    'to-confirm': 'Un parere attende la tua conferma',
    confirmed: 'Parere confermato',
    'notice-answer': 'Un ente ha risposto all’avviso pubblico',
    'city-answer': 'Un’altra città ha risposto',
    'to-review': 'Un bando è cambiato: da rivedere',
  },
  news: 'Nuovi',
  baseline: (calls: number) =>
    `${calls} bandi arrivati insieme: un programma di lavoro, non ${calls} novità. Sono in coda.`,
  noNews: 'Nulla di nuovo in settimana.',
  changed: 'Cambiati',
  noChanges: 'Nessun cambiamento.',
  expiring: 'In scadenza',
  nothingExpires: 'Nulla scade nei prossimi 60 giorni.',
  calendarLead: 'Scadenze, sedute, risposte: un anno davanti, ora di Bruxelles.',
  emptyCalendar: 'Nessuna data davanti.',
  kinds: {
    dossier: 'scadenza del dossier',
    call: 'scadenza del bando',
    interest: 'fine della raccolta di interesse',
    request: 'risposta a una richiesta',
    sitting: 'seduta del consiglio',
    project: 'scadenza di progetto',
    expected: 'bando atteso',
  },
  groupLead: 'Gruppo di lavoro dell’associazione.',
  coordinator: 'Coordina',
  members: 'Membri',
  nextMeeting: 'Prossima riunione',
  objectives: 'Obiettivi',
  noObjectives: 'Nessun obiettivo ancora: servono ai valutatori, per il primo criterio (C1).',
  addObjective: 'Aggiungi un obiettivo',
  planLabel: 'Documento',
  objectiveText: 'Obiettivo',
};
