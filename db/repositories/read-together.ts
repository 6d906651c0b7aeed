import { Column, is, SQL, sql } from 'drizzle-orm';
import type { TypedQueryBuilder } from 'drizzle-orm/query-builders/query-builder';
import { D1_LIMITS } from '../d1-limits.ts';
import type { Db } from '../store.ts';

/** A select of drizzle's builder, as far as this file asks of it; awaiting it gives its rows. */
type Read = Pick<TypedQueryBuilder<unknown>, '_' | 'getSQL'> &
  PromiseLike<readonly unknown[]> & { prepare(): { mapAllResult(rows: unknown): unknown } };

type Rows<Reads extends readonly Read[]> = { -readonly [Place in keyof Reads]: Awaited<Reads[Place]> };

/**
 * Several selects as one statement, so that a page with many papers is one question to the store: each comes back as one
 * JSON text and is mapped as drizzle would have mapped it. Not for columns that hold bytes, nor for lists of thousands.
 */
export async function readTogether<const Reads extends readonly Read[]>(
  db: Db,
  reads: readonly [...Reads],
): Promise<Rows<Reads>> {
  const parts = reads.map((read, place) => sql`${asJson(read)} as ${sql.identifier(`r${place}`)}`);
  const [row] = await db.all<Record<string, string>>(sql`select ${sql.join(parts, sql`, `)}`);
  const answers = reads.map((read, place) => read.prepare().mapAllResult(JSON.parse(row?.[`r${place}`] ?? '[]')));
  // Each answer was mapped by the very select that stands at its place.
  return answers as Rows<Reads>;
}

function asJson(read: Read): SQL {
  const count = countColumns(read._.selectedFields);
  if (count > D1_LIMITS.functionArguments)
    throw new Error(`a select of ${count} columns cannot be read together with others: name fewer`);
  const columns = sql.raw(Array.from({ length: count }, (_, n) => `c${n}`).join(', '));
  return sql`(with part(${columns}) as (${read.getSQL()}) select json_group_array(json_array(${columns})) from part)`;
}

/** Leaves of a selection: columns and expressions, however deep. */
function countColumns(fields: unknown): number {
  if (is(fields, Column) || is(fields, SQL) || is(fields, SQL.Aliased)) return 1;
  return Object.values(fields ?? {}).reduce<number>((sum, field) => sum + countColumns(field), 0);
}
