import {
  claimNext,
  type DeliveryRow,
  moveToOutbox,
  readHolders,
  resolveClaim,
} from '../../../db/repositories/delivery/ledger.ts';
import { forgetErased, stopSubscription } from '../../../db/repositories/delivery/subscriptions.ts';
import { findActivePerson } from '../../../db/repositories/people.ts';
import { BACK_OFF_MINUTES } from '../../domain/delivery.ts';
import { Failure } from '../../domain/errors.ts';
import type { Mailer, MailReceipt, OutgoingMail } from '../../domain/ports.ts';
import { withLease } from '../../ingest/lease.ts';
import { workplaceOf } from '../../ingest/workplace.ts';
import { realNow, secondsFromNow } from '../access/real-time.ts';
import type { Deps } from '../deps.ts';
import { mailUrls } from './mail-urls.ts';
import { tellAdministrators } from './tell-administrators.ts';

export interface DeliverCounts extends Record<string, number> {
  sent: number;
  retry: number;
  bounced: number;
  outbox: number;
}

/** Longer than any mailer takes for one mail. */
const CLAIM_S = 180;

/**
 * Sends what is due. The claim is written before the mail leaves and resolved after: a process that dies between leaves
 * it to the next, under the same message id, so that what was accepted in that very moment is known as the same mail.
 */
export async function deliverQueued({ deps }: { deps: Deps }): Promise<DeliverCounts> {
  await forgetErased(deps.db);
  const { mailer } = deps;
  if (mailer === undefined) return { ...NOTHING, outbox: await moveToOutbox(deps.db) };
  try {
    return await withLease(deps, 'deliver-mail', (signal) => sendAll(deps, mailer, signal));
  } catch (error) {
    // Another process is sending; it takes ours too.
    if (error instanceof Failure && error.kind === 'conflict') return { ...NOTHING };
    throw error;
  }
}

const NOTHING: DeliverCounts = { sent: 0, retry: 0, bounced: 0, outbox: 0 };

async function sendAll(deps: Deps, mailer: Mailer, signal: AbortSignal): Promise<DeliverCounts> {
  const counts = { ...NOTHING };
  const workplace = workplaceOf(deps);
  const holder = workplace.newHolder();
  const dead = (await readHolders(deps.db)).filter((one) => workplace.isGone(one, () => false));
  while (!signal.aborted && deps.budget?.isUsed() !== true) {
    const claim = { holder, now: realNow(), until: secondsFromNow(CLAIM_S), dead };
    const mail = await claimNext(deps.db, claim);
    if (mail === null) break;
    const outcome = await sendOne(deps, mailer, mail);
    counts[outcome] = (counts[outcome] ?? 0) + 1;
  }
  return counts;
}

async function sendOne(deps: Deps, mailer: Mailer, mail: DeliveryRow): Promise<'sent' | 'retry' | 'bounced'> {
  const person = await findActivePerson(deps.db, mail.personId);
  const receipt: MailReceipt =
    person?.email == null
      ? { outcome: 'bounced', reason: 'nobody with an address' }
      : await mailer
          .send(toOutgoing(deps, mail, person.email))
          .catch((error: unknown): MailReceipt => ({ outcome: 'retry', reason: String(error) }));
  if (receipt.outcome === 'sent') {
    await resolveClaim(deps.db, mail, { state: 'sent', sentAt: deps.clock.now(), fault: null });
    return 'sent';
  }
  const wait = BACK_OFF_MINUTES[mail.tries - 1];
  const fault = receipt.reason.slice(0, 500);
  if (receipt.outcome === 'retry' && wait !== undefined) {
    await resolveClaim(deps.db, mail, { state: 'retry', nextTryAt: secondsFromNow(wait * 60), fault });
    return 'retry';
  }
  if (receipt.outcome === 'bounced' && person !== null)
    await stopSubscription(deps.db, mail.personId, deps.clock.now());
  await tellAdministrators(deps, mail, fault, person?.name ?? mail.personId);
  await resolveClaim(deps.db, mail, { state: 'bounced', fault });
  return 'bounced';
}

/** RFC 8058: the header's address takes a POST of its own; a GET of it only asks. */
function toOutgoing(deps: Deps, mail: DeliveryRow, to: string): OutgoingMail {
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
