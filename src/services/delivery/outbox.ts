import {
  countByState,
  type DeliveryRow,
  findDelivery,
  listDeliveries,
  releaseFromOutbox,
} from '../../../db/repositories/delivery/ledger.ts';
import { readPeopleNames } from '../../../db/repositories/people.ts';
import { DELIVERY_STATES } from '../../domain/delivery.ts';
import { conflict, notFound } from '../../domain/errors.ts';
import { realNow } from '../access/real-time.ts';
import type { Deps } from '../deps.ts';
import { type DeliverCounts, deliverQueued } from './deliver-queued.ts';

const SHOWN = 200;

export interface OutboxMail extends DeliveryRow {
  /** Null where the person was erased. */
  name: string | null;
}

/** What was written, the newest first, and what became of it. */
export async function readOutbox({ deps }: { deps: Pick<Deps, 'db'> }) {
  const [rows, names, counts] = await Promise.all([
    listDeliveries(deps.db, DELIVERY_STATES, SHOWN),
    readPeopleNames(deps.db),
    countByState(deps.db),
  ]);
  return { mails: rows.map((row): OutboxMail => ({ ...row, name: names.get(row.personId) ?? null })), counts };
}

export async function readOutboxMail({
  deps,
  input: { id },
}: {
  deps: Pick<Deps, 'db'>;
  input: { id: number };
}): Promise<OutboxMail> {
  const row = Number.isSafeInteger(id) ? await findDelivery(deps.db, id) : null;
  if (row === null) throw notFound('mail', String(id));
  return { ...row, name: (await readPeopleNames(deps.db)).get(row.personId) ?? null };
}

/**
 * Sends what was written while there was no mail, all of it or one. It goes through the ledger like any other mail, so that
 * pressing twice, or at two desks, sends nothing twice, and what is no longer right is dropped.
 */
export async function sendOutbox({
  deps,
  input: { id },
}: {
  deps: Deps;
  input: { id: number | null };
}): Promise<DeliverCounts & { released: number }> {
  if (deps.mailer === undefined) throw conflict('Mail is not set up: set SMTP_URL and start Bandolo again, then send.');
  const released = await releaseFromOutbox(deps.db, realNow(), id);
  return { released, ...(await deliverQueued({ deps })) };
}
