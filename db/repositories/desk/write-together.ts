import { type SQL, sql } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { Db } from '../../store.ts';

export type Write = BatchItem<'sqlite'>;

/** Somebody else wrote first: nothing of the batch was kept. */
export class LostRace extends Error {
  constructor(cause: unknown) {
    super('somebody else wrote first', { cause });
    this.name = 'LostRace';
  }
}

/**
 * Writes all or nothing; what each statement gives back. Keys and versions decide races: a constraint that breaks takes the
 * whole batch with it.
 */
export async function writeTogether(db: Db, writes: readonly Write[]): Promise<unknown[]> {
  const [first, ...rest] = writes;
  if (first === undefined) return [];
  try {
    return await db.batch([first, ...rest]);
  } catch (error) {
    throw brokeConstraint(error) ? new LostRace(error) : error;
  }
}

/**
 * The version after one that was read. Where the row has moved on, the value is null, which the column refuses: an
 * optimistic lock without an interactive transaction.
 */
export const versionAfter = (column: SQLiteColumn, read: number): SQL =>
  sql`case when ${column} = ${read} then ${read + 1} end`;

function brokeConstraint(error: unknown): boolean {
  for (let each = error; each instanceof Error; each = each.cause) {
    if (/(UNIQUE|NOT NULL|PRIMARY KEY) constraint failed/i.test(each.message)) return true;
  }
  return false;
}
