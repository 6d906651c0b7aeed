import { Column, is, SQL } from 'drizzle-orm';
import type { TypedQueryBuilder } from 'drizzle-orm/query-builders/query-builder';
import { breathOf } from '../gathering.ts';
import type { Db } from '../store.ts';

/** A select of drizzle's builder, as far as this file asks of it; awaiting it gives its rows. */
type Read = Pick<TypedQueryBuilder<unknown>, '_'> &
  PromiseLike<readonly unknown[]> & {
    prepare(): { getQuery(): { sql: string; params: unknown[] }; mapAllResult(rows: unknown): unknown };
  };

type Rows<Reads extends readonly Read[]> = { -readonly [Place in keyof Reads]: Awaited<Reads[Place]> };

/**
 * Several selects as one statement, so that a page with many papers is one question to the store; each is mapped as drizzle
 * would have mapped it alone.
 */
export async function readTogether<const Reads extends readonly Read[]>(
  db: Db,
  reads: readonly [...Reads],
): Promise<Rows<Reads>> {
  const breath = breathOf(db);
  const answers = await Promise.all(
    reads.map(async (read) => {
      const prepared = read.prepare();
      const { sql, params } = prepared.getQuery();
      return prepared.mapAllResult(
        await breath.ask({ sql, parameters: params, width: countColumns(read._.selectedFields) }),
      );
    }),
  );
  // Each answer was mapped by the very select that stands at its place.
  return answers as Rows<Reads>;
}

/** Leaves of a selection: columns and expressions, however deep. */
function countColumns(fields: unknown): number {
  if (is(fields, Column) || is(fields, SQL) || is(fields, SQL.Aliased)) return 1;
  return Object.values(fields ?? {}).reduce<number>((sum, field) => sum + countColumns(field), 0);
}
