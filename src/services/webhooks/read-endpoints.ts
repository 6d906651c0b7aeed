import { type LoggedDelivery, listWebhookDeliveries } from '../../../db/repositories/webhooks/deliveries.ts';
import { type EndpointRow, listEndpoints } from '../../../db/repositories/webhooks/endpoints.ts';
import type { Person } from '../../domain/desk/people/person.ts';
import { can } from '../../domain/desk/people/roles.ts';
import type { Partner } from '../../domain/partner.ts';
import type { Deps } from '../deps.ts';
import type { Asked } from '../desk/act.ts';
import { ownEndpoint } from './manage-endpoints.ts';

export type { EndpointRow, LoggedDelivery };

const SHOWN = 50;

/** The endpoints that a person manages, and the bodies for which they may add one. */
export async function readEndpoints({ deps, person }: { deps: Deps; person: Person }): Promise<{
  endpoints: EndpointRow[];
  partners: Partner[];
}> {
  const may = (body: string) => can(person, 'webhook.manage', { bodies: [body] });
  const endpoints = (await listEndpoints(deps.db)).filter(({ partnerId }) => may(partnerId));
  return { endpoints, partners: deps.profile.partners.filter(({ id }) => may(id)) };
}

/** One endpoint with what was sent to it lately and what it answered. */
export async function readEndpoint({ deps, person, input }: Asked<{ id: string }>): Promise<{
  endpoint: EndpointRow;
  deliveries: LoggedDelivery[];
}> {
  const endpoint = await ownEndpoint({ deps, person, input });
  return { endpoint, deliveries: await listWebhookDeliveries(deps.db, endpoint.id, SHOWN) };
}
