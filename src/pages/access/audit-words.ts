import { DESK_ROLE_LABELS } from '../../domain/desk/labels.ts';
import type { Localised } from '../../domain/labels/localised.ts';
import { PILLAR_LABELS } from '../../domain/labels/pillars.ts';
import { isPillar } from '../../domain/pillar.ts';
import type { Ui } from '../ui.ts';

/** What was done; an action without words yet is told as it was written. */
export const actionWords = ({ m }: Ui, action: string): string => wordOf(m.audit.actions, action);

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
  if (typeof value !== 'string') return `${label}: ${JSON.stringify(value)}`;
  if (name === 'role') return ROLE_WORDS.get(value)?.[lang] ?? value;
  if (name === 'scope') return isPillar(value) ? PILLAR_LABELS[value][lang] : value;
  if (name === 'title' || name === 'topicKey') return value;
  if (name === 'method') return wordOf(m.audit.methods, value);
  if (name === 'origin') return wordOf(m.audit.origins, value);
  return `${label}: ${value}`;
}

const ROLE_WORDS = new Map<string, Localised>(Object.entries(DESK_ROLE_LABELS));

const wordOf = (words: Readonly<Record<string, string>>, name: string): string =>
  Object.hasOwn(words, name) ? (words[name] ?? name) : name;
