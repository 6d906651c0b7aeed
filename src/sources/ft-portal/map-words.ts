import { parseActionType } from '../../domain/action-type.ts';
import { programmeByAbbreviation, programmeById } from '../../domain/programme.ts';
import type { StatedStatus } from '../../domain/topic.ts';
import type { Notes } from '../../normalise/notes.ts';
import { needsRepair, plainLine } from '../../normalise/text.ts';
import type { Facts } from './facts.ts';
import { statusByCode } from './lookups.ts';
import type { Action } from './payload.ts';

/** A line of text as people read it, or null where nothing is left of it. */
export function mapLine(text: string | null): string | null {
  const line = text === null ? '' : plainLine(text);
  return line === '' ? null : line;
}

/**
 * A cascade call's own title stands where others have their call's; `title` is its parent's (PORTAL-CONTRACT §4.4). Without
 * one of its own, the parent's or the identifier stands in until one is known.
 */
export function mapTitle({ kind, title, callTitle, identifier }: Facts, notes: Notes) {
  const own = mapLine(kind === 'cascade' ? callTitle : title);
  if (needsRepair(title ?? '')) notes.add('repaired-text', 'title: hidden characters or broken encoding', title);
  if (own !== null) return { title: own };
  notes.add('unreadable-field', 'title: missing, another name stands in');
  return { title: mapLine(title) ?? identifier, titleStandsIn: true };
}

/** The Commission's abbreviation; a programme that our table lacks stays unknown and the call stays listed. */
export function mapProgramme({ programme }: Facts, notes: Notes): string | null {
  if (programme === null) return null;
  const { id, abbreviation } = programme;
  const known =
    (id !== null && programmeById(id)) || (abbreviation !== null && programmeByAbbreviation(abbreviation)) || null;
  const code = id ?? abbreviation;
  if (known === null && code !== null)
    notes.add('unknown-programme', 'a programme that our table does not hold', abbreviation ?? code, code);
  return known?.abbreviation ?? null;
}

/** What the portal says of the status; an unknown code is kept as it is. */
export function mapStatus({ statusCode: code }: Facts, notes: Notes): StatedStatus | null {
  if (code === null) return null;
  const status = statusByCode(code);
  if (status === null) notes.add('unknown-status', 'a status that our table does not hold', code, code);
  return { status, code };
}

/** Our short codes of the types of action, each once. */
export function mapActionTypes(facts: Facts, actions: readonly Action[], notes: Notes): string[] {
  const stated = actions.flatMap((action) => action.types ?? []).flatMap((type) => type.typeOfAction ?? []);
  const codes = new Set<string>();
  const unknown = new Set<string>();
  for (const label of [...facts.actionLabels, ...stated].map(plainLine)) {
    const code = parseActionType(label);
    if (code !== null) codes.add(code);
    else if (label !== '') unknown.add(label);
  }
  for (const label of unknown)
    notes.add('unknown-action-type', 'a type of action that our table does not hold', label, label);
  return [...codes];
}

/** Keywords without the topic's and the call's ids, which the index mixes in (PORTAL-CONTRACT §2.5). */
export function mapKeywords({ keywords, ...facts }: Facts): string[] {
  const ids = new Set([facts.identifier, facts.callIdentifier, facts.reference, facts.ccm2Id, facts.callccm2Id]);
  return [...new Set(keywords.map(plainLine))].filter((word) => word !== '' && !ids.has(word));
}
