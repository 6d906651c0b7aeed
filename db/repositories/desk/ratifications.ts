import { eq } from 'drizzle-orm';
import type { Ratification } from '../../../src/domain/desk/board/ratification.ts';
import type { Sitting } from '../../../src/domain/desk/board/sitting.ts';
import type { Instant } from '../../../src/domain/topic.ts';
import { ratifications, sittings } from '../../schema/index.ts';
import type { Db } from '../../store.ts';
import { versionAfter, type Write } from './write-together.ts';

export type StoredRatification = Ratification & { version: number };
/** With the procedure or act that it is about. */
export type PendingRatification = StoredRatification & { kind: Sitting['kind']; decidedAt: Instant };

/** What was decided without meeting and no meeting has spoken about, the oldest first. */
export async function readPendingRatifications(db: Db): Promise<PendingRatification[]> {
  const rows = await db
    .select({ act: ratifications, kind: sittings.kind, decidedAt: sittings.at })
    .from(ratifications)
    .innerJoin(sittings, eq(sittings.id, ratifications.urgentSittingId))
    .where(eq(ratifications.state, 'pending'))
    .orderBy(ratifications.actedAt);
  return rows.map(({ act, ...decided }) => ({ ...act, ...decided }));
}

export async function findRatification(db: Db, urgentSittingId: string): Promise<StoredRatification | null> {
  const [row] = await db.select().from(ratifications).where(eq(ratifications.urgentSittingId, urgentSittingId));
  return row ?? null;
}

/** From now on it waits for the next meeting; whoever says so again says nothing new. */
export const awaitRatification = (db: Db, urgentSittingId: string, actedAt: Instant): Write =>
  db
    .insert(ratifications)
    .values({ urgentSittingId, actedAt, state: 'pending', sittingId: null, at: null })
    .onConflictDoNothing();

export const saveRatification = (db: Db, { version, ...ratification }: StoredRatification): Write =>
  db
    .update(ratifications)
    .set({ ...ratification, version: versionAfter(ratifications.version, version) })
    .where(eq(ratifications.urgentSittingId, ratification.urgentSittingId));
