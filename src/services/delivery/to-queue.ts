import { randomUUID } from 'node:crypto';
import type { NewDelivery } from '../../../db/repositories/delivery/ledger.ts';
import type { MailDocument } from '../../digests/mail-document.ts';
import { renderHtml } from '../../digests/render-html.tsx';
import { renderText } from '../../digests/render-text.ts';
import { realNow } from '../access/real-time.ts';
import type { Deps } from '../deps.ts';
import { mailHost } from './mail-urls.ts';

/** A mail as the ledger keeps it: rendered, and with the message id that every try of it will carry. */
export function toQueue(
  deps: Pick<Deps, 'clock' | 'baseUrl' | 'listensAt'>,
  key: Pick<NewDelivery, 'personId' | 'kind' | 'period' | 'reason'>,
  document: MailDocument,
): NewDelivery {
  return {
    ...key,
    subject: document.subject,
    text: renderText(document),
    html: renderHtml(document),
    createdAt: deps.clock.now(),
    nextTryAt: realNow(),
    messageId: `<${randomUUID()}@${mailHost(deps)}>`,
  };
}
