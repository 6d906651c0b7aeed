import type { Config } from '../config.ts';

/** Who our mails are from; without a word on it an address at the public host. */
export function senderOf({ MAIL_FROM, BASE_URL }: Pick<Config, 'MAIL_FROM' | 'BASE_URL'>): string {
  return MAIL_FROM ?? `Bandolo <bandolo@${BASE_URL === undefined ? 'localhost' : new URL(BASE_URL).hostname}>`;
}
