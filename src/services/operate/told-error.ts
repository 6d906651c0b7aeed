import pino from 'pino';
import { withoutValues } from '../../../db/without-values.ts';

/** What to do about a store that fails under us; SQLite's own words name only the fault. */
const STEPS: Readonly<Record<string, string>> = {
  SQLITE_FULL: 'free some space on its disk and try again; what was stored before is whole',
  SQLITE_CORRUPT: 'stop serve, and put a backup in its place: restore FILE',
  SQLITE_NOTADB: 'stop serve, and put a backup in its place: restore FILE',
  SQLITE_IOERR: 'look at its disk and at the rights of its folder, then try again',
  SQLITE_READONLY: 'let this user write the file and its folder',
  SQLITE_BUSY: 'another process has been writing to it for seconds: let it end, then try again',
};

export interface StoreFault {
  /** SQLite's words. */
  message: string;
  step: string;
}

/** The fault of the store behind an error, with the next step; null where it is none of the store's. */
export function storeFault(error: unknown): StoreFault | null {
  if (!(error instanceof Error)) return null;
  const code = 'code' in error ? String(error.code) : '';
  const step = STEPS[Object.keys(STEPS).find((known) => code.startsWith(known)) ?? ''];
  if (step !== undefined) return { message: error.message, step };
  return error.cause === undefined ? null : storeFault(error.cause);
}

/** A note that may be missing, such as when somebody was last seen: a store that can only be read is still read. */
export async function noteIfPossible(write: PromiseLike<unknown>): Promise<void> {
  try {
    await write;
  } catch (error) {
    if (storeFault(error) === null) throw error;
  }
}

/** An error in words, for the row of a job or a terminal. */
export function errorWords(error: unknown): string {
  const fault = storeFault(error);
  if (fault !== null) return `${fault.message}: ${fault.step}`;
  const told = withoutValues(error);
  return told instanceof Error ? told.message : String(told);
}

/** How logs write an error down (`err`): the next step too, where the store is at fault. */
export const ERROR_SERIALIZERS = {
  err: (error: unknown) => {
    const told = withoutValues(error);
    const fault = storeFault(error);
    const written = told instanceof Error ? pino.stdSerializers.err(told) : told;
    return fault === null ? written : { ...Object(written), next: fault.step };
  },
};
