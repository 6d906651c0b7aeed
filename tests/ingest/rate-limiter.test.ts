import { describe, expect, it } from 'vitest';
import { createRateLimiter, type Timers } from '../../src/ingest/rate-limiter.ts';

/** A clock that moves only when somebody sleeps. */
function fakeTimers(): Timers & { ms: number } {
  const timers = {
    ms: 0,
    now: () => timers.ms,
    sleep: async (ms: number) => {
      timers.ms += ms;
    },
  };
  return timers;
}

describe('the rate limiter', () => {
  it('starts at most four tasks a second', async () => {
    const timers = fakeTimers();
    const limiter = createRateLimiter({ inFlight: 2, perSecond: 4 }, timers);
    const starts: number[] = [];
    for (let i = 0; i < 9; i += 1) await limiter.run(async () => starts.push(timers.now()));
    expect(starts).toEqual([0, 260, 520, 780, 1040, 1300, 1560, 1820, 2080]);
  });

  it('counts a request that a task under way starts', async () => {
    const timers = fakeTimers();
    const limiter = createRateLimiter({ inFlight: 1, perSecond: 4 }, timers);
    const starts: number[] = [];
    await limiter.run(async () => {
      starts.push(timers.now());
      await limiter.pace();
      starts.push(timers.now());
    });
    await limiter.run(async () => starts.push(timers.now()));
    expect(starts).toEqual([0, 260, 520]);
  });

  it('keeps the distance also after the process was busy and woke late', async () => {
    const timers = fakeTimers();
    const limiter = createRateLimiter({ inFlight: 2, perSecond: 4 }, { ...timers, now: () => timers.ms, sleep });
    let naps = 0;
    async function sleep(ms: number): Promise<void> {
      naps += 1;
      timers.ms += naps === 1 ? 900 : ms;
    }
    const starts: number[] = [];
    for (let i = 0; i < 4; i += 1) await limiter.run(async () => starts.push(timers.ms));
    expect(starts).toEqual([0, 900, 1160, 1420]);
  });

  it('keeps at most two in flight, in the order of asking, and frees the slot of a task that fails', async () => {
    const limiter = createRateLimiter({ inFlight: 2, perSecond: 1e6 });
    let running = 0;
    let most = 0;
    const order: number[] = [];
    const task = (id: number) => async () => {
      running += 1;
      most = Math.max(most, running);
      order.push(id);
      await new Promise((resolve) => setTimeout(resolve, 40));
      running -= 1;
      if (id % 2 === 0) throw new Error('odd');
    };
    await Promise.allSettled([1, 2, 3, 4, 5, 6, 7].map((id) => limiter.run(task(id))));
    expect(most).toBe(2);
    expect(order).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });
});
