import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import journal from '../../db/migrations/meta/_journal.json' with { type: 'json' };
import type { Db } from '../../db/store.ts';
import { migrationTexts, openEarlierStore } from '../support/engine.ts';
import { whyNotExpandOnly } from './expand-only.ts';

const VERSIONS = journal.entries.map(({ tag }) => tag);

describe('migrations', () => {
  it('only add: old code goes on answering while a new version rolls out', () => {
    const guilty = Object.entries(migrationTexts()).map(([name, text]) => [name, whyNotExpandOnly(text)]);
    expect(guilty.length).toBe(VERSIONS.length);
    expect(guilty.filter(([, reasons]) => reasons?.length !== 0)).toEqual([]);
  });

  it.each([
    ['DROP TABLE `people`;', 'drops'],
    ['ALTER TABLE `people` DROP COLUMN `email`;', 'drops'],
    ['DROP TRIGGER votes_no_update;', 'drops'],
    ['CREATE TABLE `__new_people` (`id` text);', 'rebuilds'],
    ['ALTER TABLE `people` RENAME TO `persons`;', 'renames'],
    ['ALTER TABLE `people` RENAME COLUMN `a` TO `b`;', 'renames'],
    ['PRAGMA foreign_keys=OFF;', 'protection'],
    ['DELETE FROM `changes`;', 'deletes'],
    ['ALTER TABLE `people` ADD `phone` text NOT NULL;', 'cannot fill'],
  ])('the guard sees %s', (statement, reason) => {
    expect(whyNotExpandOnly(`CREATE TABLE a (b text);\n--> statement-breakpoint\n${statement}`).join()).toContain(
      reason,
    );
  });

  it.each([
    "ALTER TABLE `people` ADD `phone` text DEFAULT '' NOT NULL;",
    'ALTER TABLE `people` ADD `n` integer NOT NULL DEFAULT 0;',
    'ALTER TABLE `people` ADD `phone` text;',
    'CREATE INDEX `a` ON `b` (`c`); -- never drop table b',
  ])('and lets pass %s', (statement) => {
    expect(whyNotExpandOnly(statement)).toEqual([]);
  });

  it.each(VERSIONS.map((tag, at) => [tag, at + 1] as const))(
    'a store filled at %s keeps every row',
    async (_tag, count) => {
      const { db, upgrade } = await openEarlierStore(count);
      const tables = await ownTables(db);
      for (const table of tables) await fill(db, table);
      const before = await contentsOf(db, tables);
      const today = await upgrade();
      expect(await contentsOf(today.db, tables)).toEqual(before);
      expect((await ownTables(today.db)).length).toBeGreaterThanOrEqual(tables.length);
    },
  );
});

interface Table {
  name: string;
  columns: { name: string; type: string }[];
}

async function ownTables(db: Db): Promise<Table[]> {
  const names = await db.all<{ name: string }>(sql`
    select name from sqlite_master where type = 'table' and sql not like 'create virtual%'
      and not (name glob 'sqlite_*' or name glob '_cf_*' or name glob 'topic_search*' or name glob '*_migrations') order by name`);
  return await Promise.all(
    names.map(async ({ name }) => ({
      name,
      columns: await db.all<{ name: string; type: string }>(sql`select name, type from pragma_table_info(${name})`),
    })),
  );
}

/** Two rows of values that fit each column's type. */
async function fill(db: Db, { name, columns }: Table): Promise<void> {
  const names = sql.raw(columns.map((column) => `"${column.name}"`).join(', '));
  for (const n of [1, 2]) {
    const values = columns.map(({ name: column, type }) => {
      if (/int/i.test(type)) return sql`${n}`;
      if (/real/i.test(type)) return sql`${n + 1 / 3}`;
      return /blob/i.test(type) ? sql`x'00ff'` : sql`${`${column} ${n}`}`;
    });
    await db.run(sql`insert into ${sql.identifier(name)} (${names}) values (${sql.join(values, sql`, `)})`);
  }
}

/** Rows by the columns that the tables had: what is added since does not count. */
async function contentsOf(db: Db, tables: readonly Table[]): Promise<unknown[]> {
  const contents: unknown[] = [];
  for (const { name, columns } of tables) {
    const told = sql.raw(columns.map((column) => `quote("${column.name}") as "${column.name}"`).join(', '));
    contents.push({ name, rows: await db.all(sql`select ${told} from ${sql.identifier(name)} order by rowid`) });
  }
  return contents;
}
