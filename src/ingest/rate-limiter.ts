/** Lets tasks through at a pace. `run` resolves with the task's own outcome. */
export interface Limiter {
  run<T>(task: () => Promise<T>): Promise<T>;
}

export interface Pace {
  inFlight: number;
  perSecond: number;
}

/** Real time, injectable for the limiter's own test. */
export interface Timers {
  now(): number;
  sleep(ms: number): Promise<void>;
}

export const realTimers: Timers = {
  now: () => performance.now(),
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
};

/** At most so many tasks at once, and starts at least 1/perSecond apart, in the order of asking. */
export function createRateLimiter({ inFlight, perSecond }: Pace, timers: Timers = realTimers): Limiter {
  const gapMs = 1000 / perSecond;
  const waiting: (() => void)[] = [];
  let running = 0;
  let nextStart = 0;

  async function takeSlot(): Promise<void> {
    if (running >= inFlight) await new Promise<void>((resolve) => waiting.push(resolve));
    else running += 1;
    const now = timers.now();
    const start = Math.max(now, nextStart);
    nextStart = start + gapMs;
    if (start > now) await timers.sleep(start - now);
  }

  /** A slot passes from hand to hand while somebody waits, so `running` counts it once. */
  function freeSlot(): void {
    const next = waiting.shift();
    if (next === undefined) running -= 1;
    else next();
  }

  return {
    async run(task) {
      await takeSlot();
      try {
        return await task();
      } finally {
        freeSlot();
      }
    },
  };
}

/** For benchmarks and tests: nobody waits. */
export const unlimited: Limiter = { run: (task) => task() };
