import { cpSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import journal from '../../db/migrations/meta/_journal.json' with { type: 'json' };
import { type NodeStore, openNodeStore } from '../../db/store.node.ts';
import type { Db } from '../../db/store.ts';

/** The engine under test: better-sqlite3 here; on workerd `tests/workers/engine.ts` takes this file's place. */
export type TestStore = NodeStore;

export const openEmptyStore = (): Promise<TestStore> => openNodeStore(':memory:');
export const ENGINE: 'node' | 'workers' = 'node';

const MIGRATIONS = join(import.meta.dirname, '../../db/migrations');

/** The text of each migration by its name. */
export function migrationTexts(): Record<string, string> {
  const names = readdirSync(MIGRATIONS).filter((name) => name.endsWith('.sql'));
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(MIGRATIONS, name), 'utf8')]));
}

/** A store as it was after the first migrations; `upgrade` does what the next start does. */
export async function openEarlierStore(count: number): Promise<{ db: Db; upgrade(): Promise<TestStore> }> {
  const folder = mkdtempSync(join(tmpdir(), 'bandolo-earlier-'));
  const migrations = join(folder, 'migrations');
  cpSync(MIGRATIONS, migrations, { recursive: true });
  const earlier = { ...journal, entries: journal.entries.slice(0, count) };
  writeFileSync(join(migrations, 'meta/_journal.json'), JSON.stringify(earlier));
  const path = join(folder, 'b.db');
  const { db, close } = await openNodeStore(path, migrations);
  const upgrade = async () => {
    close();
    return await openNodeStore(path);
  };
  return { db, upgrade };
}
