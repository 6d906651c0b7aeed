import { parseIPv6 } from './public-address.ts';

/** Groups of an IPv6 address that its provider gives out; the rest a subscriber chooses alone (RFC 6177, RFC 7421). */
const SITE_GROUPS = 4;
const IPV4_MAPPED = '0:0:0:0:0:ffff';

/**
 * Whose connection an address is, for counting what one asks: an IPv4 address, of IPv6 the first 64 bits, or somebody at
 * home had more addresses than there are limits. What is no address stays as it is.
 */
export function networkOf(address: string): string {
  const groups = address.includes(':') ? parseIPv6(address.split('%')[0] ?? '') : null;
  if (groups === null) return address;
  const hex = groups.map((group) => group.toString(16));
  const isMapped = hex.slice(0, 6).join(':') === IPV4_MAPPED;
  return isMapped ? hex.join(':') : `${hex.slice(0, SITE_GROUPS).join(':')}::/64`;
}
