/** What to do about a store that fails under us; SQLite's own words name only the fault. */
const STEPS: Readonly<Record<string, string>> = {
  SQLITE_FULL: 'free some space on its disk and try again; what was stored before is whole',
  SQLITE_CORRUPT: 'stop serve, and put a backup in its place: restore FILE',
  SQLITE_IOERR: 'look at its disk and at the rights of its folder, then try again',
  SQLITE_READONLY: 'let this user write the file and its folder',
};

/** The fault of the store behind an error, with the next step; null where it is none of the store's. */
export function storeFault(error: unknown, path: string): string | null {
  if (!(error instanceof Error)) return null;
  const code = 'code' in error ? String(error.code) : '';
  const step = STEPS[Object.keys(STEPS).find((known) => code.startsWith(known)) ?? ''];
  if (step !== undefined) return `The store ${path} cannot be used: ${error.message}; ${step}.`;
  return error.cause === undefined ? null : storeFault(error.cause, path);
}
