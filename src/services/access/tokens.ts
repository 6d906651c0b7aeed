import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** 256 random bits, fit for an address or a cookie. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** What the store keeps of a token: who reads the store cannot sign in with it. */
export const hashToken = (token: string): string => digest(`token:${token}`);

/** The forms' own token: follows from the session's, says nothing of it, and needs no place in the store. */
export const csrfOf = (token: string): string => digest(`csrf:${token}`);

/** Whether two texts are the same, in a time that does not tell where they differ. */
export function sameText(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(digest(a)), Buffer.from(digest(b))];
  return timingSafeEqual(left, right);
}

const digest = (text: string): string => createHash('sha256').update(text).digest('base64url');
