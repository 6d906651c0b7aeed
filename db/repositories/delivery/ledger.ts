import { and, desc, eq, inArray, type SQL, sql } from 'drizzle-orm';
import {
  type DeliveryState,
  type MailKind,
  NEVER_LEFT,
  STRANDED_STATES,
  type StaleReason,
} from '../../../src/domain/delivery.ts';
import type { PersonId } from '../../../src/domain/desk/people/person.ts';
import type { Instant } from '../../../src/domain/topic.ts';
import { type DigestBegins, deliveries, subscriptions } from '../../schema/index.ts';
import type { Db } from '../../store.ts';
import type { Marks } from './marks.ts';

export type DeliveryRow = typeof deliveries.$inferSelect;

export interface NewDelivery {
  personId: PersonId;
  kind: MailKind;
  period: string;
  reason: string;
  subject: string;
  text: string;
  html: string;
  createdAt: Instant;
  nextTryAt: Instant;
  messageId: string;
  begins?: DigestBegins;
}

/** Puts a mail down once; whether it was new. */
export async function queueMail(db: Db, mail: NewDelivery): Promise<boolean> {
  const rows = await db
    .insert(deliveries)
    .values({ ...mail, state: 'queued' })
    .onConflictDoNothing()
    .returning({ id: deliveries.id });
  return rows.length > 0;
}

/** Where a person was before a period, and where they are after it. */
export interface Turn extends Marks {
  period: string;
  preparedAt: Instant;
}

/**
 * Ends a person's period: the mail, if there is one, and the new marks, together or not at all, and only from the marks
 * that were read. Of two schedulers that looked at different moments one wins, and nothing falls between them. `replaced`:
 * digests that never left and whose news this one tells.
 */
export async function endPeriod(
  db: Db,
  personId: PersonId,
  was: Pick<Turn, 'period' | keyof Marks>,
  is: Turn,
  mail: NewDelivery | null,
  replaced: readonly number[] = [],
): Promise<boolean> {
  const same = sql`person_id = ${personId} and period = ${was.period} and arrival_mark = ${was.arrivalMark}
    and change_mark = ${was.changeMark}`;
  const move = db
    .update(subscriptions)
    .set({
      period: is.period,
      preparedAt: is.preparedAt,
      arrivalMark: is.arrivalMark,
      changeMark: is.changeMark,
    })
    .where(same)
    .returning({ personId: subscriptions.personId });
  if (mail === null) return (await move).length > 0;
  const drop = replaced.length === 0 ? [] : [replaceIf(db, replaced, same)];
  return isOurs((await db.batch([putMailIf(db, mail, same), ...drop, move])).at(-1));
}

/** Puts a mail down while the person's subscription still stands as it was read. In the order of the table's columns. */
const putMailIf = (db: Db, mail: NewDelivery, same: SQL) =>
  db
    .insert(deliveries)
    .select(
      sql`select null, ${mail.personId}, ${mail.kind}, ${mail.period}, ${mail.reason}, 'queued', ${mail.subject},
        ${mail.text}, ${mail.html}, ${mail.createdAt}, 0, ${mail.nextTryAt}, ${mail.messageId}, null, null, null, null,
        ${mail.begins === undefined ? null : JSON.stringify(mail.begins)}
        where exists (select 1 from subscriptions where ${same})`,
    )
    .onConflictDoNothing();

/** What a later digest tells as well is dropped, while the person's subscription still stands as it was read. */
const replaceIf = (db: Db, ids: readonly number[], same: SQL) =>
  db
    .update(deliveries)
    .set({ state: 'stale', fault: 'newer' satisfies StaleReason })
    .where(
      sql`id in (select value from json_each(${JSON.stringify(ids)})) and ${inArray(deliveries.state, [...NEVER_LEFT])}
        and exists (select 1 from subscriptions where ${same})`,
    );

/** Ends a person's alerts up to a change: the mails and the new mark, together or not at all, as in `endPeriod`. */
export async function endAlerts(
  db: Db,
  personId: PersonId,
  marks: { was: number; is: number },
  mails: readonly NewDelivery[],
): Promise<boolean> {
  const same = sql`person_id = ${personId} and coalesce(alert_mark, change_mark) = ${marks.was}`;
  const move = db
    .update(subscriptions)
    .set({ alertMark: marks.is })
    .where(same)
    .returning({ personId: subscriptions.personId });
  const [first, ...rest] = mails.map((mail) => putMailIf(db, mail, same));
  if (first === undefined) return (await move).length > 0;
  return isOurs((await db.batch([first, ...rest, move])).at(-1));
}

/** Whether the last statement of a batch, which moves the marks, found them as they were read. */
const isOurs = (moved: object | undefined): boolean => moved !== undefined && 'length' in moved && moved.length !== 0;

/** Those of whom nothing is to be told move on as well. */
export async function passAlerts(db: Db, people: readonly PersonId[], mark: number): Promise<void> {
  await db
    .update(subscriptions)
    .set({ alertMark: mark })
    .where(
      sql`person_id in (select value from json_each(${JSON.stringify(people)}))
        and coalesce(alert_mark, change_mark) < ${mark}`,
    );
}

/**
 * Takes the next mail that is due: one statement, so that two senders never hold the same. A claim that ran out, or whose
 * holder is known to be dead, is due again under the same message id.
 */
export async function claimNext(
  db: Db,
  { holder, now, until, dead }: { holder: string; now: Instant; until: Instant; dead: readonly string[] },
): Promise<DeliveryRow | null> {
  const due = sql`(state in ('queued', 'retry') and next_try_at <= ${now}) or (state = 'sending'
    and (claimed_until <= ${now} or claimed_by in (select value from json_each(${JSON.stringify(dead)}))))`;
  const [row] = await db
    .update(deliveries)
    .set({ state: 'sending', claimedBy: holder, claimedUntil: until, tries: sql`${deliveries.tries} + 1` })
    .where(sql`id = (select id from deliveries where ${due} order by id limit 1) and (${due})`)
    .returning();
  return row ?? null;
}

/**
 * Notes that a claimed mail is handed over now: from here on the server may have it. False where the claim is no longer
 * ours, and then it must not leave.
 */
export async function markHanded(
  db: Db,
  { id, claimedBy }: Pick<DeliveryRow, 'id' | 'claimedBy'>,
  until: Instant,
): Promise<boolean> {
  const rows = await db
    .update(deliveries)
    .set({ state: 'handed', claimedUntil: until })
    .where(and(eq(deliveries.id, id), eq(deliveries.state, 'sending'), eq(deliveries.claimedBy, claimedBy ?? '')))
    .returning({ id: deliveries.id });
  return rows.length > 0;
}

/** What was handed over by somebody who is gone: whether the server took it, nobody can tell. */
export const readAbandoned = (
  db: Db,
  { now, dead }: { now: Instant; dead: readonly string[] },
): Promise<DeliveryRow[]> =>
  db
    .select()
    .from(deliveries)
    .where(
      sql`state = 'handed' and (claimed_until <= ${now}
        or claimed_by in (select value from json_each(${JSON.stringify(dead)})))`,
    );

/** Who holds a claim now. */
export async function readHolders(db: Db): Promise<string[]> {
  const rows = await db
    .selectDistinct({ holder: deliveries.claimedBy })
    .from(deliveries)
    .where(inArray(deliveries.state, ['sending', 'handed']));
  return rows.flatMap(({ holder }) => holder ?? []);
}

/** Says what became of a claimed mail; nothing happens where somebody else has taken it over. */
export async function resolveClaim(
  db: Db,
  { id, claimedBy }: Pick<DeliveryRow, 'id' | 'claimedBy'>,
  set: Partial<Pick<DeliveryRow, 'state' | 'nextTryAt' | 'sentAt' | 'fault'>>,
): Promise<void> {
  await db
    .update(deliveries)
    .set({ ...set, claimedBy: null, claimedUntil: null })
    .where(and(eq(deliveries.id, id), eq(deliveries.claimedBy, claimedBy ?? '')));
}

/** Without mail, what waits goes to the administrator's page. */
export async function moveToOutbox(db: Db): Promise<number> {
  const rows = await db
    .update(deliveries)
    .set({ state: 'outbox' })
    .where(inArray(deliveries.state, ['queued', 'retry']))
    .returning({ id: deliveries.id });
  return rows.length;
}

/**
 * Puts what waited on that page into the queue: all that was written while there was no mail, or one of those that nobody
 * sends by itself any more. What left it already stays gone.
 */
export async function releaseFromOutbox(db: Db, nextTryAt: Instant, id: number | null): Promise<number> {
  const rows = await db
    .update(deliveries)
    .set({ state: 'queued', nextTryAt, tries: 0 })
    .where(
      id === null
        ? eq(deliveries.state, 'outbox')
        : and(eq(deliveries.id, id), inArray(deliveries.state, [...STRANDED_STATES])),
    )
    .returning({ id: deliveries.id });
  return rows.length;
}

export const listDeliveries = (db: Db, states: readonly DeliveryState[], limit: number): Promise<DeliveryRow[]> =>
  db
    .select()
    .from(deliveries)
    .where(inArray(deliveries.state, [...states]))
    .orderBy(desc(deliveries.id))
    .limit(limit);

export async function findDelivery(db: Db, id: number): Promise<DeliveryRow | null> {
  const [row] = await db.select().from(deliveries).where(eq(deliveries.id, id));
  return row ?? null;
}

export async function countByState(db: Db): Promise<Record<string, number>> {
  const rows = await db
    .select({ state: deliveries.state, count: sql<number>`count(*)` })
    .from(deliveries)
    .groupBy(deliveries.state);
  return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
}
