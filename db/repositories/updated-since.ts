import { gte, isNull, or, type SQL, sql } from 'drizzle-orm';
import type { Instant } from '../../src/domain/topic.ts';
import { scans, topics } from '../schema/index.ts';
import type { Db } from '../store.ts';

/**
 * Whether anything that a topic's card shows was written since an instant: it appeared, changed (materially or not), was
 * withdrawn, came back or was scored anew. Topics of a snapshot that a source's first readings adopted without writing changes count too.
 */
export function updatedSinceSql(since: Instant): SQL {
  return sql`(${topics.firstSeenAt} >= ${since} or ${topics.withdrawnAt} >= ${since} or ${topics.returnedAt} >= ${since}
    or exists (select 1 from changes where changes.topic_key = ${topics.key} and changes.at >= ${since})
    or exists (select 1 from topic_scores s where s.topic_key = ${topics.key} and s.scored_at >= ${since})
    or exists (select 1 from scans where scans.source = ${topics.source} and scans.started_at >= ${since}
      and scans.id <= coalesce((select min(id) from scans baseline where baseline.source = ${topics.source}
        and baseline.verdict = 'certified' and baseline.archive is null), scans.id)))`;
}

/**
 * From when on a reader must be told who knows everything up to `since`. A scan dates its rows by its start but writes
 * them later, so what was written after `since` may bear the date of a scan that was then still going on.
 */
export async function tellFrom(db: Db, since: Instant): Promise<Instant> {
  const [row] = await db
    .select({ start: sql<Instant | null>`min(${scans.startedAt})` })
    .from(scans)
    .where(or(isNull(scans.finishedAt), gte(scans.finishedAt, since)));
  const start = row?.start ?? since;
  return start < since ? start : since;
}
