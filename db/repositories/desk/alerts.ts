import { and, eq, isNull, sql } from 'drizzle-orm';
import type { ChangeImpact } from '../../../src/domain/desk/dossier/change-impact.ts';
import type { DossierId, PersonId } from '../../../src/domain/desk/people/person.ts';
import type { Instant } from '../../../src/domain/topic.ts';
import { dossierAlerts, dossiers } from '../../schema/index.ts';
import type { Db } from '../../store.ts';
import type { Write } from './write-together.ts';

/** Live dossiers of topics that changed since their last alert, with the newest change already told. */
export async function readWatched(
  db: Db,
): Promise<{ dossierId: DossierId; topicKey: string; openedOn: string; told: number }[]> {
  return await db.all(sql`
    select d.id as "dossierId", d.topic_key as "topicKey", d.opened_on as "openedOn",
      coalesce((select max(last_change_id) from dossier_alerts a where a.dossier_id = d.id), 0) as told
    from ${dossiers} d
    where d.topic_key is not null and d.state not in ('discarded', 'contrary', 'withdrawn', 'rejected', 'closed')
      and exists (select 1 from changes c where c.topic_key = d.topic_key and c.material
        and c.at >= d.opened_on
        and c.id > coalesce((select max(last_change_id) from dossier_alerts a where a.dossier_id = d.id), 0))`);
}

export const raiseAlert = (
  db: Db,
  row: { dossierId: DossierId; impact: ChangeImpact; lastChangeId: number; raisedAt: Instant },
): Write => db.insert(dossierAlerts).values({ ...row, kind: 'call-changed' });

/** A meeting did not ratify what this dossier's opinion rests on. */
export const raiseRefusal = (db: Db, dossierId: DossierId, raisedAt: Instant): Write =>
  db.insert(dossierAlerts).values({ dossierId, kind: 'ratification-refused', raisedAt });

export const handleAlerts = (
  db: Db,
  dossierId: DossierId,
  handling: 'kept' | 'reopened',
  by: PersonId,
  at: Instant,
): Write =>
  db
    .update(dossierAlerts)
    .set({ handling, handledBy: by, handledAt: at })
    .where(and(eq(dossierAlerts.dossierId, dossierId), isNull(dossierAlerts.handledAt)));
