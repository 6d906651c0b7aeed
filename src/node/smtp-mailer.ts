import { createTransport } from 'nodemailer';
import type { Mailer, MailReceipt } from '../domain/ports.ts';

/** A server that does not answer is a soft failure; all of them together stay below the ledger's claim. */
const PATIENCE = { connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 40_000, dnsTimeout: 10_000 };

/** Mail by SMTP; one connection a mail, as they are few and days apart. */
export function smtpMailer({ url, from }: { url: string; from: string }): Mailer {
  const transport = createTransport({ url, ...PATIENCE });
  return {
    async send({ to, subject, text, html, headers, messageId }) {
      try {
        await transport.sendMail({ from, to, subject, text, html, headers, messageId });
        return { outcome: 'sent' };
      } catch (error) {
        return receiptOf(error);
      }
    },
  };
}

/** Only what the server says of this recipient or this message for good is a bounce; the rest may pass. */
function receiptOf(error: unknown): MailReceipt {
  const { responseCode = 0, command = '' } = (typeof error === 'object' && error !== null ? error : {}) as {
    responseCode?: number;
    command?: string;
  };
  const reason = error instanceof Error ? error.message : String(error);
  const final = responseCode >= 500 && /^(RCPT TO|DATA)/.test(command);
  return { outcome: final ? 'bounced' : 'retry', reason };
}
