import { type SQL, sql } from 'drizzle-orm';
import type { Db } from '../store.ts';

/**
 * The rows of a select in SQL of our own, by the names that it gives its columns: as a select of the builder, so that it
 * is asked in one breath with others (`db/gathering.ts`).
 */
export async function rowsOf<Row>(db: Db, names: readonly (keyof Row & string)[], query: SQL): Promise<Row[]> {
  const fields = Object.fromEntries(names.map((name) => [name, sql.raw(`"${name}"`)]));
  const rows: unknown[] = await db.select(fields).from(sql`(${query})`);
  // Each row has the names asked for; what stands under them is the query's own.
  return rows as Row[];
}
