import { and, eq, exists, sql } from 'drizzle-orm';
import type { Instant, TopicKey } from '../../src/domain/topic.ts';
import { mutes, topics } from '../schema/index.ts';
import type { Db } from '../store.ts';

/** Whose shortlist a mute concerns; people get scopes of their own once there are people. */
export const ASSOCIATION = 'association';

export async function mute(db: Db, topicKey: TopicKey, at: Instant, reason: string | null): Promise<void> {
  await db
    .insert(mutes)
    .values({ topicKey, scope: ASSOCIATION, mutedAt: at, reason })
    .onConflictDoUpdate({ target: [mutes.topicKey, mutes.scope], set: { mutedAt: at, reason } });
}

/** It comes back to the lists and, as one that was withdrawn does, to calendars; of the call itself nothing changed. */
export async function unmute(db: Db, topicKey: TopicKey): Promise<void> {
  const own = and(eq(mutes.topicKey, topicKey), eq(mutes.scope, ASSOCIATION));
  const comesBack = and(eq(topics.key, topicKey), exists(db.select().from(mutes).where(own)));
  await db.batch([
    db
      .update(topics)
      .set({ returns: sql`${topics.returns} + 1` })
      .where(comesBack),
    db.delete(mutes).where(own),
  ]);
}

export async function findMute(
  db: Db,
  topicKey: TopicKey,
): Promise<{ mutedAt: Instant; reason: string | null } | null> {
  const [row] = await db
    .select({ mutedAt: mutes.mutedAt, reason: mutes.reason })
    .from(mutes)
    .where(and(eq(mutes.topicKey, topicKey), eq(mutes.scope, ASSOCIATION)));
  return row ?? null;
}
