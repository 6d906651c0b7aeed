import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/d1';
import { migrate } from 'drizzle-orm/d1/migrator';
import { PROJECT_ROOT } from './project-root.node.ts';
import * as schema from './schema/index.ts';
import { SqliteD1 } from './sqlite-d1.ts';
import type { Store } from './store.ts';

const MIGRATIONS = join(PROJECT_ROOT, 'db/migrations');

export interface NodeStore extends Store {
  sqlite: Database.Database;
}

/** Opens (and makes, and migrates) the store at a path, or in memory for `:memory:`. */
export async function openNodeStore(path: string, migrationsFolder = MIGRATIONS): Promise<NodeStore> {
  if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true });
  const sqlite = new Database(path);
  sqlite.pragma('journal_mode = WAL');
  sqlite.pragma('synchronous = NORMAL');
  sqlite.pragma('foreign_keys = ON');
  sqlite.pragma('busy_timeout = 5000');
  // drizzle types its argument as Cloudflare's D1Database; SqliteD1 has every member drizzle calls (tests/db holds it).
  const d1 = new SqliteD1(sqlite);
  const db = drizzle(d1 as never, { schema });
  await migrate(db, { migrationsFolder });
  return { db, sqlite, meter: d1.meter, close: () => sqlite.close() };
}

/** The store as it stands at this instant, for a long reading: what is written meanwhile is not seen. */
export function openFrozenStore(path: string): Store {
  const sqlite = new Database(path, { readonly: true });
  sqlite.exec('begin; select count(*) from sqlite_master;');
  const d1 = new SqliteD1(sqlite);
  return { db: drizzle(d1 as never, { schema }), meter: d1.meter, close: () => sqlite.close() };
}
