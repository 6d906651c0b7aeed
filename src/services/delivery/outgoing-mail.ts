import type { DeliveryRow } from '../../../db/repositories/delivery/ledger.ts';
import type { OutgoingMail } from '../../domain/ports.ts';
import type { Deps } from '../deps.ts';
import { mailUrls } from './mail-urls.ts';

/** A mail of the ledger with its headers. RFC 8058: the address in them takes a POST of its own; a GET of it only asks. */
export function toOutgoing(deps: Deps, mail: DeliveryRow, to: string): OutgoingMail {
  const { unsubscribe } = mailUrls(deps, { personId: mail.personId, kind: mail.kind });
  return {
    to,
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    messageId: mail.messageId,
    headers: {
      'Auto-Submitted': 'auto-generated',
      ...(mail.kind === 'notice'
        ? {}
        : { 'List-Unsubscribe': `<${unsubscribe}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }),
    },
  };
}
