import type { SendEmail } from '@cloudflare/workers-types';
import type { Mailer } from '../domain/ports.ts';

/** Faults of the message or its address, by the codes of Cloudflare's e-mail service; anything else may pass. */
const REFUSED =
  /^E_(VALIDATION_ERROR|FIELD_MISSING|RECIPIENT_NOT_ALLOWED|RECIPIENT_SUPPRESSED|CONTENT_TOO_LARGE|HEADER_)/;

/**
 * Mail by the `send_email` binding of wrangler.toml. The message id is the service's own, so it travels as a header, and the
 * service would take a repeated mail as another: what it does not answer with a code of its own is in doubt.
 */
export function bindingMailer({ binding, from }: { binding: SendEmail; from: string }): Mailer {
  return {
    async send({ to, subject, text, html, headers, messageId }, handOver) {
      await handOver?.();
      try {
        await binding.send({
          from,
          to,
          subject,
          text,
          html,
          headers: { ...headers, 'X-Bandolo-Message-Id': messageId },
        });
        return { outcome: 'sent' };
      } catch (error) {
        const code = error instanceof Error && 'code' in error ? String(error.code) : '';
        const outcome = REFUSED.test(code) ? 'bounced' : /^E_/.test(code) ? 'retry' : 'doubtful';
        return { outcome, reason: `${code} ${String(error)}`.trim() };
      }
    },
  };
}
