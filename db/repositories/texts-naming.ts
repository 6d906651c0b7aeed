import { getTableColumns, is, or, sql } from 'drizzle-orm';
import { type SQLiteColumn, SQLiteTable, SQLiteText } from 'drizzle-orm/sqlite-core';
import * as desk from '../schema/desk.ts';
import { mutes } from '../schema/index.ts';
import type { Db } from '../store.ts';
import type { Write } from './desk/write-together.ts';

/** History that no hand can change (migrations 0004 and 0010), and people themselves, who may share a name. */
const UNTOUCHED = new Set<unknown>([
  desk.people,
  desk.auditLog,
  desk.minutes,
  desk.pillarLabels,
  desk.weightSets,
  desk.votes,
]);
/** History out of which a name may be taken, and nothing else (migration 0010). */
const SEALED_BUT_FOR_NAMES = new Set<unknown>([desk.dossierEvents, desk.cityAnswers]);
const TABLES: SQLiteTable[] = [
  ...Object.values(desk).filter((value) => is(value, SQLiteTable) && !UNTOUCHED.has(value)),
  mutes,
];

/** A text that somebody wrote, and where it stands. */
export interface FoundText {
  table: SQLiteTable;
  column: SQLiteColumn;
  row: number;
  text: string;
  /** Of history: `replaceSealed` takes a name out of it, and no `update` anything. */
  sealed: boolean;
}

/** Every text of the desk in which one of the names may stand, found by looking at all text columns. */
export async function textsNaming(db: Db, names: readonly string[]): Promise<FoundText[]> {
  if (names.length === 0) return [];
  const found: FoundText[] = [];
  for (const table of TABLES) {
    const columns = Object.values(getTableColumns(table)).filter(
      (column) => !column.primary && (is(column, SQLiteText) || column.columnType === 'SQLiteTextJson'),
    );
    for (const column of columns) {
      const rows = await db.all<{ row: number; text: string }>(sql`
        select rowid as "row", ${column} as "text" from ${table}
        where ${or(...names.map((name) => sql`instr(lower(${column}), lower(${name})) > 0`))}`);
      found.push(...rows.map((each) => ({ ...each, table, column, sealed: SEALED_BUT_FOR_NAMES.has(table) })));
    }
  }
  return found;
}

/** Writes a text anew unless it has changed since it was read. */
export function rewriteText(db: Db, { table, column, row, text }: FoundText, anew: string): Write {
  const names = Object.entries(getTableColumns(table));
  const key = names.find(([, each]) => each === column)?.[0] ?? column.name;
  // As SQL, so that a list kept as JSON is not written as JSON of JSON.
  return db
    .update(table)
    .set({ [key]: sql`${anew}` })
    .where(sql`rowid = ${row} and ${column} = ${text}`);
}

/**
 * Takes a name out of history: the row goes in its own place once more, which its table allows for nothing else. No part
 * of a batch, since drizzle knows no `insert or replace`; done again, it finds nothing more to do.
 */
export async function replaceSealed(db: Db, { table, column, row, text }: FoundText, anew: string): Promise<void> {
  const columns = Object.values(getTableColumns(table));
  const names = columns.map(({ name }) => sql.identifier(name));
  const values = columns.map((each) => (each === column ? sql`replace(${each}, ${text}, ${anew})` : sql`${each}`));
  await db.run(sql`insert or replace into ${table} (${sql.join(names, sql`, `)})
    select ${sql.join(values, sql`, `)} from ${table} where rowid = ${row}`);
}
