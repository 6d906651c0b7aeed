import { isPublicAddress } from './public-address.ts';

export type UrlProblem = 'link' | 'not-https' | 'credentials' | 'private';

const LONGEST = 500;
/** Names that mean this very machine or network wherever they are asked (RFC 6761, RFC 6762, ICANN 2024-07-29). */
const OWN_NAMES = /(^|\.)(localhost|local|internal|home\.arpa|onion)$/i;

/** What is wrong with an address as the goal of webhooks; null = nothing that can be seen before its name is resolved. */
export function webhookUrlProblem(text: string, allowPrivate: boolean): UrlProblem | null {
  if (text.length > LONGEST || !URL.canParse(text)) return 'link';
  const { protocol, hostname, username, password } = new URL(text);
  if (protocol !== 'https:' && protocol !== 'http:') return 'link';
  if (username !== '' || password !== '') return 'credentials';
  if (allowPrivate) return null;
  if (protocol !== 'https:') return 'not-https';
  const name = hostname.replace(/\.$/, '');
  if (OWN_NAMES.test(name) || !name.includes('.')) return isAddress(name) && isPublicAddress(name) ? null : 'private';
  return isAddress(name) && !isPublicAddress(name) ? 'private' : null;
}

/** The parser of addresses has written numbers in whatever guise as four decimals, and IPv6 in brackets. */
export const isAddress = (hostname: string): boolean =>
  hostname.startsWith('[') || /^\d+\.\d+\.\d+\.\d+$/.test(hostname);
