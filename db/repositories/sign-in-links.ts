import { and, eq, gt, inArray, isNull, lt, sql } from 'drizzle-orm';
import type { PersonId } from '../../src/domain/desk/people/person.ts';
import type { Instant } from '../../src/domain/topic.ts';
import { accessAttempts, signInLinks } from '../schema/index.ts';
import type { Db } from '../store.ts';

export type SignInLinkRow = typeof signInLinks.$inferSelect;
export type LinkPurpose = SignInLinkRow['purpose'];

export const insertLink = (db: Db, row: Omit<SignInLinkRow, 'usedAt'>) =>
  db.insert(signInLinks).values({ ...row, usedAt: null });

const open = (tokenHash: string, now: Instant, purposes: readonly LinkPurpose[]) =>
  and(
    eq(signInLinks.tokenHash, tokenHash),
    isNull(signInLinks.usedAt),
    gt(signInLinks.expiresAt, now),
    inArray(signInLinks.purpose, [...purposes]),
  );

/** A link that could be used now; looking does not use it. */
export async function findOpenLink(db: Db, tokenHash: string, now: Instant, purposes: readonly LinkPurpose[]) {
  const [row] = await db
    .select()
    .from(signInLinks)
    .where(open(tokenHash, now, purposes));
  return row ?? null;
}

/** Uses a link up. Of any number of callers at once, one gets it: the condition and the mark are one statement. */
export async function takeLink(db: Db, tokenHash: string, now: Instant, purposes: readonly LinkPurpose[]) {
  const [row] = await db
    .update(signInLinks)
    .set({ usedAt: now })
    .where(open(tokenHash, now, purposes))
    .returning();
  return row ?? null;
}

/** Makes a person's earlier links of these kinds useless. */
export const spendLinksOf = (db: Db, personId: PersonId, now: Instant, purposes: readonly LinkPurpose[]) =>
  db
    .update(signInLinks)
    .set({ usedAt: now })
    .where(
      and(eq(signInLinks.personId, personId), isNull(signInLinks.usedAt), inArray(signInLinks.purpose, [...purposes])),
    );

/** The newest link to become administrator is the only one. */
export const spendFirstLinks = (db: Db, now: Instant) =>
  db
    .update(signInLinks)
    .set({ usedAt: now })
    .where(and(eq(signInLinks.purpose, 'first-administrator'), isNull(signInLinks.usedAt)));

/** Counts one more attempt of somebody in this window and tells how many there were, this one included. */
export async function countAttempt(db: Db, who: string, windowStart: Instant): Promise<number> {
  const [rows] = await db.batch([
    db
      .insert(accessAttempts)
      .values({ who, windowStart, count: 1 })
      .onConflictDoUpdate({
        target: [accessAttempts.who, accessAttempts.windowStart],
        set: { count: sql`${accessAttempts.count} + 1` },
      })
      .returning({ count: accessAttempts.count }),
    db.delete(accessAttempts).where(lt(accessAttempts.windowStart, windowStart)),
  ]);
  return rows[0]?.count ?? 1;
}
