import { getTableColumns, type SQL, sql } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { D1_LIMITS } from '../d1-limits.ts';
import type { Db } from '../store.ts';

/** Below D1's 2 MB for one value, with room for multi-byte characters. */
export const MAX_JSON_CHARS = 600_000;

export interface OnConflict {
  target: SQLiteColumn | SQLiteColumn[];
  /** Columns that take the newcomer's value; none = the newcomer is dropped. */
  replace: SQLiteColumn[];
  /** Values other than the newcomer's own. */
  set?: Record<string, SQL>;
}

/**
 * Statements that insert rows in bulk: one JSON parameter a statement, read back with json_each (D1 takes 100 bound
 * parameters). Every statement stays under D1's value limit; blobs cannot travel this way.
 */
export function insertRows<T extends SQLiteTable>(
  db: Db,
  table: T,
  rows: readonly T['$inferInsert'][],
  onConflict: OnConflict,
) {
  const columns = Object.entries<SQLiteColumn>(getTableColumns(table));
  const picked = sql.join(
    columns.map((_, at) => sql.raw(`value ->> ${at}`)),
    sql`, `,
  );
  return jsonChunks(
    rows.map((row) => JSON.stringify(columns.map(([name, column]) => encoded(Reflect.get(row, name), column)))),
  ).map((json) => {
    const insert = db.insert(table).select(sql`select ${picked} from json_each(${json}) where true`);
    const target = onConflict.target;
    if (onConflict.replace.length === 0 && onConflict.set === undefined) return insert.onConflictDoNothing({ target });
    return insert.onConflictDoUpdate({ target, set: conflictSet<T>(columns, onConflict) });
  });
}

/**
 * Statements that insert rows with their values bound one by one, as many rows each as D1 takes parameters: for blobs, and
 * for long texts, which JSON would wrap and SQLite unwrap a second time at several times the cost of storing them.
 */
export function insertBound<T extends SQLiteTable>(
  db: Db,
  table: T,
  rows: readonly T['$inferInsert'][],
  onConflict: OnConflict,
) {
  const columns = Object.entries<SQLiteColumn>(getTableColumns(table));
  const each = Math.floor(D1_LIMITS.parameters / columns.length);
  const statements = [];
  for (let at = 0; at < rows.length; at += each) {
    const insert = db.insert(table).values(rows.slice(at, at + each));
    statements.push(insert.onConflictDoUpdate({ target: onConflict.target, set: conflictSet<T>(columns, onConflict) }));
  }
  return statements;
}

/** Splits a list of keys into JSON parameters for `in (select value from json_each(?))`. */
export function inJson(column: SQLiteColumn, values: readonly (string | number)[]): SQL {
  return sql`${column} in (select value from json_each(${JSON.stringify(values)}))`;
}

function encoded(value: unknown, column: SQLiteColumn): unknown {
  if (value === undefined) return column.hasDefault ? column.default : null;
  const driver = value === null ? null : column.mapToDriverValue(value);
  return typeof driver === 'boolean' ? Number(driver) : driver;
}

// drizzle types `set` by the table's own keys; they are the names of its columns, which is what we walk.
function conflictSet<T extends SQLiteTable>(columns: [string, SQLiteColumn][], { replace, set }: OnConflict) {
  const own = columns
    .filter(([, column]) => replace.includes(column))
    .map(([name, column]) => [name, sql.raw(`excluded."${column.name}"`)] as const);
  return { ...Object.fromEntries(own), ...set } as Partial<Record<keyof T['$inferInsert'], SQL>> as never;
}

function jsonChunks(items: string[]): string[] {
  const chunks: string[] = [];
  let open: string[] = [];
  let length = 0;
  for (const item of items) {
    if (length + item.length > MAX_JSON_CHARS && open.length > 0) {
      chunks.push(`[${open.join(',')}]`);
      open = [];
      length = 0;
    }
    open.push(item);
    length += item.length + 1;
  }
  if (open.length > 0) chunks.push(`[${open.join(',')}]`);
  return chunks;
}
