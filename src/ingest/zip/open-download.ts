import { setTimeout as sleep } from 'node:timers/promises';
import type { ScanReason } from '../../domain/scan.ts';

/** One large document, read as it comes. `Fetcher` hands over whole bodies and is for everything smaller. */
export type OpenDownload = (request: DownloadRequest) => Promise<Download>;

export interface DownloadRequest {
  url: string;
  /** Validators of an earlier reading, for a conditional GET. */
  etag: string | null;
  lastModified: string | null;
  maxBytes: number;
}

export interface Download {
  /** 304: what was read before still holds, and `body` is empty. */
  status: 200 | 304;
  etag: string | null;
  lastModified: string | null;
  /** Throws `DownloadError` where the connection breaks, goes quiet or brings more than `maxBytes`. */
  body: AsyncIterable<Uint8Array>;
  /** Requests made, the repeated ones included. */
  requests: number;
}

export class DownloadError extends Error {
  constructor(
    readonly reason: ScanReason,
    message: string,
  ) {
    super(message);
    this.name = 'DownloadError';
  }
}

export interface DownloadPolicy {
  userAgent: string;
  tries: number;
  /** The longest wait for the answer, and for each next chunk. */
  quietMs: number;
  /** Waits between tries, the last one repeated. */
  waitsMs: readonly number[];
}

export const DOWNLOAD_POLICY: DownloadPolicy = {
  userAgent: 'Bandolo (EU call tracker)',
  tries: 3,
  quietMs: 60_000,
  waitsMs: [2_000, 10_000],
};

/** An `OpenDownload` over `fetch`. Refusals that pass (429, 5xx, no connection) are tried again before the body begins. */
export function createDownload(policy: Partial<DownloadPolicy> = {}): OpenDownload {
  const settled = { ...DOWNLOAD_POLICY, ...policy };
  return async (request) => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return { ...(await open(request, settled)), requests: attempt };
      } catch (error) {
        if (!(error instanceof PassingRefusal)) throw error;
        if (attempt >= settled.tries)
          throw new DownloadError(error.reason, `${request.url}: ${error.message}, ${attempt} times`);
        await sleep(settled.waitsMs[Math.min(attempt, settled.waitsMs.length) - 1] ?? 0);
      }
    }
  };
}

class PassingRefusal extends Error {
  constructor(
    readonly reason: ScanReason,
    message: string,
  ) {
    super(message);
  }
}

async function open(request: DownloadRequest, policy: DownloadPolicy): Promise<Omit<Download, 'requests'>> {
  const alarm = quietAlarm(policy.quietMs);
  const response = await fetch(request.url, { headers: headersOf(request, policy), signal: alarm.signal }).catch(
    (error: unknown) => {
      throw alarm.rang()
        ? new PassingRefusal('time-out', `no answer within ${policy.quietMs} ms`)
        : new PassingRefusal('unreachable', said(error));
    },
  );
  if (response.status !== 200) alarm.stop();
  if (response.status === 429 || response.status >= 500)
    throw new PassingRefusal('http-error', `HTTP ${response.status}`);
  if (response.status !== 200 && response.status !== 304)
    throw new DownloadError('http-error', `${request.url}: HTTP ${response.status}`);
  return {
    status: response.status,
    etag: response.headers.get('etag'),
    lastModified: response.headers.get('last-modified'),
    body: response.status === 304 ? nothing() : chunks(response, request, alarm),
  };
}

function headersOf(request: DownloadRequest, policy: DownloadPolicy): Record<string, string> {
  return {
    'user-agent': policy.userAgent,
    accept: 'application/zip, application/octet-stream',
    ...(request.etag === null ? {} : { 'if-none-match': request.etag }),
    ...(request.lastModified === null ? {} : { 'if-modified-since': request.lastModified }),
  };
}

async function* chunks(
  response: Response,
  { url, maxBytes }: DownloadRequest,
  alarm: QuietAlarm,
): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  try {
    for await (const chunk of response.body ?? nothing()) {
      alarm.stop(); // while our side works, silence is ours
      bytes += chunk.length;
      if (bytes > maxBytes) throw new DownloadError('too-large', `${url}: more than ${maxBytes} bytes`);
      yield chunk;
      alarm.again();
    }
  } catch (error) {
    if (error instanceof DownloadError) throw error;
    throw alarm.rang()
      ? new DownloadError('time-out', `${url}: went quiet after ${bytes} bytes`)
      : new DownloadError('cut-archive', `${url}: the connection broke after ${bytes} bytes: ${said(error)}`);
  } finally {
    alarm.stop();
  }
}

type QuietAlarm = ReturnType<typeof quietAlarm>;

/** Aborts what nothing has come from for a while. */
function quietAlarm(quietMs: number) {
  const controller = new AbortController();
  let timer = setTimeout(() => controller.abort(), quietMs);
  const stop = () => clearTimeout(timer);
  return {
    signal: controller.signal,
    rang: () => controller.signal.aborted,
    stop,
    again: () => {
      stop();
      timer = setTimeout(() => controller.abort(), quietMs);
    },
  };
}

async function* nothing(): AsyncGenerator<Uint8Array> {}

function said(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message : error.message;
}
