import { createHash } from 'node:crypto';

/** SHA-256, the first 128 bits as hex: short in every row, and no two documents of ours will share it. */
export function hashOf(text: string | Uint8Array): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}
