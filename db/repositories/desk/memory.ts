import { and, eq, isNull, sql } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { DossierId } from '../../../src/domain/desk/people/person.ts';
import type { TopicKey } from '../../../src/domain/topic.ts';
import { dossierGroups, dossiers, opinions, outcomes, projects, topics, triageDecisions } from '../../schema/index.ts';
import type { Db } from '../../store.ts';
import { readTogether } from '../read-together.ts';

/** Whose memory is asked for: a call, its family, and the dossier that asks. */
export interface AskedMemory {
  topicKey: TopicKey | null;
  family: string | null;
  /** The dossier at hand, which is no memory of itself. */
  dossierId?: DossierId | undefined;
}

const MOST = 12;
/** Calls that carry the family's words; whether they are of it is for the caller to say. */
const MOST_DISCARDS = 200;

/** Earlier dossiers of a topic or its family with their opinions and outcomes, projects, and what triage let go. One statement. */
export async function readRelated(db: Db, { topicKey, family, dossierId }: AskedMemory) {
  const ofFamily = (own: { topicKey: SQLiteColumn; family: SQLiteColumn }) =>
    sql`(${own.topicKey} = ${topicKey} or ${own.family} = ${family})`;
  const ours = sql`(select id from ${dossiers} where ${ofFamily(dossiers)})`;
  // Spelt out: within the subquery a bare "id" would be the step's own.
  const lastStep = (column: 'reason' | 'at') =>
    sql<
      string | null
    >`(select ${sql.identifier(column)} from dossier_events e where e.dossier_id = "dossiers"."id" order by e.version desc limit 1)`;
  const [rows, groups, said, answers, running, discards] = await readTogether(db, [
    db
      .select({
        id: dossiers.id,
        title: dossiers.title,
        openedOn: dossiers.openedOn,
        state: dossiers.state,
        role: dossiers.role,
        directorate: dossiers.directorate,
        lastReason: lastStep('reason'),
        lastAt: lastStep('at'),
      })
      .from(dossiers)
      .where(sql`${dossiers.id} <> ${dossierId ?? ''} and ${ofFamily(dossiers)}`)
      .orderBy(sql`${dossiers.openedOn} desc`)
      .limit(MOST),
    db
      .select({ dossierId: dossierGroups.dossierId, pillar: dossierGroups.pillar })
      .from(dossierGroups)
      .where(sql`${dossierGroups.dossierId} in ${ours}`),
    db
      .select({
        dossierId: opinions.dossierId,
        kind: opinions.kind,
        reasons: opinions.reasons,
        code: opinions.code,
        confirmedAt: opinions.confirmedAt,
      })
      .from(opinions)
      .where(
        and(
          sql`${opinions.dossierId} in ${ours}`,
          isNull(opinions.supersededAt),
          sql`${opinions.confirmedAt} is not null`,
        ),
      ),
    db.select().from(outcomes).where(sql`${outcomes.dossierId} in ${ours}`).orderBy(outcomes.stage),
    db
      .select({ id: projects.id, acronym: projects.acronym, startsOn: projects.startsOn, endsOn: projects.endsOn })
      .from(projects)
      .where(ofFamily(projects))
      .orderBy(sql`${projects.startsOn} desc`)
      .limit(MOST),
    db
      .select({
        topicKey: triageDecisions.topicKey,
        identifier: topics.identifier,
        title: topics.title,
        reasonCode: triageDecisions.reasonCode,
        note: triageDecisions.note,
        at: triageDecisions.at,
      })
      .from(triageDecisions)
      .innerJoin(topics, eq(topics.key, triageDecisions.topicKey))
      .where(
        and(
          isNull(triageDecisions.supersededAt),
          eq(triageDecisions.kind, 'discard'),
          sql`(${triageDecisions.topicKey} = ${topicKey} or ${namesFamily(family)})`,
        ),
      )
      .orderBy(sql`${triageDecisions.at} desc`)
      .limit(MOST_DISCARDS),
  ]);
  return { dossiers: rows, groups, opinions: said, outcomes: answers, projects: running, discards };
}

/** Every word of the family stands in the identifier. */
const namesFamily = (family: string | null) =>
  family === null
    ? sql`false`
    : sql`not exists (select 1 from json_each(${JSON.stringify(family.split('-'))}) word
        where instr(upper(${topics.identifier}), word.value) = 0)`;
