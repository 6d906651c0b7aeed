import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** 256 random bits, fit for an address or a cookie. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** Crockford's digits: none that a hand could take for another. */
const PAPER_DIGITS = '0123456789abcdefghjkmnpqrstvwxyz';

/** 125 random bits in five groups of five, fit to be typed from paper. */
export function newPaperToken(): string {
  const digits = [...randomBytes(25)].map((byte) => PAPER_DIGITS.charAt(byte % 32)).join('');
  return (digits.match(/.{5}/g) ?? []).join('-');
}

/** A token from paper as it was meant: capitals, missing dashes, an o for a zero. Other tokens stay as they are. */
export function asMeant(token: string): string {
  const bare = token.toLowerCase().replaceAll('-', '').replaceAll('o', '0').replace(/[il]/g, '1');
  return /^[0-9a-hjkmnp-tv-z]{25}$/.test(bare) ? (bare.match(/.{5}/g) ?? []).join('-') : token;
}

/** What the store keeps of a token: who reads the store cannot sign in with it. */
export const hashToken = (token: string): string => digest(`token:${asMeant(token)}`);

/** The forms' own token: follows from the session's, says nothing of it, and needs no place in the store. */
export const csrfOf = (token: string): string => digest(`csrf:${token}`);

/** Whether two texts are the same, in a time that does not tell where they differ. */
export function sameText(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(digest(a)), Buffer.from(digest(b))];
  return timingSafeEqual(left, right);
}

const digest = (text: string): string => createHash('sha256').update(text).digest('base64url');
