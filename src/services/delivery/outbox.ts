import {
  countByState,
  type DeliveryRow,
  findDelivery,
  listDeliveries,
} from '../../../db/repositories/delivery/ledger.ts';
import { readPeopleNames } from '../../../db/repositories/people.ts';
import { DELIVERY_STATES } from '../../domain/delivery.ts';
import { notFound } from '../../domain/errors.ts';
import type { Deps } from '../deps.ts';

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
