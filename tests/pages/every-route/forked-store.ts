import Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/d1';
import * as schema from '../../../db/schema/index.ts';
import { SqliteD1 } from '../../../db/sqlite-d1.ts';
import type { NodeStore } from '../../../db/store.node.ts';

/** The same world once more, from here on its own: ids, tokens and times of what has been are the same in both. */
export function forkStore({ sqlite }: NodeStore): NodeStore {
  const copy = new Database(sqlite.serialize());
  copy.pragma('foreign_keys = ON');
  const d1 = new SqliteD1(copy);
  // As in `openNodeStore`: SqliteD1 has every member of D1Database that drizzle calls.
  return { db: drizzle(d1 as never, { schema }), sqlite: copy, meter: d1.meter, close: () => copy.close() };
}
