import { createHash } from 'node:crypto';

/** One link: the text it seals, the hash of the link before, and its own. */
export interface Link {
  number: number;
  json: string;
  previousHash: string;
  hash: string;
}

/** What the first link points to. */
export const GENESIS = '0'.repeat(64);

export const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** Seals a text behind the last link. */
export function seal(json: string, last: Pick<Link, 'number' | 'hash'> | null): Link {
  const number = (last?.number ?? 0) + 1;
  const previousHash = last?.hash ?? GENESIS;
  return { number, json, previousHash, hash: linkHash(number, previousHash, json) };
}

export type ChainFault = 'content-changed' | 'link-broken' | 'number-missing';
export type ChainCheck =
  | { valid: true; length: number; head: string }
  | { valid: false; number: number; fault: ChainFault };

/**
 * Follows the chain from its first link and names the first fault. A chain cut short at the end is whole in itself: hold
 * `head` against a copy kept elsewhere (each signed PDF prints it).
 */
export function verifyChain(links: readonly Link[]): ChainCheck {
  let head = GENESIS;
  for (const [index, link] of links.entries()) {
    const number = index + 1;
    if (link.number !== number) return { valid: false, number, fault: 'number-missing' };
    if (link.previousHash !== head) return { valid: false, number, fault: 'link-broken' };
    if (link.hash !== linkHash(number, head, link.json)) return { valid: false, number, fault: 'content-changed' };
    head = link.hash;
  }
  return { valid: true, length: links.length, head };
}

// Numbers and hashes hold no line feed, so the three parts cannot run into each other.
const linkHash = (number: number, previousHash: string, json: string): string =>
  sha256(`${number}\n${previousHash}\n${json}`);
