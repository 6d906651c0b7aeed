import { and, eq, isNull, sql } from 'drizzle-orm';
import type { PersonId } from '../../../src/domain/desk/people/person.ts';
import type { Instant } from '../../../src/domain/topic.ts';
import {
  calendarLinks,
  deliveries,
  followedTopics,
  mailMutes,
  people,
  savedSearches,
  subscriptions,
} from '../../schema/index.ts';
import type { Db } from '../../store.ts';
import { insertRows } from '../insert-rows.ts';
import { readTogether } from '../read-together.ts';

export type SubscriptionRow = typeof subscriptions.$inferSelect;
export type MuteRow = typeof mailMutes.$inferSelect;
export type SearchRow = typeof savedSearches.$inferSelect;
export type FollowRow = typeof followedTopics.$inferSelect;

/** All subscriptions with what belongs to them, in one journey. */
export async function readSubscriptions(db: Db): Promise<{
  rows: SubscriptionRow[];
  mutes: MuteRow[];
  searches: SearchRow[];
  follows: FollowRow[];
}> {
  const [rows, mutes, searches, follows] = await db.batch([
    db.select().from(subscriptions),
    db.select().from(mailMutes),
    db.select().from(savedSearches).orderBy(savedSearches.id),
    db.select().from(followedTopics),
  ]);
  return { rows, mutes, searches, follows };
}

export async function readOwn(db: Db, personId: PersonId) {
  const [rows, mutes, searches, follows] = await readTogether(db, [
    db.select().from(subscriptions).where(eq(subscriptions.personId, personId)),
    db.select().from(mailMutes).where(eq(mailMutes.personId, personId)).orderBy(mailMutes.mutedAt),
    db.select().from(savedSearches).where(eq(savedSearches.personId, personId)).orderBy(savedSearches.id),
    db
      .select()
      .from(followedTopics)
      .where(eq(followedTopics.personId, personId))
      .orderBy(followedTopics.followedAt, followedTopics.topicKey),
  ]);
  return { row: rows[0] ?? null, mutes, searches, follows };
}

/** Those known stay as they are. */
export async function addSubscriptions(db: Db, rows: readonly SubscriptionRow[]): Promise<void> {
  for (const write of insertRows(db, subscriptions, rows, { target: subscriptions.personId, replace: [] })) await write;
}

export const updateSubscription = (db: Db, personId: PersonId, set: Partial<Omit<SubscriptionRow, 'personId'>>) =>
  db.update(subscriptions).set(set).where(eq(subscriptions.personId, personId));

/** The address refuses mail; the first refusal counts. */
export const stopSubscription = (db: Db, personId: PersonId, at: Instant) =>
  db
    .update(subscriptions)
    .set({ bouncedAt: at })
    .where(and(eq(subscriptions.personId, personId), isNull(subscriptions.bouncedAt)));

export const addMute = (db: Db, row: MuteRow) =>
  db
    .insert(mailMutes)
    .values(row)
    .onConflictDoUpdate({
      target: [mailMutes.personId, mailMutes.kind, mailMutes.value],
      set: { untilChange: row.untilChange, changeMark: row.changeMark, mutedAt: row.mutedAt },
    });

export const dropMute = (db: Db, { personId, kind, value }: Pick<MuteRow, 'personId' | 'kind' | 'value'>) =>
  db
    .delete(mailMutes)
    .where(and(eq(mailMutes.personId, personId), eq(mailMutes.kind, kind), eq(mailMutes.value, value)));

/** Asked for again, the later moment counts. */
export const followTopic = (db: Db, row: FollowRow) =>
  db
    .insert(followedTopics)
    .values(row)
    .onConflictDoUpdate({
      target: [followedTopics.personId, followedTopics.topicKey],
      set: { followedAt: row.followedAt },
    });

export const unfollowTopic = (db: Db, { personId, topicKey }: Pick<FollowRow, 'personId' | 'topicKey'>) =>
  db.delete(followedTopics).where(and(eq(followedTopics.personId, personId), eq(followedTopics.topicKey, topicKey)));

export const addSearch = (db: Db, row: Omit<SearchRow, 'id'>) =>
  db.insert(savedSearches).values(row).onConflictDoNothing();

/** Only one's own. */
export const dropSearch = (db: Db, personId: PersonId, id: number) =>
  db.delete(savedSearches).where(and(eq(savedSearches.id, id), eq(savedSearches.personId, personId)));

/** What mails leave behind of people who were erased since; how many mails. */
export async function forgetErased(db: Db): Promise<number> {
  const gone = sql`person_id in (select ${people.id} from ${people} where ${people.erasedAt} is not null)`;
  const [mails] = await db.batch([
    db.delete(deliveries).where(gone).returning({ id: deliveries.id }),
    db.delete(subscriptions).where(gone),
    db.delete(savedSearches).where(gone),
    db.delete(mailMutes).where(gone),
    db.delete(followedTopics).where(gone),
    db.delete(calendarLinks).where(gone),
  ]);
  return mails.length;
}
