import { lookup } from 'node:dns/promises';
import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { WebhookAnswer, WebhookSender } from '../domain/ports.ts';
import { isPublicAddress } from '../domain/public-address.ts';
import { webhookUrlProblem } from '../domain/webhook-url.ts';

/** From the question for the name to the head of the answer; Standard Webhooks 1.0.0 advises 15 to 30 s. */
const TIMEOUT_MS = 15_000;

interface Resolved {
  address: string;
  family: number;
}

export interface WebhookSenderOptions {
  allowPrivate: boolean;
  timeoutMs?: number;
  /** Every address of a name; tests hand in a resolver that lies. */
  resolve?: (hostname: string) => Promise<Resolved[]>;
}

/**
 * Sends webhooks on Node. The name is resolved once, every address of it must be public, and the connection goes to an
 * address that was checked: a name that answers differently the second time gains nothing. node:http follows no
 * redirects; of the answer only the status is read, the body is cut off.
 */
export function nodeWebhookSender({
  allowPrivate,
  timeoutMs = TIMEOUT_MS,
  resolve = (hostname) => lookup(hostname, { all: true, verbatim: true }),
}: WebhookSenderOptions): WebhookSender {
  return {
    allowsPrivate: allowPrivate,
    async send({ url, headers, body }): Promise<WebhookAnswer> {
      const timeout = AbortSignal.timeout(timeoutMs);
      try {
        const problem = webhookUrlProblem(url, allowPrivate);
        if (problem !== null) return refused(`${url}: ${problem}`);
        const { hostname } = new URL(url);
        const addresses = await before(timeout, resolve(hostname.replace(/^\[|\]$/g, '')));
        const isInner = !allowPrivate && addresses.some(({ address }) => !isPublicAddress(address));
        const [goal] = addresses;
        // Without the address: the log is the partner's to read, and names of our network are not.
        if (isInner) return refused(`${hostname} is not on the public internet`);
        if (goal === undefined) return refused(`${hostname} has no address`);
        return { status: await post(url, headers, body, goal, timeout), fault: null };
      } catch (error) {
        if (timeout.aborted) return refused(`no answer within ${timeoutMs} ms`);
        return refused(error instanceof Error ? error.message : String(error));
      }
    },
  };
}

const refused = (fault: string): WebhookAnswer => ({ status: null, fault });

function post(
  url: string,
  headers: Record<string, string>,
  body: string,
  { address, family }: Resolved,
  signal: AbortSignal,
): Promise<number> {
  const request = url.startsWith('https:') ? requestHttps : requestHttp;
  return new Promise((resolve, reject) => {
    const call = request(
      url,
      {
        method: 'POST',
        headers: { ...headers, 'content-length': Buffer.byteLength(body), 'user-agent': 'Bandolo-Webhooks/1' },
        // A connection of its own, to the address that was checked.
        agent: false,
        lookup: (_hostname, options, done) =>
          options.all === true ? done(null, [{ address, family }]) : done(null, address, family),
        signal,
      },
      (answer) => {
        resolve(answer.statusCode ?? 0);
        answer.destroy();
      },
    );
    call.once('error', reject);
    call.end(body);
  });
}

/** A resolver cannot be called off; its answer is no longer waited for. */
const before = <Value>(signal: AbortSignal, work: Promise<Value>): Promise<Value> =>
  Promise.race([
    work,
    new Promise<never>((_, reject) =>
      signal.addEventListener('abort', () => reject(new Error('too late')), { once: true }),
    ),
  ]);
