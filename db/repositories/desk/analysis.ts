import { eq, sql } from 'drizzle-orm';
import type { Pillar } from '../../../src/domain/pillar.ts';
import type { Day, Instant, TopicKey } from '../../../src/domain/topic.ts';
import { dossiers, reviews } from '../../schema/index.ts';
import type { Db } from '../../store.ts';
import { readTogether } from '../read-together.ts';
import { type StaffMember, staffOf, staffReads } from './staff.ts';

export interface StageCounts {
  found: number;
  shortlisted: number;
  dossier: number;
  go: number;
  submitted: number;
  funded: number;
}

/** How many dossiers ever stood in one of these states; where they stand now does not matter. */
const everIn = (...states: readonly string[]) =>
  sql`(select count(distinct dossier_id) from dossier_events
    where to_state in (select value from json_each(${JSON.stringify(states)})))`;

/**
 * The stages of the funnel. Found = seen before its deadline, so that the archive of past programmes is none of it;
 * shortlisted = on *Da valutare* now or ever.
 */
export async function countStages(db: Db, listedNow: readonly TopicKey[]): Promise<StageCounts> {
  const [row] = await db.all<StageCounts>(sql`select
    (select count(*) from topics t where iif(t.sole_window,
      coalesce(t.sole_closes_at > t.first_seen_at, t.stated_status is not 'closed'),
      exists (select 1 from rounds r where r.topic_key = t.key and r.closes_at > t.first_seen_at)
        or (t.stated_status is not 'closed' and not exists (
          select 1 from rounds r where r.topic_key = t.key and r.closes_at is not null)))) as found,
    (select count(*) from (
      select topic_key from arrivals union select value from json_each(${JSON.stringify(listedNow)}))) as shortlisted,
    (select count(*) from dossiers) as dossier,
    ${everIn('favourable', 'with-conditions')} as go, ${everIn('submitted')} as submitted, ${everIn('funded')} as funded`);
  return row ?? { found: 0, shortlisted: 0, dossier: 0, go: 0, submitted: 0, funded: 0 };
}

export interface MissedCall {
  key: TopicKey;
  title: string;
  pillar: Pillar | null;
  relevance: number;
  closedAt: Instant;
}

/** Calls that stood on *Da valutare*, closed since a day, and that nobody opened or discarded; the most relevant first. */
export async function findMissed(db: Db, since: Day, now: Instant): Promise<MissedCall[]> {
  return await db.all<MissedCall>(sql`
    select t.key, t.title, s.primary_pillar as pillar, s.city_relevance as relevance, max(r.closes_at) as "closedAt"
    from arrivals a join topics t on t.key = a.topic_key
      join topic_scores s on s.topic_key = t.key join rounds r on r.topic_key = t.key
    where not exists (select 1 from dossiers d where d.topic_key = t.key)
      and not exists (select 1 from triage_decisions d where d.topic_key = t.key and d.superseded_at is null)
      and not exists (select 1 from mutes m where m.topic_key = t.key and m.scope = 'association')
    group by t.key
    having count(*) = count(r.closes_at) and max(r.closes_at) > ${since} and max(r.closes_at) <= ${now}
    order by relevance desc, t.key`);
}

/** A person with how many dossiers in review they read for, and how often they were appointed since a day. */
export interface ReaderLoad extends StaffMember {
  inReview: number;
  appointed: number;
}

/**
 * Everybody with their load. Appointments are counted whatever became of the sheet: a number that falls when somebody
 * delivers would tell a blind reader.
 */
export async function readLoads(db: Db, since: Day): Promise<ReaderLoad[]> {
  const [rows, grants, appointments] = await readTogether(db, [
    ...staffReads(db),
    db
      .select({
        personId: reviews.personId,
        inReview: sql<number>`sum(coalesce(${dossiers.suspendedFrom}, ${dossiers.state}) = 'in-review')`,
        appointed: sql<number>`sum(${reviews.appointedAt} >= ${since})`,
      })
      .from(reviews)
      .innerJoin(dossiers, eq(dossiers.id, reviews.dossierId))
      .where(eq(reviews.scorer, 'readers'))
      .groupBy(reviews.personId),
  ]);
  const loads = new Map(appointments.map(({ personId, ...load }) => [personId, load]));
  return [...staffOf(rows, grants).values()].map((person) => ({
    ...person,
    ...(loads.get(person.id) ?? { inReview: 0, appointed: 0 }),
  }));
}
