import { createHmac } from 'node:crypto';
import type { Instant } from '../domain/topic.ts';
import type { WebhookEvent } from '../domain/webhook.ts';

/** Payloads stay under 20 kB (Standard Webhooks 1.0.0, read 2026-11-22): they name the topic, the API gives the rest. */
export const MOST_PAYLOAD_BYTES = 20_000;

export interface WebhookMessage {
  id: string;
  /** Unix seconds. */
  timestamp: number;
  body: string;
}

/** `at` is when it happened, `sentAt` when this try is made: receivers refuse what was signed long ago. */
export function webhookMessage(
  id: string,
  event: WebhookEvent,
  { at, sentAt }: { at: Instant; sentAt: Instant },
  data: Record<string, unknown>,
): WebhookMessage {
  const body = JSON.stringify({ type: event, timestamp: at, data });
  const bytes = new TextEncoder().encode(body).length;
  if (bytes > MOST_PAYLOAD_BYTES)
    throw new RangeError(
      `webhook ${event} ${id}: ${bytes} bytes, at most ${MOST_PAYLOAD_BYTES}; send identifiers, not texts`,
    );
  return { id, timestamp: Math.floor(Date.parse(sentAt) / 1000), body };
}

/** The three headers of Standard Webhooks 1.0.0; the secret is `whsec_` and base64 of 24 to 64 bytes. */
export function signedHeaders(message: WebhookMessage, secret: string): Record<string, string> {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  if (key.length < 24 || key.length > 64)
    throw new RangeError(`a webhook secret has 24 to 64 bytes, this one has ${key.length}`);
  const signature = createHmac('sha256', key)
    .update(`${message.id}.${message.timestamp}.${message.body}`)
    .digest('base64');
  return {
    'content-type': 'application/json',
    'webhook-id': message.id,
    'webhook-timestamp': String(message.timestamp),
    'webhook-signature': `v1,${signature}`,
  };
}

/** Seconds to wait before the next try: 5 s, 5 min, 30 min, 2 h, 5 h, 10 h, then the last within a day. */
const PAUSES = [5, 300, 1_800, 7_200, 18_000, 36_000, 21_000] as const;

export type WebhookOutcome =
  | { next: 'delivered' }
  | { next: 'retry'; inSeconds: number }
  | { next: 'given-up' }
  | { next: 'disable' };

/** What an answer means. Only 2xx is a delivery; a redirect is never followed; 410 asks us to stop. `status` null = no answer. */
export function webhookOutcome(status: number | null, triesSoFar: number): WebhookOutcome {
  if (status !== null && status >= 200 && status < 300) return { next: 'delivered' };
  if (status === 410) return { next: 'disable' };
  const pause = PAUSES[triesSoFar - 1];
  return pause === undefined ? { next: 'given-up' } : { next: 'retry', inSeconds: pause };
}
