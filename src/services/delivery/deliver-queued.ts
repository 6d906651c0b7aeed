import {
  claimNext,
  type DeliveryRow,
  markHanded,
  moveToOutbox,
  readAbandoned,
  readHolders,
  resolveClaim,
} from '../../../db/repositories/delivery/ledger.ts';
import { forgetErased, stopSubscription } from '../../../db/repositories/delivery/subscriptions.ts';
import { findActivePerson, type KnownPerson } from '../../../db/repositories/people.ts';
import { BACK_OFF_MINUTES, type StaleReason } from '../../domain/delivery.ts';
import { Failure } from '../../domain/errors.ts';
import type { Mailer, MailReceipt } from '../../domain/ports.ts';
import { withLease } from '../../ingest/lease.ts';
import { workplaceOf } from '../../ingest/workplace.ts';
import { realNow, secondsFromNow } from '../access/real-time.ts';
import type { Deps } from '../deps.ts';
import { toOutgoing } from './outgoing-mail.ts';
import { tellAdministrators } from './tell-administrators.ts';
import { type OpenDossiers, openDossiersOnce, whyStale } from './why-stale.ts';

const NOTHING = { sent: 0, retry: 0, bounced: 0, 'given-up': 0, doubtful: 0, stale: 0, outbox: 0 };
export type DeliverCounts = Record<keyof typeof NOTHING, number>;
type Outcome = Exclude<keyof DeliverCounts, 'outbox'>;

/** Longer than it takes to say one mail to a server, and longer than the server may then think about it. */
const CLAIM_S = 180;
const ANSWER_S = 900;

/**
 * Sends what is due. The claim is written before the mail leaves, the handing over just before its last line, and the answer
 * after it. A process that dies before the last line leaves the mail to the next; one that dies after it leaves a mail that
 * the server has whole, and almost surely took: that one is put before the administrators and not sent again by itself.
 */
export async function deliverQueued({ deps }: { deps: Deps }): Promise<DeliverCounts> {
  const forgotten = await forgetErased(deps.db);
  if (forgotten > 0) deps.log.info({ mails: forgotten }, 'mails of people who were erased were dropped');
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

async function sendAll(deps: Deps, mailer: Mailer, signal: AbortSignal): Promise<DeliverCounts> {
  const counts: DeliverCounts = { ...NOTHING };
  const workplace = workplaceOf(deps);
  const holder = workplace.newHolder();
  const dead = (await readHolders(deps.db)).filter((one) => workplace.isGone(one, () => false));
  for (const mail of await readAbandoned(deps.db, { now: realNow(), dead })) {
    await end(deps, mail, await findActivePerson(deps.db, mail.personId), 'doubtful', INTERRUPTED);
    counts.doubtful += 1;
  }
  const dossiers = openDossiersOnce(deps);
  while (!signal.aborted && deps.budget?.isUsed() !== true) {
    const claim = { holder, now: realNow(), until: secondsFromNow(CLAIM_S), dead };
    const mail = await claimNext(deps.db, claim);
    if (mail === null) break;
    const outcome = await sendOrDrop(deps, mailer, mail, dossiers);
    counts[outcome] += 1;
    // A server that swallows a mail without a word is not given the next one in the same breath.
    if (outcome === 'doubtful') break;
  }
  return counts;
}

const INTERRUPTED = 'interrupted after the last line, before the answer';

/** What was right when it was written may have waited for hours, or weeks: it is asked again just before it leaves. */
async function sendOrDrop(deps: Deps, mailer: Mailer, mail: DeliveryRow, dossiers: OpenDossiers): Promise<Outcome> {
  const person = await findActivePerson(deps.db, mail.personId);
  if (person === null || person.email === null) return await drop(deps, mail, 'no-address');
  const stale = await whyStale(deps, mail, person, dossiers);
  return stale === null
    ? await sendOne(deps, mailer, mail, { ...person, email: person.email })
    : await drop(deps, mail, stale);
}

/** What is no longer right is not sent; the ledger keeps it with the reason, for the administrator to see. */
async function drop({ db, log }: Deps, mail: DeliveryRow, reason: StaleReason): Promise<'stale'> {
  await resolveClaim(db, mail, { state: 'stale', fault: reason });
  log.info({ mail: mail.id, kind: mail.kind, reason }, 'a mail that waited was dropped');
  return 'stale';
}

async function sendOne(
  deps: Deps,
  mailer: Mailer,
  mail: DeliveryRow,
  person: KnownPerson & { email: string },
): Promise<Outcome> {
  const receipt = await tryToSend(deps, mailer, mail, person.email);
  if (receipt.outcome === 'sent') {
    await resolveClaim(deps.db, mail, { state: 'sent', sentAt: deps.clock.now(), fault: null });
    return 'sent';
  }
  const { reason } = receipt;
  const wait = BACK_OFF_MINUTES[mail.tries - 1];
  if (receipt.outcome === 'retry' && wait !== undefined) {
    const nextTryAt = secondsFromNow(wait * 60);
    await resolveClaim(deps.db, mail, { state: 'retry', nextTryAt, fault: reason.slice(0, LONGEST_FAULT) });
    return 'retry';
  }
  const outcome = receipt.outcome === 'retry' ? 'given-up' : receipt.outcome;
  if (outcome === 'bounced') await stopSubscription(deps.db, mail.personId, deps.clock.now());
  await end(deps, mail, person, outcome, reason);
  return outcome;
}

async function tryToSend(deps: Deps, mailer: Mailer, mail: DeliveryRow, to: string): Promise<MailReceipt> {
  const handOver = async () => {
    if (!(await markHanded(deps.db, mail, secondsFromNow(ANSWER_S)))) throw new Error('another sender has this mail');
  };
  try {
    return await mailer.send(toOutgoing(deps, mail, to), handOver);
  } catch (error) {
    return { outcome: 'retry', reason: String(error) };
  }
}

const LONGEST_FAULT = 500;

/** Nobody sends it again by itself; the administrators hear of it first, so that a crash between is told twice at most. */
async function end(
  deps: Deps,
  mail: DeliveryRow,
  person: KnownPerson | null,
  state: 'bounced' | 'given-up' | 'doubtful',
  reason: string,
): Promise<void> {
  const fault = reason.slice(0, LONGEST_FAULT);
  await tellAdministrators(deps, mail, { cause: state, fault, name: person?.name ?? mail.personId });
  await resolveClaim(deps.db, mail, { state, fault });
}
