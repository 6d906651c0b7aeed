import { createHash } from 'node:crypto';

/** The URL namespace of RFC 9562, appendix B. */
const URL_NAMESPACE = '6ba7b811-9dad-11d1-80b4-00c04fd430c8';

/** A namespace of our own, by a made-up address: nothing needs to stand there. */
export const namespaceOf = (url: string): string => nameUuid(URL_NAMESPACE, url);

/** UUID v5 (RFC 9562 §5.5): the same name in the same namespace is the same UUID on every machine. */
export function nameUuid(namespace: string, name: string): string {
  const bytes = createHash('sha1')
    .update(Buffer.from(namespace.replace(/-/g, ''), 'hex'))
    .update(name, 'utf8')
    .digest()
    .subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
