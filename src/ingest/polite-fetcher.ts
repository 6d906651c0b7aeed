import { FetchFailure } from '../domain/fetch-failure.ts';
import type { FetchedDocument, FetchedHead, FetchedStream, Fetcher, FetchRequest, Traffic } from '../domain/ports.ts';
import { Exchange, type PausedFailure } from './exchange.ts';
import type { HttpFetch, HttpInit } from './http-fetch.ts';
import { type EncodedBody, encodeParts } from './multipart.ts';
import { createRateLimiter, type Limiter, realTimers, type Timers } from './rate-limiter.ts';
import { readJson } from './read-json.ts';
import { backOff, POLITE, type RetryPolicy, worthRetrying } from './retry-policy.ts';

export interface PoliteFetcherOptions {
  http?: HttpFetch;
  version: string;
  /** Mail address that a webmaster can write to. */
  contact?: string | undefined;
  limiter?: Limiter;
  policy?: Partial<RetryPolicy>;
  /** Pauses between tries; the time-outs themselves always use real time. */
  timers?: Timers;
  random?: () => number;
}

/** Reads public portals with an honest name, a slow hand, patience, and an end to it. */
export function createPoliteFetcher(options: PoliteFetcherOptions): Fetcher {
  return new PoliteFetcher(options);
}

class PoliteFetcher implements Fetcher {
  readonly traffic: Traffic = { requests: 0, retries: 0, bytes: 0 };
  private readonly http: HttpFetch;
  private readonly limiter: Limiter;
  private readonly policy: RetryPolicy;
  private readonly timers: Timers;
  private readonly random: () => number;
  private readonly userAgent: string;

  constructor(options: PoliteFetcherOptions) {
    this.http = options.http ?? ((url, init) => fetch(url, init));
    this.limiter = options.limiter ?? createRateLimiter({ inFlight: 2, perSecond: 4 });
    this.policy = { ...POLITE, ...options.policy };
    this.timers = options.timers ?? realTimers;
    this.random = options.random ?? Math.random;
    this.userAgent = `Bandolo/${options.version} (+${options.contact ?? 'no contact given: set COLLECT_CONTACT'})`;
  }

  async fetch(request: FetchRequest): Promise<FetchedDocument> {
    const form = request.parts === undefined ? null : await encodeParts(request.parts);
    return this.withTries(request, async (exchange) => {
      const response = await exchange.open(this.init(request, form));
      const head = headOf(response, request);
      if (head.status === 304) {
        exchange.end();
        return { ...head, body: new Uint8Array(0) };
      }
      const body = await exchange.readAll(response, request.maxBytes);
      if (request.json !== true) return { ...head, body };
      return { ...head, body, json: readJson(body, head.contentType, request.url) };
    });
  }

  /** Tries cover the way to the first byte; a body that breaks later fails while it is read. */
  async stream(request: FetchRequest): Promise<FetchedStream> {
    return this.withTries(request, async (exchange) => {
      const response = await exchange.open(this.init(request, null));
      const head = headOf(response, request);
      if (head.status !== 304) return { ...head, chunks: exchange.pieces(response, request.maxBytes) };
      exchange.end();
      return { ...head, chunks: none() };
    });
  }

  private init(request: FetchRequest, form: EncodedBody | null): Omit<HttpInit, 'signal'> {
    const headers: Record<string, string> = {
      'user-agent': this.userAgent,
      accept: request.accept ?? 'application/json',
    };
    if (form !== null) headers['content-type'] = form.contentType;
    if (request.etag) headers['if-none-match'] = request.etag;
    if (request.lastModified) headers['if-modified-since'] = request.lastModified;
    const method = request.method ?? (form === null ? 'GET' : 'POST');
    return { method, headers, redirect: 'manual', ...(form === null ? {} : { body: form.body }) };
  }

  private async hop(): Promise<void> {
    await this.limiter.pace();
    this.traffic.requests += 1;
  }

  private async withTries<T>(request: FetchRequest, attempt: (exchange: Exchange) => Promise<T>): Promise<T> {
    let endsAt: number | null = null;
    for (let tried = 1; ; tried += 1) {
      try {
        return await this.limiter.run(() => {
          endsAt ??= performance.now() + this.policy.requestMs;
          this.traffic.requests += 1;
          const leftMs = Math.max(1, endsAt - performance.now());
          return attempt(new Exchange(this.http, request, this.policy, leftMs, this.traffic, () => this.hop()));
        });
      } catch (error) {
        const failure = asFailure(error, request);
        const wait = (failure as PausedFailure).retryAfterMs ?? backOff(this.policy, tried, this.random);
        const leftMs = (endsAt ?? performance.now()) - performance.now();
        if (!worthRetrying(failure) || tried >= this.policy.tries || wait >= leftMs) throw givenUp(failure, tried);
        if (request.signal?.aborted === true) throw failure;
        this.traffic.retries += 1;
        await this.timers.sleep(wait, request.signal);
      }
    }
  }
}

function headOf(response: Response, request: FetchRequest): FetchedHead {
  return {
    url: response.url === '' ? request.url : response.url,
    status: response.status,
    contentType: response.headers.get('content-type'),
    etag: response.headers.get('etag'),
    lastModified: response.headers.get('last-modified'),
  };
}

/** Network errors hide their cause one level down (`fetch failed` ← ECONNREFUSED). */
function asFailure(error: unknown, request: FetchRequest): FetchFailure {
  if (error instanceof FetchFailure) return error;
  if (request.signal?.aborted === true) return new FetchFailure('interrupted', `reading ${request.url} was stopped`);
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return new FetchFailure(
    'unreachable',
    `${request.url} could not be reached: ${cause instanceof Error ? cause.message : String(cause)}`,
  );
}

function givenUp(failure: FetchFailure, tried: number): FetchFailure {
  if (tried === 1) return failure;
  return new FetchFailure(failure.reason, `${failure.message} (${tried} tries)`, failure.status);
}

async function* none(): AsyncGenerator<Uint8Array> {}
