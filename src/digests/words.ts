import { DateTime } from 'luxon';
import { BRUSSELS } from '../domain/brussels.ts';
import type { ChangeField } from '../domain/change.ts';
import type { Language } from '../domain/labels/localised.ts';
import type { Pillar } from '../domain/pillar.ts';
import type { Instant } from '../domain/topic.ts';

export type { Language };

/** What mails say, in both languages. Words follow DOMAIN §5.7. */
export interface Words {
  pillars: Record<Pillar, { name: string; letter: string }>;
  fields: Record<ChangeField, string>;
  newTopics(n: number): string;
  changes(n: number): string;
  todos(n: number): string;
  expiring(n: number): string;
  burst(n: number): string;
  burstNote: string;
  headings: { fresh: string; burst: string; opened: string; changed: string; waiting: string; expiring: string };
  week(from: Instant, to: Instant): string;
  nearest(at: Instant): string;
  due(at: Instant, daysLeft: number): string;
  opens(day: string): string;
  noDeadline: string;
  whyYou: string;
  phrases(list: readonly string[]): string;
  pillarFit(name: string, score: number): string;
  pillar(name: string): string;
  partnerFit(names: readonly string[]): string;
  searchFit(name: string): string;
  followed: string;
  cityRole: string;
  budget(eur: number | null, grants: number | null): string;
  unknown: string;
  mute: string;
  openList: string;
  preferences: string;
  unsubscribe: string;
  source(asOf: Instant): string;
  by(day: Instant): string;
  advice(days: number): string;
  reminderSubject(identifier: string, days: number, stage: number | undefined): string;
  reminderWhy: string;
  alertSubject(n: number): string;
  alertHeadline(what: readonly string[]): string;
  alertLead: string;
  nowOpen: string;
  openCall: string;
  alertWhy: string;
}

const LOCALES: Record<Language, string> = { it: 'it-IT', en: 'en-GB' };

const longDate = (language: Language) => (at: Instant) =>
  DateTime.fromISO(at, { zone: BRUSSELS, locale: LOCALES[language] }).toLocaleString({
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  });
const clockTime = (at: Instant) => DateTime.fromISO(at, { zone: BRUSSELS }).toFormat('HH:mm');
const decimal = (language: Language) => (value: number) =>
  value.toLocaleString(LOCALES[language], { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const millions = (language: Language, eur: number) =>
  `${(eur / 1_000_000).toLocaleString(LOCALES[language], { maximumFractionDigits: 2 })}\u00a0M€`;

const itDate = longDate('it');
const enDate = longDate('en');
const count = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;

/** One, two and three names in a line; from the fourth on only how many more. */
const named = (names: readonly string[], and: string): string => {
  const shown = names.length > 3 ? [...names.slice(0, 2), `+${names.length - 2}`] : names;
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} ${and} ${shown.at(-1)}`;
};

const it: Words = {
  pillars: {
    economy: { name: 'Economia', letter: 'E' },
    people: { name: 'Persone', letter: 'P' },
    governance: { name: 'Governance', letter: 'G' },
    mobility: { name: 'Mobilità', letter: 'M' },
    environment: { name: 'Ambiente', letter: 'A' },
    living: { name: 'Qualità della vita', letter: 'Q' },
  },
  fields: {
    identifier: 'codice',
    title: 'titolo',
    statedStatus: 'stato dichiarato',
    opensOn: 'apertura',
    deadlines: 'scadenza',
    deadlineModel: 'modalità di scadenza',
    budgetEur: 'dotazione',
    expectedGrants: 'progetti attesi',
    contributionRange: 'contributo per progetto',
    typesOfAction: 'tipo di azione',
    text: 'testo',
    programme: 'programma',
    callIdentifier: 'codice del bando',
    callTitle: 'titolo del bando',
    parentIdentifier: 'bando di origine',
    keywords: 'parole chiave',
    programmeParts: 'parte del programma',
    url: 'indirizzo',
  },
  newTopics: (n) => count(n, 'nuovo bando', 'nuovi bandi'),
  changes: (n) => count(n, 'bando cambiato', 'bandi cambiati'),
  todos: (n) => count(n, 'cosa da fare', 'cose da fare'),
  expiring: (n) => `${n} in scadenza`,
  burst: (n) => count(n, 'bando arrivato con molti altri', 'bandi arrivati insieme'),
  burstNote:
    'Così tanti in una volta vengono di solito da un programma di lavoro appena uscito: sono in Da valutare, i più pertinenti per primi.',
  headings: {
    fresh: 'Nuovi per te',
    burst: 'Arrivati insieme',
    opened: 'Aperti',
    changed: 'Cambiati',
    waiting: 'Da fare',
    expiring: 'In scadenza',
  },
  week: (from, to) => `Da ${itDate(from)} a ${itDate(to)}.`,
  nearest: (at) => `Il più vicino scade ${itDate(at)}, ore ${clockTime(at)} (Bruxelles).`,
  due: (at, days) =>
    `Scade ${itDate(at)}, ore ${clockTime(at)} (Bruxelles): ${days === 0 ? 'oggi' : `fra ${count(days, 'giorno', 'giorni')}`}`,
  opens: (day) => `Apre ${itDate(`${day}T12:00:00Z`)}`,
  noDeadline: 'Scadenza non nota',
  whyYou: 'Perché lo ricevi',
  phrases: (list) => list.map((phrase) => `«${phrase}»`).join(', '),
  pillarFit: (name, score) => `pilastro ${name} ${decimal('it')(score)}`,
  pillar: (name) => `pilastro ${name}`,
  partnerFit: (names) => `affine a ${names.join(', ')}`,
  searchFit: (name) => `ricerca salvata «${name}»`,
  followed: 'un bando che segui',
  cityRole: 'Ruolo possibile',
  budget: (eur, grants) =>
    [
      eur === null ? 'dotazione non nota' : millions('it', eur),
      grants === null ? '' : count(grants, 'progetto', 'progetti'),
    ]
      .filter((part) => part !== '')
      .join(', '),
  unknown: 'non noto',
  mute: 'Silenzia questo bando',
  openList: 'Apri Da valutare',
  preferences: 'Cambia frequenza o argomenti',
  unsubscribe: 'Annulla l’iscrizione',
  source: (asOf) => `Fonte: Unione europea, Funding & Tenders Portal, letto ${itDate(asOf)}, ore ${clockTime(asOf)}.`,
  by: (at) => `Entro ${itDate(at)}.`,
  advice: (days) => {
    if (days >= 60)
      return 'È il tempo di chiudere il partenariato e avviare gli atti: delibera o determina chiedono da tre a quattro settimane.';
    if (days >= 30)
      return 'Controlla mandati, PIC e dotazione di bilancio; il testo dovrebbe avere già una prima versione completa.';
    if (days >= 14) return 'Ultimo giro sui numeri e sulle lettere: chi deve firmare va avvisato ora.';
    if (days >= 7) return 'Verifica PIC e accessi al portale e prova il caricamento con una bozza.';
    if (days >= 1) return 'Carica ora una versione completa: si può sostituire fino alla scadenza.';
    return 'È oggi: il portale chiude all’ora indicata, non oltre.';
  },
  reminderSubject: (identifier, days, stage) =>
    `${identifier}${stage === undefined ? '' : `, fase ${stage}`}: ${days === 0 ? 'scade oggi' : `mancano ${count(days, 'giorno', 'giorni')}`}`,
  reminderWhy: 'Ricevi questo promemoria perché hai una parte in questo dossier.',
  alertSubject: (n) => `${count(n, 'novità', 'novità')} sui bandi che segui`,
  alertHeadline: (what) => `${what[0] === it.nowOpen ? '' : 'cambia '}${named(what, 'e')}`,
  alertLead: 'È cambiato qualcosa di sostanziale nei bandi che segui, e da almeno un’ora è rimasto così.',
  nowOpen: 'è aperto',
  openCall: 'Apri il bando',
  alertWhy: 'Ricevi questo avviso perché segui questi bandi o hai una parte in un loro dossier.',
};

const en: Words = {
  pillars: {
    economy: { name: 'Economy', letter: 'E' },
    people: { name: 'People', letter: 'P' },
    governance: { name: 'Governance', letter: 'G' },
    mobility: { name: 'Mobility', letter: 'M' },
    environment: { name: 'Environment', letter: 'E' },
    living: { name: 'Living', letter: 'L' },
  },
  fields: {
    identifier: 'identifier',
    title: 'title',
    statedStatus: 'stated status',
    opensOn: 'opening',
    deadlines: 'deadline',
    deadlineModel: 'deadline model',
    budgetEur: 'budget',
    expectedGrants: 'expected grants',
    contributionRange: 'contribution per project',
    typesOfAction: 'type of action',
    text: 'text',
    programme: 'programme',
    callIdentifier: 'call identifier',
    callTitle: 'call title',
    parentIdentifier: 'parent call',
    keywords: 'keywords',
    programmeParts: 'programme part',
    url: 'address',
  },
  newTopics: (n) => count(n, 'new call', 'new calls'),
  changes: (n) => count(n, 'changed call', 'changed calls'),
  todos: (n) => count(n, 'thing to do', 'things to do'),
  expiring: (n) => `${n} expiring`,
  burst: (n) => count(n, 'call that came with many others', 'calls that came together'),
  burstNote:
    'So many at once usually mean a work programme that was just published: they stand on the shortlist, the most relevant first.',
  headings: {
    fresh: 'New for you',
    burst: 'Came together',
    opened: 'Opened',
    changed: 'Changed',
    waiting: 'To do',
    expiring: 'Expiring',
  },
  week: (from, to) => `From ${enDate(from)} to ${enDate(to)}.`,
  nearest: (at) => `The nearest closes on ${enDate(at)}, ${clockTime(at)} (Brussels).`,
  due: (at, days) =>
    `Closes on ${enDate(at)}, ${clockTime(at)} (Brussels): ${days === 0 ? 'today' : `in ${count(days, 'day', 'days')}`}`,
  opens: (day) => `Opens on ${enDate(`${day}T12:00:00Z`)}`,
  noDeadline: 'Deadline not known',
  whyYou: 'Why you',
  phrases: (list) => list.map((phrase) => `“${phrase}”`).join(', '),
  pillarFit: (name, score) => `pillar ${name} ${decimal('en')(score)}`,
  pillar: (name) => `pillar ${name}`,
  partnerFit: (names) => `close to ${names.join(', ')}`,
  searchFit: (name) => `saved search “${name}”`,
  followed: 'a call that you follow',
  cityRole: 'Possible role',
  budget: (eur, grants) =>
    [
      eur === null ? 'budget not known' : millions('en', eur),
      grants === null ? '' : count(grants, 'project', 'projects'),
    ]
      .filter((part) => part !== '')
      .join(', '),
  unknown: 'not known',
  mute: 'Mute this call',
  openList: 'Open the shortlist',
  preferences: 'Change frequency or subjects',
  unsubscribe: 'Unsubscribe',
  source: (asOf) => `Source: European Union, Funding & Tenders Portal, read on ${enDate(asOf)}, ${clockTime(asOf)}.`,
  by: (at) => `By ${enDate(at)}.`,
  advice: (days) => {
    if (days >= 60)
      return 'Time to close the partnership and start the formal acts: a resolution takes three to four weeks.';
    if (days >= 30) return 'Check mandates, PIC and budget line; a first complete text should exist.';
    if (days >= 14) return 'Last round on figures and letters: tell those who must sign now.';
    if (days >= 7) return 'Check PIC and portal access, and try the upload with a draft.';
    if (days >= 1) return 'Upload a complete version now: it can be replaced until the deadline.';
    return 'It is today: the portal closes at the hour shown, not later.';
  },
  reminderSubject: (identifier, days, stage) =>
    `${identifier}${stage === undefined ? '' : `, stage ${stage}`}: ${days === 0 ? 'closes today' : `${count(days, 'day', 'days')} left`}`,
  reminderWhy: 'You receive this reminder because you have a part in this dossier.',
  alertSubject: (n) => `${count(n, 'update', 'updates')} on calls you follow`,
  alertHeadline: (what) => `${what[0] === en.nowOpen ? '' : 'changed: '}${named(what, 'and')}`,
  alertLead: 'Something material changed in calls that you follow, and has stood for at least an hour.',
  nowOpen: 'is open now',
  openCall: 'Open the call',
  alertWhy: 'You receive this alert because you follow these calls or have a part in a dossier on them.',
};

export const WORDS: Record<Language, Words> = { it, en };
