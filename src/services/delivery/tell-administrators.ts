import { type DeliveryRow, queueMail } from '../../../db/repositories/delivery/ledger.ts';
import { findActivePerson, listHolders } from '../../../db/repositories/people.ts';
import { buildNotice } from '../../digests/build-notice.ts';
import { readAssociation } from '../access/association.ts';
import type { Deps } from '../deps.ts';
import { mailUrls } from './mail-urls.ts';
import { toQueue } from './to-queue.ts';

/** A mail came back for good: every other administrator is told, once a mail. A notice that comes back tells nobody. */
export async function tellAdministrators(deps: Deps, mail: DeliveryRow, fault: string, name: string): Promise<void> {
  if (mail.kind === 'notice') return;
  const { association } = await readAssociation({ deps });
  for (const id of await listHolders(deps.db, 'administrator')) {
    const admin = id === mail.personId ? null : await findActivePerson(deps.db, id);
    if (admin === null) continue;
    const document = buildNotice({
      language: admin.language,
      association: association[admin.language],
      name,
      subject: mail.subject,
      fault,
      outboxUrl: mailUrls(deps, { personId: id, kind: 'notice' }).outbox,
    });
    const key = { personId: id, kind: 'notice', period: String(mail.id), reason: 'bounced' } as const;
    await queueMail(deps.db, toQueue(deps, key, document));
  }
}
