import { and, asc, eq, gt, isNull, lt } from 'drizzle-orm';
import type { PersonId } from '../../src/domain/desk/people/person.ts';
import type { Instant } from '../../src/domain/topic.ts';
import { passkeyChallenges, passkeys } from '../schema/index.ts';
import type { Db } from '../store.ts';

export type PasskeyRow = typeof passkeys.$inferSelect;

export const insertPasskey = (db: Db, row: Omit<PasskeyRow, 'lastUsedAt' | 'revokedAt'>) =>
  db.insert(passkeys).values({ ...row, lastUsedAt: null, revokedAt: null });

export async function findPasskey(db: Db, credentialId: string): Promise<PasskeyRow | null> {
  const [row] = await db
    .select()
    .from(passkeys)
    .where(and(eq(passkeys.credentialId, credentialId), isNull(passkeys.revokedAt)));
  return row ?? null;
}

export const listPasskeyRows = async (db: Db, personId: PersonId): Promise<PasskeyRow[]> =>
  await db
    .select()
    .from(passkeys)
    .where(and(eq(passkeys.personId, personId), isNull(passkeys.revokedAt)))
    .orderBy(asc(passkeys.createdAt));

export const notePasskeyUse = (db: Db, credentialId: string, counter: number, at: Instant) =>
  db.update(passkeys).set({ counter, lastUsedAt: at }).where(eq(passkeys.credentialId, credentialId));

/** Only the owner's key goes. */
export const revokePasskey = (db: Db, personId: PersonId, credentialId: string, at: Instant) =>
  db
    .update(passkeys)
    .set({ revokedAt: at })
    .where(and(eq(passkeys.credentialId, credentialId), eq(passkeys.personId, personId)));

export const deletePasskeysOf = (db: Db, personId: PersonId) =>
  db.delete(passkeys).where(eq(passkeys.personId, personId));

/** Opens a ceremony, and sweeps those that nobody finished. */
export async function openChallenge(
  db: Db,
  challenge: string,
  personId: PersonId | null,
  now: Instant,
  expiresAt: Instant,
): Promise<void> {
  await db.batch([
    db.delete(passkeyChallenges).where(lt(passkeyChallenges.expiresAt, now)),
    db.insert(passkeyChallenges).values({ challenge, personId, expiresAt }),
  ]);
}

/** Ends a ceremony: of any number of answers to one challenge, the first gets it. */
export async function takeChallenge(db: Db, challenge: string, now: Instant) {
  const [row] = await db
    .delete(passkeyChallenges)
    .where(and(eq(passkeyChallenges.challenge, challenge), gt(passkeyChallenges.expiresAt, now)))
    .returning();
  return row ?? null;
}
