import { and, eq } from 'drizzle-orm';
import type { Instant, TopicKey } from '../../src/domain/topic.ts';
import { mutes } from '../schema/index.ts';
import type { Db } from '../store.ts';

/** Whose shortlist a mute concerns; people get scopes of their own once there are people. */
export const ASSOCIATION = 'association';

export async function mute(db: Db, topicKey: TopicKey, at: Instant, reason: string | null): Promise<void> {
  await db
    .insert(mutes)
    .values({ topicKey, scope: ASSOCIATION, mutedAt: at, reason })
    .onConflictDoUpdate({ target: [mutes.topicKey, mutes.scope], set: { mutedAt: at, reason } });
}

export async function unmute(db: Db, topicKey: TopicKey): Promise<void> {
  await db.delete(mutes).where(and(eq(mutes.topicKey, topicKey), eq(mutes.scope, ASSOCIATION)));
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
