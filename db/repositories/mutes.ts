import { and, eq, exists, sql } from 'drizzle-orm';
import type { PersonId } from '../../src/domain/desk/people/person.ts';
import type { Pillar } from '../../src/domain/pillar.ts';
import type { Instant, TopicKey } from '../../src/domain/topic.ts';
import { mutes, topicScores, topics } from '../schema/index.ts';
import type { Db } from '../store.ts';
import type { Write } from './desk/write-together.ts';
import { rowsOf } from './rows-of.ts';
import { statusSql } from './status-sql.ts';

/** Whose shortlist a mute concerns; people get scopes of their own once there are people. */
export const ASSOCIATION = 'association';

/** What the log calls it; the same instant stands in the log, which alone knows who it was. */
export const MUTED = 'triage.mute';

export const muting = (db: Db, topicKey: TopicKey, at: Instant, reason: string | null): Write =>
  db
    .insert(mutes)
    .values({ topicKey, scope: ASSOCIATION, mutedAt: at, reason })
    .onConflictDoUpdate({ target: [mutes.topicKey, mutes.scope], set: { mutedAt: at, reason } });

export async function mute(db: Db, topicKey: TopicKey, at: Instant, reason: string | null): Promise<void> {
  await db.batch([muting(db, topicKey, at, reason)]);
}

/** It comes back to the lists and, as one that was withdrawn does, to calendars; of the call itself nothing changed. */
export function unmuting(db: Db, topicKey: TopicKey): [Write, Write] {
  const own = and(eq(mutes.topicKey, topicKey), eq(mutes.scope, ASSOCIATION));
  const comesBack = and(eq(topics.key, topicKey), exists(db.select().from(mutes).where(own)));
  return [
    db
      .update(topics)
      .set({ returns: sql`${topics.returns} + 1` })
      .where(comesBack),
    db.delete(mutes).where(own),
  ];
}

export async function unmute(db: Db, topicKey: TopicKey): Promise<void> {
  await db.batch(unmuting(db, topicKey));
}

/** A call that the association does not want to see any more. */
export interface MuteRow {
  key: TopicKey;
  title: string;
  primaryPillar: Pillar | null;
  mutedAt: Instant;
  /** As a dossier's event keeps a reason: a code, a note, or both. */
  reason: string | null;
  /** Null where the log does not know. */
  by: PersonId | null;
  /** Null where the log does not know, or the person was erased. */
  byName: string | null;
}

const NAMES: (keyof MuteRow)[] = ['key', 'title', 'primaryPillar', 'mutedAt', 'reason', 'by', 'byName'];

const MUTES = sql`
  select ${topics.key} as key, ${topics.title} as title, ${topicScores.primaryPillar} as "primaryPillar",
    ${mutes.mutedAt} as "mutedAt", ${mutes.reason} as reason, people.id as by, people.name as "byName"
  from mutes join topics on topics.key = mutes.topic_key left join topic_scores on topic_scores.topic_key = topics.key
    left join people on people.id = (select person_id from audit_log where subject_kind = 'topic'
      and subject_id = topics.key and action = ${MUTED} and at = mutes.muted_at order by id desc limit 1)
  where mutes.scope = ${ASSOCIATION}`;

export async function findMute(db: Db, topicKey: TopicKey): Promise<MuteRow | null> {
  const [row] = await rowsOf<MuteRow>(db, NAMES, sql`${MUTES} and topics.key = ${topicKey}`);
  return row ?? null;
}

/** Those that would still be ahead at an instant, the latest first. */
export const listMutes = (db: Db, asOf: Instant): Promise<MuteRow[]> =>
  rowsOf<MuteRow>(
    db,
    NAMES,
    sql`${MUTES} and ${topics.withdrawnAt} is null and coalesce(${statusSql(asOf)}, '') <> 'closed'
      order by mutes.muted_at desc, topics.key`,
  );
