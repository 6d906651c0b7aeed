import { plural } from '../plural.ts';
import { day as article } from './articles.ts';

const count = plural('it');

/** The page of one call. */
export const topic = {
  also: (pillar: string) => `anche ${pillar}`,
  official: 'pagina ufficiale del bando',
  brief: 'In breve',
  deadline: 'Scadenza',
  nextDeadline: 'Prossima scadenza',
  daysLeft: (days: number) => count(days, { zero: 'scade oggi', one: 'manca un giorno', other: 'mancano # giorni' }),
  daysAgo: (days: number) => count(days, { one: 'scaduto ieri', other: 'scaduto da # giorni' }),
  typeOfAction: 'Tipo di azione',
  rate: (percent: number) => `per un ente senza scopo di lucro: ${percent} %`,
  rateUnverified: 'da verificare',
  budget: 'Dotazione',
  perProject: (from: string, to: string) =>
    from === to ? `circa ${from} per progetto` : `da ${from} a ${to} per progetto`,
  role: 'Ruolo possibile',
  roleNone: {
    'too-late': 'nessuno: il tempo è sotto ogni minimo',
    'ruled-out': 'nessuno: una regola li esclude tutti',
    closed: 'nessuno: il bando è chiuso',
  },
  roleLate: (roles: string) => `tempo scaduto: ${roles}`,
  roleBarred: (roles: string) => `esclusi da una regola: ${roles}`,
  roleStart: (day: string) => `comincia entro ${article('il', day)}`,
  relevance: 'Pertinenza',
  seeReasons: 'vedi i motivi',
  withdrawn: (day: string) =>
    `Il portale non elenca più questo bando ${article('dal', day)}. Qui resta quello che diceva.`,
  statedDiffers: (stated: string) => `il portale lo dà ancora come «${stated}»`,

  timeline: 'Finestre e scadenze',
  readOn: (when: string) => `letto ${article('il', when)}`,
  timelineNone: 'Nessuna data nota: guarda la pagina ufficiale.',
  timelineScroll: 'Linea del tempo, scorrevole',
  window: (n: number) => `Finestra ${n}`,
  onlyWindow: 'Finestra',
  openFrom: (day: string) => `aperta ${article('dal', day)}`,
  openingUnknown: 'apertura non nota',
  today: (day: string) => `oggi, ${day}`,
  lastStart: (day: string, weeks: number) => `${day} · ${weeks} settimane`,
  timelineTitle: (windows: number, next: string) =>
    `${count(windows, { one: 'Una finestra', other: '# finestre' })}; prossima scadenza: ${next}`,
  timelineCaption: (past: number, all: number) =>
    count(past, {
      zero: 'I puntini segnano l’ultimo giorno utile per cominciare, ruolo per ruolo: sono tutti ancora davanti.',
      one: `I puntini segnano l’ultimo giorno utile per cominciare, ruolo per ruolo: uno su ${all} è già passato.`,
      other: `I puntini segnano l’ultimo giorno utile per cominciare, ruolo per ruolo: # su ${all} sono già passati.`,
    }),
  timelineOver: 'Tutte le date di questo bando sono passate.',
  date: 'Data',
  what: 'Che cosa',
  fromToday: 'Giorni da oggi',
  opening: 'Apertura',
  lastDayFor: (role: string, weeks: number) => `Ultimo giorno per cominciare (${weeks} settimane): ${role}`,
  deadlineOf: (stage: number | null, cutOff: number | null) =>
    stage !== null ? `Scadenza della fase ${stage}` : cutOff !== null ? `Data intermedia ${cutOff}` : 'Scadenza',

  text: 'Il testo e i suoi motivi',
  textLanguage: 'Originale inglese della Commissione; i numeri rimandano alla tabella dei motivi.',
  textNone:
    'Il testo di questo bando non è in archivio: leggilo nella pagina ufficiale. Il punteggio viene da titolo, parole chiave e codice.',
  legendCity: 'motivo per la città',
  legendPillar: (pillar: string) => `motivo per ${pillar}`,
  legendAgainst: 'indizio contrario',
  titleLine: 'Titolo',
  keywordsLine: 'Parole chiave',
  reasonsTable: 'Motivi e pesi',
  number: 'N.',
  phrase: 'Frase',
  where: 'Dove',
  forCity: 'Peso per la città',
  forPillar: 'Vale per',
  moreReasons: (reasons: number) => count(reasons, { one: 'Un altro motivo', other: 'Altri # motivi' }),
  sum: 'Somma dei pesi',
  formula: 'La pertinenza è la somma portata fra 0 e 1 con la funzione logistica: si ricalcola da questa tabella.',
  section: (n: number, heading: string) => (heading === '' ? `sezione ${n}` : heading),

  eligibility: 'Ammissibilità',
  eligibilitySummary: (rules: number, unknown: number) =>
    `${count(rules, { one: '# regola', other: '# regole' })}, ${count(unknown, { zero: 'tutte note', one: 'una non nota', other: '# non note' })}`,
  eligibilityNone: 'Le regole H1–H9 non sono ancora state lette su questo bando.',

  changes: 'Cronologia delle modifiche',
  changesNone: (day: string) => `Nessuna modifica da quando è stato letto la prima volta, ${article('il', day)}.`,
  when: 'Quando',
  field: 'Campo',
  beforeAfter: 'Prima → dopo',
  effect: 'Effetto',
  material: 'rilevante',
  notMaterial: 'non rilevante',
  textChanged: 'il testo è cambiato',
  moreChanges: (changes: number) =>
    count(changes, { one: 'Un’altra modifica più vecchia nell’API', other: 'Altre # modifiche più vecchie nell’API' }),

  why: 'Perché è qui, perché no',
  isListed: 'È da valutare:',
  isNotListed: 'Non è da valutare:',
  listedBecause: (score: string, threshold: string) =>
    `supera la soglia di pertinenza (${score} su ${threshold}), non è chiuso e nessuna regola lo esclude.`,
  becauseClosed: 'le scadenze sono passate.',
  becauseLow: (score: string, threshold: string) => `la pertinenza (${score}) è sotto la soglia (${threshold}).`,
  becauseNotScored: 'la pertinenza non è ancora stata calcolata.',
  becauseRule: (rule: string) => `una regola lo esclude (${rule}).`,
  becauseWithdrawn: 'il portale non lo elenca più.',
  becauseMuted: 'l’associazione lo ha silenziato.',
  mightFail: 'Potrebbe non starci:',
  limitedTo: (rule: string, role: string) => `la regola ${rule} lascia alla città solo il ruolo di ${role}.`,
  onlyAs: (role: string) => `il tempo basta solo per il ruolo di ${role}.`,
  onlyLetter: 'resta tempo solo per una lettera di sostegno.',
  tooLate: 'il tempo è sotto ogni minimo.',
  statusUnknown: 'lo stato è da verificare: il portale non dice abbastanza.',
  strongest: 'Parlano a favore',

  partners: 'Partner più affini',
  partnersNone: 'Nessun partner dell’elenco ha competenze che si ritrovano nel testo.',
  about: 'Da dove viene',
  kind: 'Genere',
  call: 'Bando',
  parent: 'Bando di origine',
  source: 'Fonte',
  firstSeen: 'Prima lettura',
  lastSeen: 'Ultima lettura',
  aliases: 'Altri nomi',
};
