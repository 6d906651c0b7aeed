/** Lets tasks through at a pace. `run` resolves with the task's own outcome. */
export interface Limiter {
  run<T>(task: () => Promise<T>): Promise<T>;
  /** For a task under way that starts another request: its turn in the pace, within its own slot. */
  pace(): Promise<void>;
}

export interface Pace {
  inFlight: number;
  perSecond: number;
}

/** Real time, injectable for the limiter's own test. */
export interface Timers {
  now(): number;
  /** Ends early, and in peace, when the signal fires. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

export const realTimers: Timers = {
  now: () => performance.now(),
  sleep: (ms, signal) =>
    new Promise((resolve) => {
      const end = () => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', end);
        resolve();
      };
      const timer = setTimeout(end, ms);
      signal?.addEventListener('abort', end, { once: true });
    }),
};

/** Requests arrive a few milliseconds sooner or later than they left; the server's second must not hold one too many. */
const MARGIN_MS = 10;

/** At most so many tasks at once, and starts at least 1/perSecond apart, in the order of asking. */
export function createRateLimiter({ inFlight, perSecond }: Pace, timers: Timers = realTimers): Limiter {
  const gapMs = 1000 / perSecond + MARGIN_MS;
  const waiting: (() => void)[] = [];
  let running = 0;
  let nextStart = 0;
  let turn = Promise.resolve();

  async function takeSlot(): Promise<void> {
    if (running >= inFlight) await new Promise<void>((resolve) => waiting.push(resolve));
    else running += 1;
    await pace();
  }

  async function pace(): Promise<void> {
    turn = turn.then(start);
    await turn;
  }

  /** Counted from when a task really started: after a long computation two that should have waited would go together. */
  async function start(): Promise<void> {
    const wait = nextStart - timers.now();
    if (wait > 0) await timers.sleep(wait);
    nextStart = timers.now() + gapMs;
  }

  /** A slot passes from hand to hand while somebody waits, so `running` counts it once. */
  function freeSlot(): void {
    const next = waiting.shift();
    if (next === undefined) running -= 1;
    else next();
  }

  return {
    pace,
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
export const unlimited: Limiter = { run: (task) => task(), pace: async () => undefined };
