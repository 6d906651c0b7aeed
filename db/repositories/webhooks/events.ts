import { eq, sql } from 'drizzle-orm';
import type { NewWebhookEvent } from '../../../src/domain/webhook.ts';
import { webhookDeliveries, webhookEvents } from '../../schema/index.ts';
import type { Db } from '../../store.ts';
import type { Write } from '../desk/write-together.ts';

export type WebhookEventRow = typeof webhookEvents.$inferSelect;

/** Statements that write events beside their cause; an event that is known stays as it is. */
export const recordEvents = (db: Db, events: readonly NewWebhookEvent[]): Write[] =>
  chunks(events).map((some) =>
    db
      .insert(webhookEvents)
      .values([...some])
      .onConflictDoNothing({ target: webhookEvents.messageId }),
  );

/** D1 takes 100 parameters a statement, seven a row. */
const ROWS = 14;

const chunks = <Item>(items: readonly Item[]): Item[][] =>
  Array.from({ length: Math.ceil(items.length / ROWS) }, (_, n) => items.slice(n * ROWS, (n + 1) * ROWS));

/** Writes a delivery for each endpoint that asked for an event and may know of it. Once an event. */
export async function spreadEvents(db: Db, now: string): Promise<void> {
  await db.batch([
    db
      .insert(webhookDeliveries)
      .select(
        sql`select null, e.id, p.id, null, 0, ${now}, null, null
          from webhook_events e join webhook_endpoints p on e.id > p.event_mark
          where e.spread = 0 and p.disabled_at is null and p.removed_at is null
            and exists (select 1 from json_each(p.events) where value = e.type)
            and (e.partners is null or exists (select 1 from json_each(e.partners) where value = p.partner_id))`,
      )
      .onConflictDoNothing(),
    db.update(webhookEvents).set({ spread: true }).where(eq(webhookEvents.spread, false)),
  ]);
}

/** The last event written: an endpoint made now is told of what comes after it. */
export async function readEventMark(db: Db): Promise<number> {
  const [row] = await db.all<{ mark: number }>(sql`select coalesce(max(id), 0) as mark from webhook_events`);
  return row?.mark ?? 0;
}
