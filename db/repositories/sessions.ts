import { and, desc, eq, gt, inArray, isNull, max, ne, type SQL } from 'drizzle-orm';
import type { PersonId } from '../../src/domain/desk/people/person.ts';
import type { Instant } from '../../src/domain/topic.ts';
import { people, sessions } from '../schema/index.ts';
import type { Db } from '../store.ts';
import { activeWithGrants, type KnownPerson, knownPersonOf } from './people.ts';
import { readTogether } from './read-together.ts';

export type SessionRow = typeof sessions.$inferSelect;

/** Times that a live session must be younger than. */
export interface Liveness {
  now: Instant;
  /** Not seen since = forgotten somewhere. */
  idleSince: Instant;
}

export const insertSession = (db: Db, row: SessionRow) => db.insert(sessions).values(row);

/** A live session with the person whose it is, if they may act now; one statement, for it stands before every page. */
export async function findSession(
  db: Db,
  tokenHash: string,
  liveness: Liveness,
): Promise<{ session: SessionRow; person: KnownPerson } | null> {
  const which = and(eq(sessions.tokenHash, tokenHash), live(liveness));
  const holder = db.select({ id: sessions.personId }).from(sessions).where(which);
  const [[session], rows, grants] = await readTogether(db, [
    db.select().from(sessions).where(which),
    ...activeWithGrants(db, inArray(people.id, holder)),
  ]);
  const person = knownPersonOf(rows, grants);
  return session === undefined || person === null ? null : { session, person };
}

export async function listLiveSessions(db: Db, personId: PersonId, liveness: Liveness): Promise<SessionRow[]> {
  return await db
    .select()
    .from(sessions)
    .where(and(eq(sessions.personId, personId), live(liveness)))
    .orderBy(desc(sessions.lastSeenAt));
}

export async function touchSession(db: Db, tokenHash: string, at: Instant): Promise<void> {
  await db.update(sessions).set({ lastSeenAt: at }).where(eq(sessions.tokenHash, tokenHash));
}

/** Ends one session; with a person given, only if it is theirs. Tells whether there was one. */
export async function revokeSession(db: Db, tokenHash: string, at: Instant, personId?: PersonId): Promise<boolean> {
  const owned = personId === undefined ? undefined : eq(sessions.personId, personId);
  const revoked = await db
    .update(sessions)
    .set({ revokedAt: at })
    .where(and(eq(sessions.tokenHash, tokenHash), owned, isNull(sessions.revokedAt)))
    .returning({ tokenHash: sessions.tokenHash });
  return revoked.length > 0;
}

/** Ends all sessions of a person but, perhaps, the one that asks. */
export const revokeSessionsOf = (db: Db, personId: PersonId, at: Instant, except = '') =>
  db
    .update(sessions)
    .set({ revokedAt: at })
    .where(and(eq(sessions.personId, personId), isNull(sessions.revokedAt), ne(sessions.tokenHash, except)));

const live = ({ now, idleSince }: Liveness): SQL | undefined =>
  and(isNull(sessions.revokedAt), gt(sessions.expiresAt, now), gt(sessions.lastSeenAt, idleSince));

/** When each person was last seen, in whatever session. */
export async function lastSeenByPerson(db: Db): Promise<Map<PersonId, Instant>> {
  const rows = await db
    .select({ personId: sessions.personId, at: max(sessions.lastSeenAt) })
    .from(sessions)
    .groupBy(sessions.personId);
  return new Map(rows.map(({ personId, at }) => [personId, at ?? '']));
}

/** Takes away every trace of a person's browsers. */
export const deleteSessionsOf = (db: Db, personId: PersonId) =>
  db.delete(sessions).where(eq(sessions.personId, personId));
