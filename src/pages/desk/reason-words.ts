import { type CodedReason, REASON_CODES, readReason } from '../../domain/desk/dossier/reason-code.ts';
import type { Ui } from '../ui.ts';

/** A reason as people say it: the code in the reader's language, the note as it was written. */
export const reasonWords = (ui: Ui, reason: string | CodedReason): string => {
  const { code, note } = typeof reason === 'string' ? readReason(reason) : reason;
  return [code === null ? null : REASON_CODES[code][ui.lang], note].filter((part) => part !== null).join(': ');
};
