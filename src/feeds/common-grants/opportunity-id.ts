import { createHash } from 'node:crypto';

/** Namespace of Bandolo's opportunity ids: UUID v5 of the URL namespace over `https://bandolo.example/opportunities`. */
const NAMESPACE = uuid5('6ba7b811-9dad-11d1-80b4-00c04fd430c8', 'https://bandolo.example/opportunities');

/** The same EU identifier gives the same UUID on every machine and in every city. */
export const opportunityId = (topicKey: string): string => uuid5(NAMESPACE, topicKey);

/** RFC 9562 §5.5. */
function uuid5(namespace: string, name: string): string {
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
