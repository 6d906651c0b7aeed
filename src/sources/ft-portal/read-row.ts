import type { Notes } from '../../normalise/notes.ts';
import type { CallText, Facts } from './facts.ts';
import { isKnownField } from './known-fields.ts';
import { kindByReference, kindByType } from './lookups.ts';
import type { Row } from './payload.ts';

type Read = (field: string) => string | null;

/** What a row of the search answer says; null where it is not a call or does not say which. */
export function readRow(row: Row, notes: Notes): Facts | null {
  const all = (field: string): string[] => row.metadata[field] ?? [];
  const one: Read = (field) => all(field)[0] ?? null;
  noteNewFields(row, notes);

  const kind = kindByType(one('type') ?? '') ?? (one('type') === null ? kindByReference(row.reference) : null);
  if (kind === null) return unreadable(notes, 'type', one('type'), 'expected 1, 2 or 8');
  const identifier = one('identifier') ?? (kind === 'topic' ? null : row.reference);
  if (identifier === null) return unreadable(notes, 'identifier', null, 'a topic without identifier has no key');

  const programme = one('frameworkProgramme');
  return {
    kind,
    identifier: identifier.trim(),
    reference: row.reference,
    title: one('title'),
    callIdentifier: one('callIdentifier'),
    callTitle: one('callTitle'),
    ccm2Id: one('ccm2Id'),
    callccm2Id: one('callccm2Id'),
    programme: programme === null ? null : { id: programme, abbreviation: null },
    statusCode: one('status'),
    actionLabels: all('typesOfAction'),
    keywords: all('keywords').flatMap((word) => listInString(word)),
    divisions: all('programmeDivision').filter((division) => division !== programme),
    actions: parseEmbedded(one('actions'), 'actions', notes),
    budgetOverview: one('budgetOverview'),
    openings: all('startDate'),
    deadlines: all('deadlineDate'),
    deadlineModel: one('deadlineModel'),
    ownBudget: kind === 'topic' ? null : { amount: one('budget'), currency: one('currency') },
    texts: textsOf(one),
  };
}

function textsOf(one: Read): CallText[] {
  const parts: [CallText['part'], string | null][] = [
    ['description', one('descriptionByte') ?? one('description')],
    ['further information', one('furtherInformation')],
    ['administration', one('beneficiaryAdministration')],
    ['conditions', one('topicConditions')],
  ];
  return parts.flatMap(([part, html]) => (html === null ? [] : [{ part, html: unescaped(html) }]));
}

/** Rows of the old index hold HTML escaped as inside of JSON: `\u003cp\u003e` (PORTAL-CONTRACT §2.8). */
function unescaped(html: string): string {
  if (!html.includes('\\u003c')) return html;
  return html
    .replace(/\\u([\da-f]{4})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/\\[nrt]/g, ' ')
    .replace(/\\(["'/\\])/g, '$1');
}

/** Several fields are JSON in a string; an excerpt or a cut answer leaves half of it. */
function parseEmbedded(json: string | null, field: string, notes: Notes): unknown {
  if (json === null) return null;
  try {
    return JSON.parse(json) as unknown;
  } catch {
    notes.add('unreadable-field', `${field}: expected JSON`, json);
    return null;
  }
}

/** The old index puts all keywords into one string, as a JSON list (captured 2026-08). */
function listInString(word: string): string[] {
  if (!word.startsWith('["')) return [word];
  try {
    const words: unknown = JSON.parse(word);
    return Array.isArray(words) ? words.filter((one) => typeof one === 'string') : [word];
  } catch {
    return [word];
  }
}

function noteNewFields({ metadata, reference }: Row, notes: Notes): void {
  for (const field of Object.keys(metadata)) {
    if (isKnownField(field)) continue;
    notes.add('unknown-field', `a field that no list names, first seen in ${reference}`, metadata[field]?.[0], field);
  }
}

function unreadable(notes: Notes, field: string, value: unknown, expected: string): null {
  notes.add('unreadable-row', `${field}: ${value === null ? 'missing' : JSON.stringify(value)}: ${expected}`, value);
  return null;
}
