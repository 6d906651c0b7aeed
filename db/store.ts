import type { D1Database } from '@cloudflare/workers-types';
import type { DrizzleD1Database } from 'drizzle-orm/d1';
import type * as schema from './schema/index.ts';

/** What drizzle talks to. */
export interface StoreClient extends D1Database {
  /** A select of one word that differs whenever anybody has written meanwhile. */
  readonly revisionSelect: string;
}

/** The one driver type of both engines. Reads are always awaited; writes that belong together go to `db.batch`. */
export type Db = DrizzleD1Database<typeof schema> & { $client: StoreClient };

export interface Store {
  db: Db;
  /** What the store was asked so far. */
  meter: { readonly queries: number };
  close(): void;
}
