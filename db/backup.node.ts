import { chmodSync, copyFileSync, existsSync, renameSync, rmSync } from 'node:fs';
import Database from 'better-sqlite3';

/** Where a backup carries the secret key; it is taken out again when the backup is restored. */
const SECRET_FACT = 'backup:secret-key';

/**
 * Copies a store that may be in use, page by page, into one file that holds everything, the secret key too; so the file
 * is readable by its owner only. It is complete or it is not there.
 */
export async function backupStore(source: Database.Database, file: string, secretKey: string): Promise<void> {
  const part = `${file}.part`;
  rmSync(part, { force: true });
  try {
    await source.backup(part);
    chmodSync(part, 0o600);
    completeCopy(part, secretKey);
    renameSync(part, file);
  } catch (error) {
    // What the copy's disk lacks is no fault of the store.
    throw isOfTheDisk(error) ? new Error(`${file} cannot be written (${error.message}): ${NEXT_STEP}`) : error;
  } finally {
    for (const rest of [part, `${part}-journal`]) rmSync(rest, { force: true });
  }
}

const NEXT_STEP = 'free some space there, or name a file elsewhere; the store itself is whole';

const isOfTheDisk = (error: unknown): error is Error =>
  error instanceof Error && 'code' in error && /^SQLITE_(FULL|IOERR|CANTOPEN|READONLY)/.test(String(error.code));

/** Adds the key, makes one file of it, and opens it as a restore would. */
function completeCopy(part: string, secretKey: string): void {
  const copy = new Database(part);
  let problems: string[];
  try {
    copy.pragma('journal_mode = DELETE');
    copy
      .prepare('insert or replace into store_facts (name, value, at) values (?, ?, ?)')
      .run(SECRET_FACT, JSON.stringify(secretKey), new Date().toISOString());
    problems = storeProblems(copy);
  } finally {
    copy.close();
  }
  if (problems.length > 0) throw new Error(`the copy is damaged: ${problems.join('; ')}`);
}

/**
 * Puts a backup in the place of the database; what stood there is kept beside it as `….before-restore`. The file is
 * checked before anything is touched. Returns the secret key that it carried.
 */
export function restoreStore(file: string, databasePath: string): { secretKey: string | null } {
  if (!existsSync(file)) throw new Error(`${file} does not exist`);
  if (isInUse(databasePath)) throw new Error(`${databasePath} is in use: stop serve, then restore`);
  const part = `${databasePath}.part`;
  copyFileSync(file, part);
  const copy = new Database(part);
  try {
    const problems = storeProblems(copy);
    if (problems.length > 0) throw new Error(`${file} is no sound backup: ${problems.join('; ')}`);
    const row = copy
      .prepare<[string], { value: string }>('select value from store_facts where name = ?')
      .get(SECRET_FACT);
    copy.prepare('delete from store_facts where name = ?').run(SECRET_FACT);
    copy.close();
    putInPlace(part, databasePath);
    const key: unknown = row === undefined ? null : JSON.parse(row.value);
    return { secretKey: typeof key === 'string' ? key : null };
  } finally {
    if (copy.open) copy.close();
    rmSync(part, { force: true });
  }
}

/**
 * Whether another process has the store open: SQLite leaves WAL for nobody while somebody else reads. One that served on
 * would keep writing into the file that was moved aside.
 */
function isInUse(databasePath: string): boolean {
  if (!existsSync(databasePath)) return false;
  const former = new Database(databasePath, { timeout: 0 });
  try {
    former.pragma('journal_mode = DELETE');
    return false;
  } catch (error) {
    return error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY');
  } finally {
    former.close();
  }
}

function putInPlace(part: string, databasePath: string): void {
  for (const suffix of ['', '-wal', '-shm']) {
    if (existsSync(databasePath + suffix)) renameSync(databasePath + suffix, `${databasePath}.before-restore${suffix}`);
  }
  renameSync(part, databasePath);
}

/** What SQLite finds wrong with a file, and whether it is a store of ours at all. */
export function storeProblems(sqlite: Database.Database): string[] {
  try {
    const rows = sqlite.prepare<[], { integrity_check: string }>('pragma integrity_check').all();
    const problems = rows.map((row) => row.integrity_check).filter((word) => word !== 'ok');
    const tables = sqlite.prepare("select 1 from sqlite_master where name in ('topics', 'store_facts')").all();
    return tables.length < 2 ? [...problems, 'the tables of Bandolo are not in it'] : problems;
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}
