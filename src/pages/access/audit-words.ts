import {
  ADHESION_LABELS,
  DESK_ROLE_LABELS,
  OUTCOME_LABELS,
  ROUTE_LABELS,
  STATE_LABELS,
  TRANSITION_LABELS,
} from '../../domain/desk/labels.ts';
import type { Localised } from '../../domain/labels/localised.ts';
import { PILLAR_LABELS } from '../../domain/labels/pillars.ts';
import { isPillar } from '../../domain/pillar.ts';
import type { Ui } from '../ui.ts';

/** What was done; an action without words yet is told as it was written. */
export function actionWords({ lang, m }: Ui, action: string): string {
  const step = TRANSITION_WORDS.get(action)?.[lang];
  return step === undefined ? wordOf(m.audit.actions, action) : `${m.audit.step}: ${step}`;
}

const TRANSITION_WORDS = new Map<string, Localised>(
  Object.entries(TRANSITION_LABELS).map(([name, words]) => [`dossier.${name}`, words]),
);

/** What it was done to. */
export const subjectWords = ({ m }: Ui, kind: string): string => wordOf(m.audit.subjects, kind);

/** What stands beside an action: roles, groups and ways in words, names and codes as they were written. */
export const detailWords = (ui: Ui, detail: Readonly<Record<string, unknown>>): string =>
  Object.entries(detail)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => detailWord(ui, name, value))
    .join(' · ');

function detailWord({ lang, m }: Ui, name: string, value: unknown): string {
  const label = wordOf(m.audit.details, name);
  if (Array.isArray(value)) return `${label}: ${value.map(String).join(', ')}`;
  if (typeof value !== 'string') return `${label}: ${JSON.stringify(value)}`;
  if (name === 'role') return ROLE_WORDS.get(value)?.[lang] ?? value;
  if (name === 'scope') return isPillar(value) ? PILLAR_LABELS[value][lang] : value;
  if (name === 'title' || name === 'topicKey') return value;
  if (name === 'method') return wordOf(m.audit.methods, value);
  if (name === 'origin') return wordOf(m.audit.origins, value);
  return `${label}: ${codeWord(name, value, lang, m) ?? value}`;
}

const ROLE_WORDS = new Map<string, Localised>(Object.entries(DESK_ROLE_LABELS));
const STATE_WORDS = new Map<string, Localised>(Object.entries(STATE_LABELS));
const ADHESION_WORDS = new Map<string, Localised>(Object.entries(ADHESION_LABELS));
const ROUTE_WORDS = new Map<string, Localised>(Object.entries(ROUTE_LABELS));
const OUTCOME_WORDS = new Map<string, Localised>(Object.entries(OUTCOME_LABELS));

/** A code of the desk in words; null where it is none. */
function codeWord(name: string, code: string, lang: Ui['lang'], m: Ui['m']): string | null {
  const said: Readonly<Record<string, () => string | undefined>> = {
    from: () => STATE_WORDS.get(code)?.[lang],
    to: () => STATE_WORDS.get(code)?.[lang],
    state: () => ADHESION_WORDS.get(code)?.[lang],
    route: () => ROUTE_WORDS.get(code)?.[lang],
    seat: () => wordOf(m.board.seats, code),
    answer: () => wordOf(m.offers.answers, code),
    decision: () => wordOf(m.audit.decisions, code),
    kind: () => KIND_WORDS.map((words) => words(m, lang, code)).find((word) => word !== undefined),
  };
  return said[name]?.() ?? null;
}

/** Opinions, outcomes and answers to requests all say what kind they are; no code means two things. */
const KIND_WORDS: readonly ((m: Ui['m'], lang: Ui['lang'], code: string) => string | undefined)[] = [
  (m, _lang, code) => ownWord(m.desk.opinionKinds, code),
  (m, _lang, code) => ownWord(m.requests.answers, code),
  (_m, lang, code) => OUTCOME_WORDS.get(code)?.[lang],
];

const wordOf = (words: Readonly<Record<string, string>>, name: string): string => ownWord(words, name) ?? name;

const ownWord = (words: Readonly<Record<string, string>>, name: string): string | undefined =>
  Object.hasOwn(words, name) ? words[name] : undefined;
