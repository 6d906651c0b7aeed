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

/** Two deadlines take at least so many letters of JSON; of a shorter list `closes_at` says all. */
const TWO_DEADLINES = 61;

/**
 * `nextDeadline` as SQL: the first deadline ahead at which a newcomer can act; a second stage is none. Most rounds have one
 * deadline, and unpacking it would be most of what a list by deadline costs.
 */
export function nextDeadlineSql(asOf: Instant): SQL<Instant | null> {
  return sql<Instant | null>`(select min(case
      when r.deadline_model = 'two-stage' or length(r.deadlines) < ${sql.raw(String(TWO_DEADLINES))}
        then iif(r.closes_at > ${asOf}, r.closes_at, null)
      else (select min(d.value ->> 'at') from json_each(r.deadlines) d where d.value ->> 'at' > ${asOf})
    end) from rounds r where r.topic_key = ${topics.key})`;
}
