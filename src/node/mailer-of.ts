import type { Config } from '../config.ts';
import type { Mailer } from '../domain/ports.ts';
import { httpMailer } from './http-mailer.ts';
import { senderOf } from './sender-of.ts';
import { smtpMailer } from './smtp-mailer.ts';

/** The mailer that is set up: SMTP before HTTP; nothing where neither is, and mails wait in the outbox. */
export function mailerOf(config: Config): { mailer?: Mailer } {
  const from = senderOf(config);
  if (config.SMTP_URL !== undefined) return { mailer: smtpMailer({ url: config.SMTP_URL, from }) };
  if (config.MAIL_HTTP_URL !== undefined) return { mailer: httpMailer({ url: config.MAIL_HTTP_URL, from }) };
  return {};
}
