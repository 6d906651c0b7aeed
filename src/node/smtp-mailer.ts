import { Transform } from 'node:stream';
import { createTransport } from 'nodemailer';
import type { Mailer, MailReceipt } from '../domain/ports.ts';

/**
 * A server that does not answer is a soft failure. It may take its time over a whole message, though: who hangs up before
 * it has answered gets the mail sent twice (RFC 5321 §4.5.3.2.6: ten minutes; read 2026-11-30).
 */
const PATIENCE = { connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 600_000, dnsTimeout: 10_000 };

/** Mail by SMTP; one connection a mail, as they are few and days apart. */
export function smtpMailer({ url, from }: { url: string; from: string }): Mailer {
  return {
    async send({ to, subject, text, html, headers, messageId }, handOver = async () => undefined) {
      let handed = false;
      const transport = createTransport({ url, ...PATIENCE });
      transport.use('stream', ({ message }, done) => {
        message.transform(() =>
          beforeTheEnd(async () => {
            await handOver();
            handed = true;
          }),
        );
        done();
      });
      try {
        await transport.sendMail({ from, to, subject, text, html, headers, messageId });
        return { outcome: 'sent' };
      } catch (error) {
        return receiptOf(error, handed);
      }
    },
  };
}

/** Lets a message pass and asks before its end: a server accepts nothing whose last line it has not seen. */
const beforeTheEnd = (ask: () => Promise<void>): Transform =>
  new Transform({
    transform: (chunk, _encoding, done) => done(null, chunk),
    flush: (done) => void ask().then(() => done(), done),
  });

/** Only what the server says of this recipient or this message for good is a bounce; the rest may pass. */
function receiptOf(error: unknown, handed: boolean): MailReceipt {
  const { responseCode = 0, command = '' } = (typeof error === 'object' && error !== null ? error : {}) as {
    responseCode?: number;
    command?: string;
  };
  const reason = error instanceof Error ? error.message : String(error);
  if (handed && responseCode === 0) return { outcome: 'doubtful', reason };
  const final = responseCode >= 500 && /^(RCPT TO|DATA)/.test(command);
  return { outcome: final ? 'bounced' : 'retry', reason };
}
