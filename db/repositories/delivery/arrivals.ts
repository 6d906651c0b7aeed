import { sql } from 'drizzle-orm';
import type { Instant, TopicKey } from '../../../src/domain/topic.ts';
import { arrivals } from '../../schema/index.ts';
import type { Db } from '../../store.ts';

export type Arrival = typeof arrivals.$inferSelect;

/** Everything that ever stood on the shortlist, in the order in which it came. */
export const readArrivals = (db: Db): Promise<Arrival[]> => db.select().from(arrivals).orderBy(arrivals.id);

/** Notes who stands on the shortlist for the first time; those known stay as they are. */
export async function noteArrivals(db: Db, keys: readonly TopicKey[], listedAt: Instant, baseline: boolean) {
  // Ids are given by the store: the columns are named, so that the key of the row is not among them.
  const json = JSON.stringify(keys);
  await db.run(sql`
    insert into arrivals (topic_key, listed_at, baseline)
    select value, ${listedAt}, ${baseline ? 1 : 0} from json_each(${json}) where true
    on conflict (topic_key) do nothing`);
}
