import { type SQL, sql } from 'drizzle-orm';
import type { Instant, SubmissionStatus } from '../../src/domain/topic.ts';
import { topics } from '../schema/index.ts';

/**
 * `submissionStatus` of the row of `topics` at hand, as SQL: the same rules in the same order over `rounds.opens_at` and
 * `closes_at`, which hold what `windowOf` derives. tests/db/status-sql.test.ts holds the two together. One aggregate
 * subquery without GROUP BY, so that a topic without rounds has a status too.
 */
export function statusSql(asOf: Instant | SQL): SQL<SubmissionStatus | null> {
  const heard = sql`(${topics.statedSince} is not null and ${topics.statedSince} <= ${asOf})`;
  return sql<SubmissionStatus | null>`(select case
    when ${heard} and ${topics.statedStatus} = 'closed' then 'closed'
    when count(r.closes_at) > 0 and count(r.closes_at) = count(*) and max(r.closes_at) <= ${asOf} then 'closed'
    when ${heard} and ${topics.statedStatus} is null and ${topics.statedStatusCode} is not null then null
    when ${heard} and ${topics.statedStatus} = 'forthcoming' then 'forthcoming'
    when max(r.closes_at > ${asOf} and (r.opens_at is null or r.opens_at <= ${asOf})) then 'open'
    when max(r.closes_at) > ${asOf} or max(r.opens_at) > ${asOf} then 'forthcoming'
  end from rounds r where r.topic_key = ${topics.key})`;
}

/** `nextDeadline` as SQL: the first deadline ahead at which a newcomer can act; a second stage is none. */
export function nextDeadlineSql(asOf: Instant): SQL<Instant | null> {
  return sql<Instant | null>`(select min(d.value ->> 'at') from rounds r, json_each(r.deadlines) d
    where r.topic_key = ${topics.key} and d.value ->> 'at' > ${asOf}
      and not (coalesce(r.deadline_model, '') = 'two-stage' and d.key > 0))`;
}
