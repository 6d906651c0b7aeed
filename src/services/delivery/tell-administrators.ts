import { type DeliveryRow, queueMail } from '../../../db/repositories/delivery/ledger.ts';
import { findActivePerson, listHolders } from '../../../db/repositories/people.ts';
import { buildNotice } from '../../digests/build-notice.ts';
import type { NoticeCause } from '../../domain/delivery.ts';
import { readAssociation } from '../access/association.ts';
import type { Deps } from '../deps.ts';
import { mailUrls } from './mail-urls.ts';
import { toQueue } from './to-queue.ts';

/**
 * A mail came back for good, was given up, or nobody knows: the administrators are told, once a mail; not the one whose own
 * address refuses mail. A notice that fails tells nobody.
 */
export async function tellAdministrators(
  deps: Deps,
  mail: DeliveryRow,
  { cause, fault, name }: { cause: NoticeCause; fault: string; name: string },
): Promise<void> {
  if (mail.kind === 'notice') return;
  const { association } = await readAssociation({ deps });
  for (const id of await listHolders(deps.db, 'administrator')) {
    const refused = cause === 'bounced' && id === mail.personId;
    const admin = refused ? null : await findActivePerson(deps.db, id);
    if (admin === null) continue;
    const document = buildNotice({
      language: admin.language,
      association: association[admin.language],
      cause,
      name,
      subject: mail.subject,
      fault,
      mailUrl: `${mailUrls(deps, { personId: id, kind: 'notice' }).outbox}/${mail.id}`,
    });
    const key = { personId: id, kind: 'notice', period: String(mail.id), reason: cause } as const;
    await queueMail(deps.db, toQueue(deps, key, document));
  }
}
