import { applyD1Migrations, env } from 'cloudflare:test';
import type { D1Database } from '@cloudflare/workers-types';
import { drizzle } from 'drizzle-orm/d1';
import * as schema from '../../db/schema/index.ts';
import { openD1Store } from '../../db/store.d1.ts';
import type { Db, Store } from '../../db/store.ts';

/** Takes the place of `tests/support/engine.ts` on workerd: one of a few D1 databases in turn, made anew. */
export type TestStore = Store;

const databases = Object.entries(env).flatMap(([name, binding]) =>
  /^DB\d+$/.test(name) ? [binding as D1Database] : [],
);
let opened = 0;

/** A store lives until as many others have been opened after it as there are databases (wrangler.test.toml). */
export async function openEmptyStore(): Promise<TestStore> {
  const { upgrade } = await openEarlierStore(0);
  return await upgrade();
}

/** A store as it was after the first migrations; `upgrade` does what `wrangler d1 migrations apply` does. */
export async function openEarlierStore(count: number): Promise<{ db: Db; upgrade(): Promise<TestStore> }> {
  const database = databases[opened++ % databases.length];
  if (database === undefined) throw new Error('tests/workers/wrangler.test.toml binds no D1 database');
  await dropAll(database);
  if (count > 0) await applyD1Migrations(database, env.MIGRATIONS.slice(0, count));
  const upgrade = async () => {
    await applyD1Migrations(database, env.MIGRATIONS);
    return openD1Store(database);
  };
  // As an earlier version wrote, which knew of no revision. drizzle's type is that of the store's client, less one name.
  return { db: drizzle(database, { schema }) as unknown as Db, upgrade };
}

/** The text of each migration by its name. */
export const migrationTexts = (): Record<string, string> =>
  Object.fromEntries(env.MIGRATIONS.map(({ name, queries }) => [name, queries.join(';\n')]));

/** Shadow tables of the search index go with it; Cloudflare's own tables stay. */
async function dropAll(database: D1Database): Promise<void> {
  const { results } = await database
    .prepare("select type, name, sql from sqlite_master where type in ('table', 'trigger', 'view')")
    .all<{ type: string; name: string }>();
  const ours = results.filter(({ name }) => !/^(sqlite_|_cf_|topic_search_)/.test(name));
  const drops = ORDER.flatMap((type) => ours.filter((one) => one.type === type)).map(({ type, name }) =>
    database.prepare(`drop ${type} if exists "${name}"`),
  );
  if (drops.length > 0) await database.batch(drops);
}

const ORDER = ['trigger', 'view', 'table'];
export const ENGINE = 'workers';
