import { getTableColumns, is, or, sql } from 'drizzle-orm';
import { type SQLiteColumn, SQLiteTable, SQLiteText } from 'drizzle-orm/sqlite-core';
import * as desk from '../schema/desk.ts';
import type { Db } from '../store.ts';
import type { Write } from './desk/write-together.ts';

/** History that no hand can change (migration 0004), and people themselves, who may share a name. */
const UNTOUCHED = new Set<unknown>([
  desk.people,
  desk.auditLog,
  desk.dossierEvents,
  desk.minutes,
  desk.pillarLabels,
  desk.weightSets,
  desk.cityAnswers,
  desk.votes,
]);
const TABLES: SQLiteTable[] = Object.values(desk).filter((value) => is(value, SQLiteTable) && !UNTOUCHED.has(value));

/** A text that somebody wrote, and where it stands. */
export interface FoundText {
  table: SQLiteTable;
  column: SQLiteColumn;
  row: number;
  text: string;
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
      found.push(...rows.map((each) => ({ ...each, table, column })));
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
