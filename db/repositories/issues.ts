import { sql } from 'drizzle-orm';
import type { Issue } from '../../src/domain/issue.ts';
import { issues } from '../schema/index.ts';
import type { Db } from '../store.ts';
import { insertRows } from './insert-rows.ts';

/** Statements that note oddities: one row per source, kind and subject; `count` says in how many scans it was seen. */
export function noteIssues(
  db: Db,
  found: readonly Issue[],
  { source, at, scanId }: { source: string; at: string; scanId: number | null },
) {
  const rows = new Map(
    found.map((issue) => [
      `${issue.kind}\n${issue.subject}`,
      { ...issue, value: issue.value?.slice(0, 200) ?? null, source, firstSeenAt: at, lastSeenAt: at, scanId },
    ]),
  );
  return insertRows(db, issues, [...rows.values()], {
    target: [issues.source, issues.kind, issues.subject],
    replace: [issues.message, issues.value, issues.lastSeenAt, issues.scanId],
    set: { count: sql`${issues.count} + (${issues.scanId} is not excluded.scan_id)` },
  });
}
