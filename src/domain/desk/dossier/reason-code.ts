import { invalid } from '../../errors.ts';
import type { Localised } from '../../labels/localised.ts';

/** Why a call is let go: at triage, or by a contrary opinion (DOMAIN §5.2). */
export const REASON_CODES = {
  'out-of-scope': { it: 'fuori ambito', en: 'out of scope' },
  'requirement-not-met': { it: 'requisito non soddisfatto', en: 'requirement not met' },
  'role-does-not-fit': { it: 'ruolo non adatto alla città', en: 'role does not fit the city' },
  'too-little-time': { it: 'tempi insufficienti', en: 'too little time' },
  'co-financing': { it: 'cofinanziamento', en: 'co-financing' },
  'no-coordinator': { it: 'nessun capofila', en: 'no coordinator' },
  capacity: { it: 'capacità', en: 'capacity' },
  'overlap-with-project': { it: 'sovrapposizione con altro progetto', en: 'overlap with another project' },
  'lighthouse-already': { it: 'già città guida', en: 'already a lead city' },
  'too-much-competition': { it: 'concorrenza troppo alta', en: 'too much competition' },
  other: { it: 'altro', en: 'other' },
} as const satisfies Record<string, Localised>;

export type ReasonCode = keyof typeof REASON_CODES;

export interface CodedReason {
  code: ReasonCode;
  note: string | null;
}

export const isReasonCode = (code: string): code is ReasonCode => Object.hasOwn(REASON_CODES, code);

/** *Altro* says nothing by itself. */
export function codedReason(code: string, note: string | null): CodedReason {
  if (!isReasonCode(code))
    throw invalid(`«${code}» is no reason code`, {
      field: 'reasonCode',
      say: 'choose',
      known: Object.keys(REASON_CODES),
    });
  const text = note?.trim() || null;
  if (code === 'other' && text === null) throw invalid('«other» needs a note', { field: 'note', say: 'something' });
  return { code, note: text };
}

/** The reason as a dossier event keeps it. */
export const reasonText = ({ code, note }: CodedReason): string => (note === null ? code : `${code}: ${note}`);

/** A reason as an event keeps it, taken apart again: its code where it begins with one. */
export function readReason(text: string): CodedReason | { code: null; note: string } {
  const [, code = '', note = null] = /^([a-z-]+)(?:: ([\s\S]+))?$/.exec(text) ?? [];
  return isReasonCode(code) ? { code, note } : { code: null, note: text };
}

/** A call is let go by a reason that can be counted: free text alone tells the next year nothing. */
export function assertCoded(reason: string | null): void {
  const { code, note } = readReason(reason ?? '');
  codedReason(code ?? '', note);
}
