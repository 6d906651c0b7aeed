import { writeTogether } from '../../../db/repositories/desk/write-together.ts';
import { claimDelivery, findDeliveryOf, restartDelivery } from '../../../db/repositories/webhooks/deliveries.ts';
import { conflict, notFound } from '../../domain/errors.ts';
import { workplaceOf } from '../../ingest/workplace.ts';
import { realNow, secondsFromNow } from '../access/real-time.ts';
import type { Asked } from '../desk/act.ts';
import { ownEndpoint } from './manage-endpoints.ts';
import { type SentOutcome, sendDelivery } from './send-delivery.ts';

const CLAIM_S = 60;

/** Sends a delivery again at once, under the same message id, whatever became of it before. */
export async function replayDelivery({
  deps,
  person,
  input,
}: Asked<{ id: string; delivery: number }>): Promise<SentOutcome> {
  const endpoint = await ownEndpoint({ deps, person, input });
  const known = Number.isSafeInteger(input.delivery) && (await findDeliveryOf(deps.db, endpoint.id, input.delivery));
  if (!known) throw notFound('Delivery', String(input.delivery));
  if (endpoint.disabledAt !== null) throw conflict('This webhook is off: switch it on first.');
  if (deps.webhooks === undefined) throw conflict('No webhooks are sent from here.');
  await writeTogether(deps.db, [restartDelivery(deps.db, input.delivery, realNow())]);
  const claim = { holder: workplaceOf(deps).newHolder(), now: realNow(), until: secondsFromNow(CLAIM_S), dead: [] };
  const claimed = await claimDelivery(deps.db, endpoint.id, claim, input.delivery);
  if (claimed === null) throw conflict('This delivery is under way: look again in a minute.');
  return await sendDelivery(deps, deps.webhooks, claimed);
}
