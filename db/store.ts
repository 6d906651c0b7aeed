import type { DrizzleD1Database } from 'drizzle-orm/d1';
import type * as schema from './schema/index.ts';

/** The one driver type of both engines. Reads are always awaited; writes that belong together go to `db.batch`. */
export type Db = DrizzleD1Database<typeof schema>;

export interface Store {
  db: Db;
  /** What the store was asked so far. */
  meter: { readonly queries: number };
  close(): void;
}
