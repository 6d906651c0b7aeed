import { and, eq, inArray, or, sql } from 'drizzle-orm';
import { NEVER_LEFT, type StaleReason } from '../../../src/domain/delivery.ts';
import type { PersonId } from '../../../src/domain/desk/people/person.ts';
import type { Instant } from '../../../src/domain/topic.ts';
import { type DigestBegins, deliveries } from '../../schema/index.ts';
import type { Db } from '../../store.ts';

/** Dropped without having been told: its reader lost a role, or a later one took its place, which may not have left either. */
const UNTOLD: StaleReason[] = ['lost-role', 'newer'];

/** A person's last digests, one or more, of which none left: the next one may tell their news. */
export interface UnsentDigests {
  ids: number[];
  begins: DigestBegins;
}

/**
 * By person the digests since an instant that never left, where nothing left after them and nothing is still on its way:
 * else the same news would be told twice.
 */
export async function readUnsentDigests(db: Db, since: Instant): Promise<Map<PersonId, UnsentDigests>> {
  const rows = await db
    .select({ id: deliveries.id, personId: deliveries.personId, begins: deliveries.begins })
    .from(deliveries)
    .where(
      and(
        eq(deliveries.kind, 'digest'),
        or(inArray(deliveries.state, [...NEVER_LEFT]), inArray(deliveries.fault, UNTOLD)),
        sql`${deliveries.createdAt} >= ${since}`,
        sql`not exists (select 1 from deliveries other where other.person_id = ${deliveries.personId} and other.kind = 'digest'
          and (other.state in ('queued', 'retry', 'sending') or (other.state in ('sent', 'doubtful') and other.id > ${deliveries.id})))`,
      ),
    )
    .orderBy(deliveries.id);
  const unsent = new Map<PersonId, UnsentDigests>();
  for (const { id, personId, begins } of rows) {
    const earlier = unsent.get(personId);
    if (earlier !== undefined) earlier.ids.push(id);
    else if (begins !== null) unsent.set(personId, { ids: [id], begins });
  }
  return unsent;
}
