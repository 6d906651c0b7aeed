import { logged } from '../../../db/repositories/desk/audit.ts';
import { writeTogether } from '../../../db/repositories/desk/write-together.ts';
import { readSubject, resolveDelivery, type WebhookDeliveryRow } from '../../../db/repositories/webhooks/deliveries.ts';
import { stopEndpoint } from '../../../db/repositories/webhooks/endpoints.ts';
import type { WebhookEventRow } from '../../../db/repositories/webhooks/events.ts';
import type { WebhookAnswer, WebhookSender } from '../../domain/ports.ts';
import { signedHeaders, webhookMessage, webhookOutcome } from '../../feeds/webhook.ts';
import { realNow, secondsFromNow } from '../access/real-time.ts';
import type { Deps } from '../deps.ts';
import { originOf } from '../origin-of.ts';
import { webhookSecret } from './webhook-secret.ts';

export type SentOutcome = 'delivered' | 'retry' | 'given-up' | 'stopped';

const LONGEST_FAULT = 300;

/** Sends a claimed delivery and writes down what was answered, together with what follows from it. */
export async function sendDelivery(
  deps: Deps,
  sender: WebhookSender,
  delivery: WebhookDeliveryRow,
): Promise<SentOutcome> {
  const { db } = deps;
  const subject = await readSubject(db, delivery);
  const gone = subject === null || subject.endpoint.removedAt !== null || subject.endpoint.disabledAt !== null;
  const known = deps.profile.partners.some(({ id }) => id === subject?.endpoint.partnerId);
  if (gone || !known) {
    await writeTogether(db, resolveDelivery(db, delivery, null, { ended: 'stopped' }));
    return 'stopped';
  }
  const { event, endpoint } = subject;
  const begun = performance.now();
  const answer = await knock(deps, sender, event, endpoint);
  const log = {
    at: realNow(),
    status: answer.status,
    fault: answer.fault?.slice(0, LONGEST_FAULT) ?? null,
    tookMs: Math.round(performance.now() - begun),
  };
  const outcome = webhookOutcome(answer.status, delivery.tries);
  switch (outcome.next) {
    case 'delivered':
    case 'given-up':
      await writeTogether(db, resolveDelivery(db, delivery, log, { ended: outcome.next }));
      return outcome.next;
    case 'retry':
      await writeTogether(db, resolveDelivery(db, delivery, log, { nextTryAt: secondsFromNow(outcome.inSeconds) }));
      return 'retry';
    case 'disable':
      await writeTogether(db, [
        ...resolveDelivery(db, delivery, log, { ended: 'stopped' }),
        ...stopEndpoint(db, endpoint.id, deps.clock.now(), 'gone'),
        logged(db, {
          at: deps.clock.now(),
          personId: null,
          action: 'webhook.gone',
          subjectKind: 'webhook',
          subjectId: endpoint.id,
          detail: {},
        }),
      ]);
      return 'stopped';
  }
}

/** Whatever goes wrong before or while we knock is an answer too: nothing may be left claimed. */
async function knock(
  deps: Deps,
  sender: WebhookSender,
  event: WebhookEventRow,
  endpoint: { id: string; url: string; secretTurn: number },
): Promise<WebhookAnswer> {
  try {
    const data = { ...event.data, links: linksOf(deps, event) };
    const message = webhookMessage(event.messageId, event.type, { at: event.at, sentAt: realNow() }, data);
    const headers = signedHeaders(message, webhookSecret(deps, endpoint));
    return await sender.send({ url: endpoint.url, headers, body: message.body });
  } catch (error) {
    return { status: null, fault: error instanceof Error ? error.message : String(error) };
  }
}

/** Where the rest of it stands; what they show is decided there, by key or by sign-in. */
function linksOf(deps: Deps, { data }: WebhookEventRow): Record<string, string> {
  const origin = originOf(deps);
  const of = (name: string) => (typeof data[name] === 'string' ? encodeURIComponent(data[name]) : null);
  const [topic, dossier] = [of('topic'), of('dossier')];
  return {
    ...(topic === null ? {} : { api: `${origin}/api/v1/topics/${topic}`, page: `${origin}/bandi/${topic}` }),
    ...(dossier === null ? {} : { dossier: `${origin}/dossier/${dossier}` }),
  };
}
