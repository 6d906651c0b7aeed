import { sql } from 'drizzle-orm';
import type { Instant, TopicKey } from '../../../src/domain/topic.ts';
import type { NewWebhookEvent } from '../../../src/domain/webhook.ts';
import { arrivals } from '../../schema/index.ts';
import type { Db } from '../../store.ts';
import { recordEvents } from '../webhooks/events.ts';

export type Arrival = typeof arrivals.$inferSelect;

/** Everything that ever stood on the shortlist, in the order in which it came. */
export const readArrivals = (db: Db): Promise<Arrival[]> => db.select().from(arrivals).orderBy(arrivals.id);

export interface NewArrivals {
  keys: readonly TopicKey[];
  listedAt: Instant;
  baseline: boolean;
  /** Told to partners' servers, in the same write. */
  events: readonly NewWebhookEvent[];
}

/** Notes who stands on the shortlist for the first time; those known stay as they are. */
export async function noteArrivals(db: Db, { keys, listedAt, baseline, events }: NewArrivals): Promise<void> {
  // Ids are given by the store.
  const json = JSON.stringify(keys);
  await db.batch([
    db
      .insert(arrivals)
      .select(sql`select null, value, ${listedAt}, ${baseline ? 1 : 0} from json_each(${json}) where true`)
      .onConflictDoNothing({ target: arrivals.topicKey }),
    ...recordEvents(db, events),
  ]);
}
