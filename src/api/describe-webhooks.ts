import { type OpenAPIHono, z } from '@hono/zod-openapi';
import { WEBHOOK_EVENTS, type WebhookEvent } from '../domain/webhook.ts';

const links = z.object({ api: z.url(), page: z.url(), dossier: z.url() }).partial();
const topic = { topic: z.string(), links };
const dossier = { dossier: z.string(), topic: z.string().nullable(), links };

const DATA: Record<WebhookEvent, { summary: string; data: z.ZodObject }> = {
  'topic.listed': {
    summary: 'A call came onto the shortlist; each one, also where many come at once',
    data: z.object({
      ...topic,
      primaryPillar: z.string().nullable(),
      cityRelevance: z.number(),
      nextDeadlineAt: z.string().nullable(),
    }),
  },
  'topic.changed': {
    summary: 'A call moved materially; texts and long values are named only, the API has them',
    data: z.object({
      ...topic,
      identifier: z.string(),
      title: z.string(),
      changes: z.array(z.object({ field: z.string(), before: z.unknown().optional(), after: z.unknown().optional() })),
    }),
  },
  'dossier.decided': {
    summary: 'The opinion on a dossier that the partner has a part in',
    data: z.object({ ...dossier, opinion: z.enum(['favourable', 'with-conditions', 'contrary', 'watching']) }),
  },
  'interest.requested': {
    summary: 'Partners are asked whether they are interested',
    data: z.object({ ...dossier, closesOn: z.string().nullable() }),
  },
};

/** The messages that partners' servers get, into the OpenAPI document: Standard Webhooks 1.0.0. */
export function describeWebhooks(app: OpenAPIHono): void {
  const headers = z.object({
    'webhook-id': z.string().openapi({ description: 'The same for every try of one message' }),
    'webhook-timestamp': z.string().openapi({ description: 'Unix seconds of this try' }),
    'webhook-signature': z.string().openapi({ description: '`v1,` and base64 of HMAC-SHA256 over id.timestamp.body' }),
  });
  for (const type of WEBHOOK_EVENTS) {
    const { summary, data } = DATA[type];
    const schema = z.object({ type: z.literal(type), timestamp: z.iso.datetime(), data });
    app.openAPIRegistry.registerWebhook({
      method: 'post',
      path: type,
      summary,
      tags: ['Webhooks'],
      request: { headers, body: { content: { 'application/json': { schema } } } },
      responses: {
        200: { description: 'Any 2xx: taken. No redirect is followed; everything else is tried again for a day.' },
        410: { description: 'No more: the endpoint is switched off' },
      },
    });
  }
}
