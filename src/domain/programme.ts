import type { Localised } from './labels/localised.ts';
import { PROGRAMME_ROWS } from './labels/programmes.ts';

/** A funding programme of one budget period. */
export interface Programme {
  /** The portal's `frameworkProgramme` id. */
  readonly id: string;
  /** The Commission's abbreviation: `HORIZON`, `LIFE`, … */
  readonly abbreviation: string;
  readonly name: Localised;
  /** `2021-2027`; null where it has none. */
  readonly period: string | null;
}

export const PROGRAMMES: readonly Programme[] = PROGRAMME_ROWS.map(([id, abbreviation, period, it, en]) => ({
  id,
  abbreviation,
  period,
  name: { it, en },
}));

/** What the interface says of a topic whose programme code is not in the table; the topic stays listed. */
export const UNKNOWN_PROGRAMME: Localised = { it: 'programma da riconoscere', en: 'programme to be identified' };

/** Other spellings that portal files use; the facet loses a `+`. */
const SPELLINGS: Readonly<Record<string, string>> = {
  ERASMUS: 'ERASMUS+',
  ESF: 'ESF+',
  PERICLES: 'PERICLES IV',
  PERI: 'PERICLES IV',
  RELEX: 'RELEX2027',
};

const byId = new Map(PROGRAMMES.map((programme) => [programme.id, programme]));
const byAbbreviation = new Map<string, Programme>();
for (const programme of PROGRAMMES) {
  // Of two periods the table has the later one first, and that is meant: only current calls come without an id.
  if (!byAbbreviation.has(programme.abbreviation)) byAbbreviation.set(programme.abbreviation, programme);
}

export function programmeById(id: string): Programme | null {
  return byId.get(id.trim()) ?? null;
}

/** Reads `HORIZON`, `erasmus+`, and the bulk file's `ERASMUS2027`. */
export function programmeByAbbreviation(text: string): Programme | null {
  const asked = text.trim().replace(/\s+/g, ' ').toUpperCase();
  for (const spelling of [asked, asked.replace(/2027$/, '')]) {
    const found = byAbbreviation.get(SPELLINGS[spelling] ?? spelling);
    if (found !== undefined) return found;
  }
  return null;
}

/** Nothing stated, or a code that our table lacks: people are told to identify it. */
export function isUnknownProgramme(abbreviation: string | null): boolean {
  return abbreviation === null || programmeByAbbreviation(abbreviation) === null;
}

/** The programme's name for a reader, or that it is still to be identified. */
export function programmeName(abbreviation: string | null): Localised {
  const programme = abbreviation === null ? null : programmeByAbbreviation(abbreviation);
  return programme?.name ?? UNKNOWN_PROGRAMME;
}
