import { z } from 'zod';
import { logged } from '../../../db/repositories/desk/audit.ts';
import {
  countEndpoints,
  type EndpointRow,
  findEndpoint,
  insertEndpoint,
  stopEndpoint,
  updateEndpoint,
} from '../../../db/repositories/webhooks/endpoints.ts';
import { readEventMark } from '../../../db/repositories/webhooks/events.ts';
import type { Person } from '../../domain/desk/people/person.ts';
import { conflict, invalid, notFound } from '../../domain/errors.ts';
import { WEBHOOK_EVENTS } from '../../domain/webhook.ts';
import { webhookUrlProblem } from '../../domain/webhook-url.ts';
import type { Deps } from '../deps.ts';
import { type Asked, mustBeAllowed, newId, write } from '../desk/act.ts';
import { findPartner } from '../matching/partner-matches.ts';
import { webhookSecret } from './webhook-secret.ts';

/** More doors of one partner than this are a mistake. */
const MOST_ENDPOINTS = 10;

const events = z.preprocess(
  (given) => (given === undefined ? [] : Array.isArray(given) ? given : [given]),
  z.array(z.enum(WEBHOOK_EVENTS)).min(1).max(WEBHOOK_EVENTS.length),
);

export const addEndpointSchema = z.object({
  partner: z.string().min(1).max(80),
  url: z.string().trim().min(1).max(2_000),
  events,
});

/** A new endpoint of a partner; it is told what happens from now on. The secret is told here and after `newSecret` only. */
export async function addEndpoint({ deps, person, input }: Asked<z.output<typeof addEndpointSchema>>) {
  const partner = findPartner(deps, input.partner);
  mustBeAllowed(person, 'webhook.manage', { bodies: [partner.id] });
  mustBeGoodUrl(deps, input.url);
  if ((await countEndpoints(deps.db, partner.id)) >= MOST_ENDPOINTS)
    throw conflict(`«${partner.id}» has ${MOST_ENDPOINTS} endpoints already: remove one first.`);
  const endpoint = { id: newId(), secretTurn: 1 };
  const row = {
    ...endpoint,
    partnerId: partner.id,
    url: input.url,
    events: [...new Set(input.events)],
    eventMark: await readEventMark(deps.db),
    createdBy: person.id,
    createdAt: deps.clock.now(),
  };
  const secret = webhookSecret(deps, endpoint);
  await write(deps, [insertEndpoint(deps.db, row), noted(deps, person, 'webhook.added', row.id)]);
  return { id: row.id, secret };
}

export const changeEndpointSchema = addEndpointSchema.omit({ partner: true });

export async function changeEndpoint({
  deps,
  person,
  input,
}: Asked<z.output<typeof changeEndpointSchema> & { id: string }>) {
  const { id } = await ownEndpoint({ deps, person, input });
  mustBeGoodUrl(deps, input.url);
  await write(deps, [
    updateEndpoint(deps.db, id, { url: input.url, events: [...new Set(input.events)] }),
    noted(deps, person, 'webhook.changed', id),
  ]);
}

/** Another secret from this moment on; the one before signs nothing more. */
export async function newSecret({ deps, person, input }: Asked<{ id: string }>): Promise<string> {
  const { id, secretTurn } = await ownEndpoint({ deps, person, input });
  await write(deps, [
    updateEndpoint(deps.db, id, { secretTurn: secretTurn + 1 }),
    noted(deps, person, 'webhook.secret-renewed', id),
  ]);
  return webhookSecret(deps, { id, secretTurn: secretTurn + 1 });
}

/** Off: what waited is dropped. On: what happens from now on is told. */
export async function switchEndpoint({ deps, person, input }: Asked<{ id: string; on: boolean }>): Promise<void> {
  const { id } = await ownEndpoint({ deps, person, input });
  const eventMark = await readEventMark(deps.db);
  await write(deps, [
    ...(input.on
      ? [updateEndpoint(deps.db, id, { disabledAt: null, disabledFor: null, eventMark })]
      : stopEndpoint(deps.db, id, deps.clock.now(), 'hand')),
    noted(deps, person, input.on ? 'webhook.enabled' : 'webhook.disabled', id),
  ]);
}

export async function removeEndpoint({ deps, person, input }: Asked<{ id: string }>): Promise<void> {
  const { id } = await ownEndpoint({ deps, person, input });
  const at = deps.clock.now();
  await write(deps, [
    ...stopEndpoint(deps.db, id, at, 'hand'),
    updateEndpoint(deps.db, id, { removedAt: at }),
    noted(deps, person, 'webhook.removed', id),
  ]);
}

/** An endpoint that this person may manage; another body's does not exist for them. */
export async function ownEndpoint({ deps, person, input: { id } }: Asked<{ id: string }>): Promise<EndpointRow> {
  const endpoint = await findEndpoint(deps.db, id);
  if (endpoint === null) throw notFound('Webhook', id);
  mustBeAllowed(person, 'webhook.manage', { bodies: [endpoint.partnerId] });
  return endpoint;
}

function mustBeGoodUrl({ webhooks }: Deps, url: string): void {
  const problem = webhookUrlProblem(url, webhooks?.allowsPrivate ?? false);
  if (problem !== null) throw invalid(`webhook address: ${problem}`, { field: 'url', say: problem });
}

const noted = ({ db, clock }: Deps, person: Person, action: string, id: string) =>
  logged(db, { at: clock.now(), personId: person.id, action, subjectKind: 'webhook', subjectId: id, detail: {} });
