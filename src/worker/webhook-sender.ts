import { z } from 'zod';
import type { WebhookAnswer, WebhookSender } from '../domain/ports.ts';
import { isPublicAddress } from '../domain/public-address.ts';
import { isAddress, webhookUrlProblem } from '../domain/webhook-url.ts';

const TIMEOUT_MS = 15_000;
const RESOLVER = 'https://cloudflare-dns.com/dns-query';
/** A and AAAA (RFC 1035, RFC 3596). */
const TYPES = [1, 28];

const answerSchema = z.object({
  Answer: z.array(z.object({ type: z.number(), data: z.string() })).default([]),
});

export interface FetchWebhookOptions {
  allowPrivate: boolean;
  fetch?: typeof globalThis.fetch;
}

/**
 * Sends webhooks on Workers. The name is resolved by DNS over HTTPS and every address of it must be public; but `fetch`
 * resolves it again by itself, so that the connection cannot be pinned to what was checked. A socket could be, but it
 * refuses Cloudflare's own addresses, behind which many partners stand. What stands between is the platform: a Worker runs
 * in no network of ours, and Cloudflare's egress reaches no private address.
 */
export function fetchWebhookSender({ allowPrivate, fetch = globalThis.fetch }: FetchWebhookOptions): WebhookSender {
  return {
    allowsPrivate: allowPrivate,
    async send({ url, headers, body }): Promise<WebhookAnswer> {
      try {
        const problem = webhookUrlProblem(url, allowPrivate);
        if (problem !== null) return { status: null, fault: `${url}: ${problem}` };
        const signal = AbortSignal.timeout(TIMEOUT_MS);
        const inner = allowPrivate ? null : await innerAddress(new URL(url).hostname, fetch, signal);
        if (inner !== null) return { status: null, fault: inner };
        const answer = await fetch(url, {
          method: 'POST',
          redirect: 'manual',
          headers: { ...headers, 'user-agent': 'Bandolo-Webhooks/1' },
          body,
          signal,
        });
        await answer.body?.cancel();
        return { status: answer.status, fault: null };
      } catch (error) {
        return { status: null, fault: error instanceof Error ? error.message : String(error) };
      }
    },
  };
}

/** Why a name may not be knocked at; null where all its addresses are public. */
async function innerAddress(
  hostname: string,
  fetch: typeof globalThis.fetch,
  signal: AbortSignal,
): Promise<string | null> {
  // Literal addresses were checked with the URL.
  if (isAddress(hostname)) return null;
  const answers = await Promise.all(
    TYPES.map(async (type) => {
      const asked = `${RESOLVER}?name=${encodeURIComponent(hostname)}&type=${type}`;
      const response = await fetch(asked, { headers: { accept: 'application/dns-json' }, signal });
      return answerSchema.parse(await response.json()).Answer;
    }),
  );
  const addresses = answers.flat().flatMap(({ type, data }) => (TYPES.includes(type) ? data : []));
  if (addresses.length === 0) return `${hostname} has no address`;
  const inner = addresses.find((address) => !isPublicAddress(address));
  return inner === undefined ? null : `${hostname} is ${inner}, which is not on the public internet`;
}
