/** The part of the test runner's own module that our tests use; its full types would clash with Node's. */
declare module 'cloudflare:test' {
  import type { D1Database } from '@cloudflare/workers-types';
  import type { AssetsBinding } from '../../src/worker/assets.ts';

  interface Migration {
    name: string;
    queries: string[];
  }
  export const env: { MIGRATIONS: Migration[]; PAGES: AssetsBinding; [binding: `DB${number}`]: D1Database };
  export function applyD1Migrations(database: D1Database, migrations: Migration[]): Promise<void>;
}
