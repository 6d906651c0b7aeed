import { desc, eq, sql } from 'drizzle-orm';
import { issues } from '../schema/index.ts';
import type { Db } from '../store.ts';
import { readTogether } from './read-together.ts';
import type { Slice } from './slice.ts';

export type IssueRow = typeof issues.$inferSelect;

/** Oddities of one source or all, the latest seen first. */
export async function findIssues(
  db: Db,
  source: string | undefined,
  slice: Slice,
): Promise<{ items: IssueRow[]; total: number }> {
  const where = source === undefined ? undefined : eq(issues.source, source);
  const [[{ total } = { total: 0 }], items] = await readTogether(db, [
    db.select({ total: sql<number>`count(*)` }).from(issues).where(where),
    db
      .select()
      .from(issues)
      .where(where)
      .orderBy(desc(issues.lastSeenAt), issues.kind, issues.subject)
      .limit(slice.limit)
      .offset(slice.offset),
  ]);
  return { items, total };
}
