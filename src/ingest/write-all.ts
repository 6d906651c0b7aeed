import type { Statement } from '../../db/repositories/topics-write.ts';
import type { Db } from '../../db/store.ts';

/** All or nothing. An empty list is nothing to do; drizzle's type wants at least one statement. */
export async function writeAll(db: Db, statements: readonly Statement[]): Promise<void> {
  const [first, ...rest] = statements;
  if (first !== undefined) await db.batch([first, ...rest]);
}
