import type { Mailer } from '../domain/ports.ts';

const TIMEOUT_MS = 30_000;
/** Answers that speak of this very mail: the address or the message is refused for good. */
const REFUSED = new Set([400, 410, 413, 422]);

/**
 * Mail by a service that takes one as JSON: `{from, to, subject, text, html, headers, messageId}`. Works wherever `fetch`
 * does. The message id goes along as `Idempotency-Key`, so that a service that knows it takes a repeated try once.
 */
export function httpMailer({ url, from }: { url: string; from: string }): Mailer {
  return {
    async send(mail) {
      try {
        const response = await fetch(url, {
          method: 'POST',
          // Followed nowhere: a mail goes to the service that was named. `error` does not exist on Workers.
          redirect: 'manual',
          headers: { 'content-type': 'application/json', 'idempotency-key': mail.messageId },
          body: JSON.stringify({ from, ...mail }),
          signal: AbortSignal.timeout(TIMEOUT_MS),
        });
        await response.body?.cancel();
        if (response.ok) return { outcome: 'sent' };
        return { outcome: REFUSED.has(response.status) ? 'bounced' : 'retry', reason: `HTTP ${response.status}` };
      } catch (error) {
        return { outcome: 'retry', reason: String(error) };
      }
    },
  };
}
