import type { SectionKind } from '../../domain/topic.ts';
import { plainLine } from '../text.ts';

export interface SectionHeading {
  kind: SectionKind;
  /** The usual spelling where the label is known, the portal's own otherwise. */
  heading: string;
  /** What was glued behind the label and belongs to the section. */
  rest: string;
}

/** Labels that the portal uses (PORTAL-CONTRACT §3, measured on 648 files), in any spelling: `ExpectedOutcome:`. */
const LABELS: readonly (readonly [label: RegExp, kind: SectionKind, heading: string])[] = [
  [/^expected\s*outcome(?:s|\(s\))?(?=\W|$|[A-Z])/i, 'outcome', 'Expected Outcome'],
  [/^scope(?=\W|$)/i, 'scope', 'Scope'],
  [/^objective(?:s|\(s\))?(?=\W|$)/i, 'objective', 'Objective'],
  [/^expected\s*impact(?:s|\(s\))?(?=\W|$)/i, 'impact', 'Expected Impact'],
  [/^specific\s*challenge(?:s|\(s\))?(?=\W|$)/i, 'challenge', 'Specific Challenge'],
  // The block on technology readiness has the literal heading `null` in 147 of 648 files.
  [/^null(?=\W|$)/i, 'trl', 'Technology Readiness Level'],
  [/^cross-?\s*cutting\s*priorities(?=\W|$)/i, 'other', 'Cross-cutting Priorities'],
];
/** This label goes on in several wordings ("… expected from completed projects"). */
const TRL = /^technology\s*readiness\s*level/i;
const LONGEST = 160;

/** Reads the text of a head element; null where it is too long to be a heading and is text in the wrong clothes. */
export function readHeading(raw: string): SectionHeading | null {
  const text = plainLine(raw);
  for (const [label, kind, heading] of LABELS) {
    const found = label.exec(text);
    if (found !== null) return { kind, heading, rest: behind(text.slice(found[0].length)) };
  }
  if (text === '' || text.length > LONGEST) return null;
  if (TRL.test(text)) return { kind: 'trl', heading: 'Technology Readiness Level', rest: '' };
  return { kind: 'other', heading: text.replace(/\s*:$/, ''), rest: '' };
}

/** A label with its colon at the begin of a paragraph, or a paragraph that is nothing else. `length`: in the raw text. */
export function readLabel(raw: string): { kind: SectionKind; heading: string; length: number } | null {
  const text = raw.trimStart();
  for (const [label, kind, heading] of LABELS) {
    const found = kind === 'trl' ? null : label.exec(text);
    const colon = found === null ? null : /^\s*(?::\s*|$)/.exec(text.slice(found[0].length));
    if (found !== null && colon !== null)
      return { kind, heading, length: raw.length - text.length + found[0].length + colon[0].length };
  }
  return null;
}

const behind = (text: string): string => text.replace(/^\s*:?\s*/, '');
