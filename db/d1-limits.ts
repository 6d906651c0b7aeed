/**
 * What Cloudflare D1 refuses. The Node adapter enforces the same, so that a developer on Node learns it at once.
 * Measured in local workerd 1.20260426.1 on 2026-11-22; the documented limits agree.
 */
export const D1_LIMITS = {
  parameters: 100,
  valueBytes: 2_000_000,
  statementBytes: 100_000,
  likePatternBytes: 50,
  /** Terms of one `union`. */
  compoundTerms: 5,
} as const;

const TRANSACTION = /^\s*(begin|commit|rollback|savepoint|release)\b/i;
const SESSION_STATEMENT = /^\s*(attach|detach|vacuum|pragma\s+journal_mode)\b/i;

/** Throws what D1 would throw, in words that say what to do instead. */
export function refuseWhatD1Refuses(sql: string, parameters: readonly unknown[]): void {
  if (TRANSACTION.test(sql))
    throw limit('interactive transactions do not exist in D1', 'gather the writes and hand them to db.batch([...])');
  if (SESSION_STATEMENT.test(sql)) throw limit('this statement does not exist in D1', 'do it outside the store');
  if (parameters.length > D1_LIMITS.parameters) {
    throw limit(
      `${parameters.length} bound parameters, at most ${D1_LIMITS.parameters}`,
      'pass a list as one JSON parameter and read it with json_each(?)',
    );
  }
  if (sql.length > D1_LIMITS.statementBytes) throw limit(`a statement of ${sql.length} bytes`, 'split it');
  const like = / like /i.test(sql);
  for (const value of parameters) {
    if (value === undefined) throw limit('undefined as a parameter', 'pass null');
    if (value instanceof Date || typeof value === 'bigint')
      throw limit(`a ${value instanceof Date ? 'Date' : 'bigint'} as a parameter`, 'pass text or a number');
    if (tooLong(value, D1_LIMITS.valueBytes)) throw limit('a value over 2 MB', 'cut it or store it in parts');
    if (like && typeof value === 'string' && value.includes('%') && tooLong(value, D1_LIMITS.likePatternBytes)) {
      throw limit('a LIKE pattern over 50 bytes', 'use the search index, or instr()');
    }
  }
}

function tooLong(value: unknown, bytes: number): boolean {
  if (typeof value === 'string')
    return value.length > bytes || (value.length * 3 > bytes && new TextEncoder().encode(value).length > bytes);
  return value instanceof Uint8Array && value.byteLength > bytes;
}

function limit(what: string, instead: string): Error {
  return new Error(`D1 limit: ${what}; ${instead}.`);
}
