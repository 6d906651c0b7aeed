/** So many requests in so many seconds; the whole number may come at once. */
export interface Rate {
  requests: number;
  seconds: number;
}

export interface Ticket {
  granted: boolean;
  limit: number;
  remaining: number;
  /** Seconds until such a request is granted, where this one was not; else until the bucket is full again. */
  resetSeconds: number;
}

interface Bucket {
  tokens: number;
  at: number;
}

const MOST_BUCKETS = 10_000;

/** Token buckets by name, in the memory of this process: several processes grant so much each. */
export class TokenBuckets {
  readonly #buckets = new Map<string, Bucket>();

  constructor(readonly now: () => number = () => performance.now()) {}

  /** `cost`: what the request is worth, in requests. */
  take(name: string, { requests, seconds }: Rate, cost = 1): Ticket {
    const perSecond = requests / seconds;
    const now = this.now();
    const known = this.#buckets.get(name) ?? { tokens: requests, at: now };
    const tokens = Math.min(requests, known.tokens + ((now - known.at) / 1000) * perSecond);
    const granted = tokens >= cost;
    const left = granted ? tokens - cost : tokens;
    this.#keep(name, { tokens: left, at: now });
    const wanted = granted ? requests : cost;
    return {
      granted,
      limit: requests,
      remaining: Math.floor(left),
      resetSeconds: Math.ceil((wanted - left) / perSecond),
    };
  }

  /** The longest unused goes when there are too many: who floods with names gains a full bucket, nobody else loses. */
  #keep(name: string, bucket: Bucket): void {
    this.#buckets.delete(name);
    this.#buckets.set(name, bucket);
    const [oldest] = this.#buckets.keys();
    if (this.#buckets.size > MOST_BUCKETS && oldest !== undefined) this.#buckets.delete(oldest);
  }
}
