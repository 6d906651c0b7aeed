import type { ChangeField } from '../domain/change.ts';
import { LANGUAGES, type Language } from '../domain/labels/localised.ts';
import type { EventWords } from './deadline-event.ts';

export const FEED_LANGUAGES = LANGUAGES;
export type FeedLanguage = Language;

/** What feeds say, in both languages. Words follow DOMAIN §5.7. */
export interface FeedWords extends EventWords {
  deadlines: string;
  deadlinesOf(what: string): string;
  calendarNote: string;
  shortlist: string;
  news: string;
  newsOf(pillar: string): string;
  newsNote: string;
  fresh: string;
  changed: string;
  withdrawn: string;
  withdrawnNote: string;
  due(day: string): string;
  unknown: string;
  textEdited(headings: readonly string[]): string;
  fields: Record<ChangeField, string>;
}

const it: FeedWords = {
  stage: (stage) => `fase ${stage}`,
  cutOff: (cutOff) => `data intermedia ${cutOff}`,
  hourUncertain: 'Ora da verificare sulla pagina del bando.',
  deadlines: 'scadenze',
  deadlinesOf: (what) => `Scadenze · ${what}`,
  calendarNote: 'Scadenze dei bandi europei, ora di Bruxelles. Dati: Unione europea, Funding & Tenders Portal.',
  shortlist: 'Da valutare',
  news: 'Bandi nuovi e cambiati',
  newsOf: (pillar) => `Bandi nuovi e cambiati · ${pillar}`,
  newsNote: 'Solo cambiamenti che contano per chi presenta una proposta. Dati: Unione europea.',
  fresh: 'Nuovo',
  changed: 'Cambiato',
  withdrawn: 'Ritirato',
  withdrawnNote: 'Il portale non lo elenca più.',
  due: (day) => `Scade il ${day}.`,
  unknown: 'non noto',
  textEdited: (headings) => `testo modificato${headings.length === 0 ? '' : `: ${headings.join(', ')}`}`,
  fields: {
    identifier: 'codice',
    title: 'titolo',
    statedStatus: 'stato dichiarato',
    opensOn: 'apertura',
    deadlines: 'scadenza',
    deadlineModel: 'modalità di scadenza',
    budgetEur: 'dotazione in euro',
    expectedGrants: 'progetti attesi',
    contributionRange: 'contributo per progetto in euro',
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
};

const en: FeedWords = {
  stage: (stage) => `stage ${stage}`,
  cutOff: (cutOff) => `cut-off ${cutOff}`,
  hourUncertain: 'Check the hour on the call page.',
  deadlines: 'deadlines',
  deadlinesOf: (what) => `Deadlines · ${what}`,
  calendarNote: 'Deadlines of EU calls, Brussels time. Data: European Union, Funding & Tenders Portal.',
  shortlist: 'To be judged',
  news: 'New and changed calls',
  newsOf: (pillar) => `New and changed calls · ${pillar}`,
  newsNote: 'Only changes that matter to applicants. Data: European Union.',
  fresh: 'New',
  changed: 'Changed',
  withdrawn: 'Withdrawn',
  withdrawnNote: 'The portal no longer lists it.',
  due: (day) => `Due on ${day}.`,
  unknown: 'unknown',
  textEdited: (headings) => `text edited${headings.length === 0 ? '' : `: ${headings.join(', ')}`}`,
  fields: {
    identifier: 'identifier',
    title: 'title',
    statedStatus: 'stated status',
    opensOn: 'opening',
    deadlines: 'deadline',
    deadlineModel: 'deadline model',
    budgetEur: 'budget in euro',
    expectedGrants: 'expected grants',
    contributionRange: 'contribution per project in euro',
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
};

export const FEED_WORDS: Readonly<Record<FeedLanguage, FeedWords>> = { it, en };
