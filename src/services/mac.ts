import { createHmac, timingSafeEqual } from 'node:crypto';
import { Failure } from '../domain/errors.ts';
import type { Deps } from './deps.ts';

/** Half of a SHA-256 keeps addresses short and cannot be guessed. */
const MAC_BYTES = 16;

/** `said` with our signature behind it, fit for an address. What is signed for one purpose holds for no other. */
export function signed({ secretKey }: Pick<Deps, 'secretKey'>, purpose: string, said: string): string {
  if (secretKey === undefined) throw new Failure('unavailable', 'SECRET_KEY is not set: links cannot be signed.');
  return `${said}.${macOf(secretKey, purpose, said).toString('base64url')}`;
}

/** What was signed; null for anything that we did not sign. */
export function readSigned({ secretKey }: Pick<Deps, 'secretKey'>, purpose: string, token: string): string | null {
  const parts = /^(.{1,120})\.([\w-]{22})$/.exec(token);
  if (secretKey === undefined || parts === null) return null;
  const [, said = '', mac = ''] = parts;
  const given = Buffer.from(mac, 'base64url');
  if (given.length !== MAC_BYTES) return null;
  return timingSafeEqual(given, macOf(secretKey, purpose, said)) ? said : null;
}

const macOf = (secretKey: string, purpose: string, said: string): Buffer =>
  createHmac('sha256', secretKey).update(`${purpose}:${said}`).digest().subarray(0, MAC_BYTES);
