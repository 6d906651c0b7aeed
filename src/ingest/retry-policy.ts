import type { FetchFailure } from '../domain/fetch-failure.ts';

/** All in milliseconds. The figures: 30 s to the first byte, 4 tries within 60 s. */
export interface RetryPolicy {
  tries: number;
  firstByteMs: number;
  /** All tries of one request together, bodies included. */
  requestMs: number;
  /** Silence allowed between two pieces of a streamed body. */
  idleMs: number;
  /** All of a streamed body. */
  streamMs: number;
  backOffMs: number;
}

export const POLITE: RetryPolicy = {
  tries: 4,
  firstByteMs: 30_000,
  requestMs: 60_000,
  idleMs: 30_000,
  streamMs: 240_000,
  backOffMs: 1_000,
};

/** Exponential with full jitter on the upper half, so that two clients do not march in step. */
export function backOff(policy: RetryPolicy, triesDone: number, random: () => number): number {
  const ceiling = policy.backOffMs * 2 ** (triesDone - 1);
  return ceiling / 2 + (random() * ceiling) / 2;
}

/** `Retry-After` in milliseconds: seconds or an HTTP date; null where absent or unreadable. */
export function retryAfter(header: string | null, nowMs: number): number | null {
  if (header === null) return null;
  if (/^\s*\d+\s*$/.test(header)) return Number(header) * 1000;
  const at = Date.parse(header);
  return Number.isNaN(at) ? null : Math.max(0, at - nowMs);
}

/** Answers that may be better next time; any other failure is final at once. */
export function worthRetrying(failure: FetchFailure): boolean {
  if (failure.status !== null && failure.status !== 200) {
    return failure.status >= 500 || [408, 425, 429].includes(failure.status);
  }
  return failure.reason !== 'too-large' && failure.reason !== 'unexpected-shape';
}
