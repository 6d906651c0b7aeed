import { hostname } from 'node:os';

/** A name that tells which process holds a claim. */
export const newHolder = (): string => `${hostname()}:${process.pid}:${crypto.randomUUID()}`;

/**
 * Whether a claim's holder is a process of this machine that no longer runs. Only one sender works at a time, so that a
 * claim under our own number but another name is that of a process before us.
 */
export function isGone(holder: string): boolean {
  const [host, pid] = holder.split(':');
  if (host !== hostname() || !/^\d+$/.test(pid ?? '')) return false;
  if (Number(pid) === process.pid) return true;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ESRCH';
  }
}
