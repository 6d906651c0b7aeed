/**
 * Is an IP address one on the public internet? A webhook may go nowhere else, or a partner could make our server knock
 * at doors of our own network. Ranges: the IANA special-purpose registries (RFC 6890, RFC 8190);
 * whatever does not parse is not public.
 */
export function isPublicAddress(address: string): boolean {
  const four = parseIPv4(address);
  if (four !== null) return !PRIVATE_IPV4.some(([base, bits]) => four >>> (32 - bits) === base >>> (32 - bits));
  const six = parseIPv6(address.replace(/^\[|\]$/g, '').split('%')[0] ?? '');
  return six !== null && isPublicIPv6(six);
}

const ipv4 = (text: string): number => text.split('.').reduce((value, part) => (value << 8) | Number(part), 0) >>> 0;

const PRIVATE_IPV4 = (
  [
    ['0.0.0.0', 8],
    ['10.0.0.0', 8],
    ['100.64.0.0', 10],
    ['127.0.0.0', 8],
    ['169.254.0.0', 16],
    ['172.16.0.0', 12],
    ['192.0.0.0', 24],
    ['192.0.2.0', 24],
    ['192.88.99.0', 24],
    ['192.168.0.0', 16],
    ['198.18.0.0', 15],
    ['198.51.100.0', 24],
    ['203.0.113.0', 24],
    ['224.0.0.0', 4],
    ['240.0.0.0', 4],
  ] as const
).map(([base, bits]) => [ipv4(base), bits] as const);

/** Dotted decimals only: resolvers hand out no other form, so octal and hexadecimal tricks are refused. */
function parseIPv4(text: string): number | null {
  const parts = text.split('.');
  if (parts.length !== 4 || !parts.every((part) => /^(0|[1-9]\d{0,2})$/.test(part) && Number(part) <= 255)) return null;
  return ipv4(text);
}

/** Eight 16-bit groups, or null. */
export function parseIPv6(text: string): number[] | null {
  const tail = /^(.*:)(\d+\.\d+\.\d+\.\d+)$/.exec(text);
  const four = tail?.[2] === undefined ? null : parseIPv4(tail[2]);
  if (tail !== null && four === null) return null;
  const plain =
    tail === null || four === null ? text : `${tail[1]}${(four >>> 16).toString(16)}:${(four & 0xffff).toString(16)}`;
  const halves = plain.split('::');
  if (halves.length > 2) return null;
  const [head = [], rest] = halves.map((half) => (half === '' ? [] : half.split(':')));
  const missing = 8 - head.length - (rest?.length ?? 0);
  if (rest === undefined ? missing !== 0 : missing < 1) return null;
  const groups = [...head, ...Array.from({ length: rest === undefined ? 0 : missing }, () => '0'), ...(rest ?? [])];
  return groups.every((group) => /^[0-9a-f]{1,4}$/i.test(group))
    ? groups.map((group) => Number.parseInt(group, 16))
    : null;
}

/** Global unicast only (2000::/3), less documentation, Teredo and 6to4; IPv4-mapped and NAT64 by the address within. */
function isPublicIPv6(groups: number[]): boolean {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = groups;
  const within = `${g >> 8}.${g & 0xff}.${h >> 8}.${h & 0xff}`;
  if (a === 0 && b === 0 && c === 0 && d === 0 && e === 0 && f === 0xffff) return isPublicAddress(within);
  if (a === 0x64 && b === 0xff9b && [c, d, e, f].every((group) => group === 0)) return isPublicAddress(within);
  const documentation = (a === 0x2001 && b === 0xdb8) || a === 0x3fff;
  const tunnel = a === 0x2002 || (a === 0x2001 && b < 0x200);
  return a >>> 13 === 1 && !documentation && !tunnel;
}
