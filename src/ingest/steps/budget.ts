import type { Traffic } from '../../domain/ports.ts';

/** Says when a step has done enough; asked where the work can be left. */
export interface Budget {
  isUsed(): boolean;
}

/** What a store has been asked so far. */
export interface Meter {
  readonly queries: number;
}

/**
 * What one step may use before it looks for a place to stop. A Worker has 1,000 queries and 30 s of CPU an invocation; its
 * clock stands still while it computes, so queries and bytes stand for the time (measured: CAPACITY.md in src/worker).
 */
export const STEP_LIMITS: StepLimits = { queries: 450, bytes: 24_000_000, requests: 250 };

export interface StepLimits {
  queries: number;
  bytes: number;
  requests: number;
}

/** Counts from where the meters stand now. */
export function stepBudget(meter: Meter, traffic: Readonly<Traffic>, limits = STEP_LIMITS): Budget {
  const from = { queries: meter.queries, bytes: traffic.bytes, requests: traffic.requests };
  return {
    isUsed: () =>
      meter.queries - from.queries >= limits.queries ||
      traffic.bytes - from.bytes >= limits.bytes ||
      traffic.requests - from.requests >= limits.requests,
  };
}

/** Thrown where work is left to be taken up by the next step. No error: whoever started the step catches it. */
export class Pause extends Error {
  override readonly name = 'Pause';
}
