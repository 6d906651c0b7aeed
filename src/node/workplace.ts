import { hostname } from 'node:os';
import type { Workplace } from '../domain/ports.ts';

/** A process of this machine: its number tells whether it still runs, so that what a killed one held is free at once. */
export const nodeWorkplace: Workplace = {
  newHolder: () => `${hostname()}:${process.pid}:${crypto.randomUUID()}`,

  isGone(holder, isOurs) {
    const [host, pid] = holder.split(':');
    if (host !== hostname() || !/^\d+$/.test(pid ?? '')) return false;
    // Our own number under another name: a container that started again with the same one.
    if (Number(pid) === process.pid) return !isOurs(holder);
    try {
      process.kill(Number(pid), 0);
      return false;
    } catch (error) {
      return error instanceof Error && 'code' in error && error.code === 'ESRCH';
    }
  },
};
