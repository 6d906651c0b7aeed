import { createHash } from 'node:crypto';
import { logged } from '../../../db/repositories/desk/audit.ts';
import { findMinutesPdf, insertMinutesPdf } from '../../../db/repositories/desk/board.ts';
import { conflict } from '../../domain/errors.ts';
import { type Asked, write } from './act.ts';
import { type ReadMinutes, readMinutes } from './read-minutes.ts';

/**
 * The paper to sign: drawn at the first wish, then kept with its hash, so that what was signed is what one downloads
 * ten years later, whatever the drawing has become.
 */
export async function minutesPdf({
  deps,
  person,
  input: { number, draw },
}: Asked<{ number: number; draw: (read: ReadMinutes) => Promise<Uint8Array> }>): Promise<Uint8Array> {
  const [read, kept] = await Promise.all([
    readMinutes({ deps, person, input: { number } }),
    findMinutesPdf(deps.db, number),
  ]);
  if (kept !== null) return kept;
  const pdf = await draw(read);
  const pdfHash = createHash('sha256').update(pdf).digest('hex');
  const at = deps.clock.now();
  const [own] = await write(deps, [
    insertMinutesPdf(deps.db, { minutesNumber: number, pdf, pdfHash, pdfMadeAt: at }),
    logged(deps.db, {
      at,
      personId: person.id,
      action: 'minutes.pdf',
      subjectKind: 'minutes',
      subjectId: String(number),
      detail: { pdfHash },
    }),
  ]);
  if (Array.isArray(own) && own.length > 0) return pdf;
  const stored = await findMinutesPdf(deps.db, number);
  if (stored === null) throw conflict('the paper could not be kept: ask for it again.');
  return stored;
}
