import { FetchFailure } from '../domain/fetch-failure.ts';
import type { FetchRequest, Traffic } from '../domain/ports.ts';
import { followRedirects } from './follow-redirects.ts';
import type { HttpFetch, HttpInit } from './http-fetch.ts';
import { type RetryPolicy, retryAfter } from './retry-policy.ts';

/** A failure whose answer asked for a pause. */
export type PausedFailure = FetchFailure & { retryAfterMs?: number };

/** One try: a time limit to the first byte, another for the rest, and a cap on the bytes. */
export class Exchange {
  private readonly controller = new AbortController();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private late = '';
  private readonly endsAt: number;
  private readonly stop = () => this.controller.abort();

  constructor(
    private readonly http: HttpFetch,
    private readonly request: FetchRequest,
    private readonly policy: RetryPolicy,
    private readonly leftMs: number,
    private readonly traffic: Traffic,
    private readonly beforeHop: () => Promise<void>,
  ) {
    this.endsAt = performance.now() + leftMs;
  }

  async open(init: Omit<HttpInit, 'signal'>): Promise<Response> {
    const { signal } = this.request;
    signal?.throwIfAborted();
    signal?.addEventListener('abort', this.stop, { once: true });
    this.limit(Math.min(this.policy.firstByteMs, this.leftMs), 'sent no first byte');
    const question = { ...init, signal: this.controller.signal };
    const response = await this.guarded(followRedirects(this.http, this.request.url, question, this.beforeHop));
    try {
      this.check(response);
    } catch (error) {
      this.end();
      throw error;
    }
    return response;
  }

  async readAll(response: Response, maxBytes: number): Promise<Uint8Array> {
    const chunks: Uint8Array[] = [];
    let length = 0;
    // Counted from the beginning of the try: a body that drips a few bytes a second would otherwise never end.
    for await (const chunk of this.read(response, maxBytes, () => this.endsAt - performance.now())) {
      chunks.push(chunk);
      length += chunk.length;
    }
    const body = new Uint8Array(length);
    let at = 0;
    for (const chunk of chunks) {
      body.set(chunk, at);
      at += chunk.length;
    }
    return body;
  }

  pieces(response: Response, maxBytes: number): AsyncIterable<Uint8Array> {
    const endsAt = performance.now() + (this.request.streamMs ?? this.policy.streamMs);
    return this.read(response, maxBytes, () => Math.min(this.policy.idleMs, endsAt - performance.now()));
  }

  private async *read(response: Response, maxBytes: number, allowedMs: () => number): AsyncGenerator<Uint8Array> {
    const reader = response.body?.getReader();
    if (reader === undefined) return this.end(true);
    let length = 0;
    let ended = false;
    try {
      for (;;) {
        const piece = await this.guarded(reader.read());
        ended = piece.done;
        if (piece.done || piece.value === undefined) return;
        this.limit(Math.max(1, allowedMs()), 'stopped in the middle of its answer');
        length += piece.value.length;
        this.traffic.bytes += piece.value.length;
        if (length > maxBytes) {
          throw new FetchFailure('too-large', `${this.request.url} sent more than ${maxBytes} bytes`, response.status);
        }
        yield piece.value;
      }
    } finally {
      this.end(ended);
      void reader.cancel().catch(() => undefined); // not awaited: a stuck body never answers
    }
  }

  private check(response: Response): void {
    const { url } = this.request;
    if (response.status === 200 || response.status === 304) return;
    const failure: PausedFailure = new FetchFailure(
      'http-error',
      `${url} answered HTTP ${response.status}`,
      response.status,
    );
    const pause = retryAfter(response.headers.get('retry-after'), Date.now());
    if (pause !== null) failure.retryAfterMs = pause;
    throw failure;
  }

  private limit(ms: number, what: string): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.late = what;
      this.controller.abort();
    }, ms);
  }

  /** Also ends what does not listen to its abort signal (an injected fetch, a reader that hangs). */
  private async guarded<T>(work: Promise<T>): Promise<T> {
    const { signal } = this.controller;
    let onAbort = () => undefined as unknown;
    const aborted = new Promise<never>((_, reject) => {
      onAbort = () => reject(this.abortReason());
      if (signal.aborted) onAbort();
      signal.addEventListener('abort', onAbort, { once: true });
    });
    try {
      return await Promise.race([work, aborted]);
    } catch (error) {
      const reason = this.controller.signal.aborted ? this.abortReason() : error;
      this.end();
      throw reason;
    } finally {
      signal.removeEventListener('abort', onAbort);
    }
  }

  private abortReason(): unknown {
    if (this.late !== '') return new FetchFailure('time-out', `${this.request.url} ${this.late} in time`);
    return this.request.signal?.reason ?? new Error('aborted');
  }

  /** Nothing more is wanted; unless all of it has come, the connection is let go. */
  end(hasEnded = false): void {
    clearTimeout(this.timer);
    this.request.signal?.removeEventListener('abort', this.stop);
    if (!hasEnded && !this.controller.signal.aborted) this.controller.abort();
  }
}
