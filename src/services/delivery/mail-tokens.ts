import { createHmac, timingSafeEqual } from 'node:crypto';
import { MAIL_KINDS, type MailKind } from '../../domain/delivery.ts';
import type { PersonId } from '../../domain/desk/person.ts';
import { Failure } from '../../domain/errors.ts';
import type { Deps } from '../deps.ts';

/** Whose mail, and of which kind, a link in a mail speaks of. It never expires: the right to leave does not. */
export interface MailGrant {
  personId: PersonId;
  kind: MailKind;
}

/** Half of a SHA-256 keeps the header's line short and cannot be guessed. */
const MAC_BYTES = 16;

export function mailToken({ secretKey }: Pick<Deps, 'secretKey'>, { personId, kind }: MailGrant): string {
  if (secretKey === undefined)
    throw new Failure('unavailable', 'SECRET_KEY is not set: links of mails cannot be signed.');
  const said = `${MAIL_KINDS.indexOf(kind)}.${personId}`;
  return `${said}.${macOf(secretKey, said).toString('base64url')}`;
}

/** What a token grants; null for anything that we did not sign. */
export function readMailToken({ secretKey }: Pick<Deps, 'secretKey'>, token: string): MailGrant | null {
  const parts = /^(\d)\.([\w-]{1,64})\.([\w-]{22})$/.exec(token);
  if (secretKey === undefined || parts === null) return null;
  const [, place = '', personId = '', mac = ''] = parts;
  const given = Buffer.from(mac, 'base64url');
  const kind = MAIL_KINDS[Number(place)];
  if (kind === undefined || given.length !== MAC_BYTES) return null;
  return timingSafeEqual(given, macOf(secretKey, `${place}.${personId}`)) ? { personId, kind } : null;
}

const macOf = (secretKey: string, said: string): Buffer =>
  createHmac('sha256', secretKey).update(`mail:${said}`).digest().subarray(0, MAC_BYTES);
