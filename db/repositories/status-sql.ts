import { type SQL, sql } from 'drizzle-orm';
import type { Instant, SubmissionStatus } from '../../src/domain/topic.ts';
import { topics } from '../schema/index.ts';

/**
 * `submissionStatus` of the row of `topics` at hand, as SQL: the same rules in the same order. `rounds.opens_at` and
 * `closes_at` hold what `windowOf` derives; where a topic has a single window, which is nearly always, the topic's own row
 * repeats them (migration 0012) and no round is visited. tests/db/status-sql.test.ts holds all of it together. The rounds
 * are asked in one aggregate subquery without GROUP BY, so that a topic without rounds has a status too.
 */
export function statusSql(asOf: Instant | SQL): SQL<SubmissionStatus | null> {
  const heard = sql`${topics.statedSince} <= ${asOf}`;
  const rules = (isClosed: SQL, isOpen: SQL, isAhead: SQL): SQL => sql`case
    when ${heard} and ${topics.statedStatus} = 'closed' then 'closed'
    when ${isClosed} then 'closed'
    when ${heard} and ${topics.statedStatus} is null and ${topics.statedStatusCode} is not null then null
    when ${heard} and ${topics.statedStatus} = 'forthcoming' then 'forthcoming'
    when ${isOpen} then 'open'
    when ${isAhead} then 'forthcoming'
  end`;
  // Whatever is not closed by its date has none, or has it ahead.
  const ofSoleWindow = rules(
    sql`topics.sole_closes_at <= ${asOf}`,
    sql`topics.sole_closes_at is not null and (topics.sole_opens_at is null or topics.sole_opens_at <= ${asOf})`,
    sql`topics.sole_closes_at is not null or topics.sole_opens_at > ${asOf}`,
  );
  const ofRounds = rules(
    sql`count(r.closes_at) > 0 and count(r.closes_at) = count(*) and max(r.closes_at) <= ${asOf}`,
    sql`max(r.closes_at > ${asOf} and (r.opens_at is null or r.opens_at <= ${asOf}))`,
    sql`max(r.closes_at) > ${asOf} or max(r.opens_at) > ${asOf}`,
  );
  return sql<SubmissionStatus | null>`iif(topics.sole_window, ${ofSoleWindow},
    (select ${ofRounds} from rounds r where r.topic_key = ${topics.key}))`;
}

/** `nextDeadline` as SQL: the first deadline ahead at which a newcomer can act; a second stage is none. */
export function nextDeadlineSql(asOf: Instant): SQL<Instant | null> {
  return sql<Instant | null>`iif(topics.sole_window, iif(topics.sole_closes_at > ${asOf}, topics.sole_closes_at, null),
    (select min(d.value ->> 'at') from rounds r, json_each(r.deadlines) d
    where r.topic_key = ${topics.key} and d.value ->> 'at' > ${asOf}
      and not (coalesce(r.deadline_model, '') = 'two-stage' and d.key > 0)))`;
}
