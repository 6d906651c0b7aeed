import type { Instant } from './topic.ts';

/** The calendar: fixed by `AS_OF`, injected in tests. Leases, time-outs and rate limits use real time instead. */
export interface Clock {
  now(): Instant;
}

/** Where this process stands among those that share the store. */
export interface Workplace {
  /** A name for a claim or a lease that no other has. */
  newHolder(): string;
  /** Whether a holder is gone for certain; `isOurs` knows the names that this very process uses now. */
  isGone(holder: string, isOurs: (holder: string) => boolean): boolean;
}

/** HTTP with manners: rate, tries, time and size limits are the implementation's. Throws `FetchFailure`. */
export interface Fetcher {
  fetch(request: FetchRequest): Promise<FetchedDocument>;
  /** For what is too big to hold: the body arrives in pieces, and a failure may come while it is read. */
  stream(request: FetchRequest): Promise<FetchedStream>;
  /** What all calls so far cost; callers compare two readings. */
  readonly traffic: Readonly<Traffic>;
}

export interface Traffic {
  requests: number;
  retries: number;
  bytes: number;
}

export interface FetchRequest {
  url: string;
  method?: 'GET' | 'POST';
  /** JSON parts of a multipart form, each sent as a file part typed `application/json` (PORTAL-CONTRACT §2.1). */
  parts?: Record<string, unknown>;
  accept?: string;
  /** The body must be JSON: HTML and cut JSON are tried again, and the parsed value is handed out. */
  json?: boolean;
  maxBytes: number;
  /** How long a stream may last as a whole; without it the fetcher's own patience. */
  streamMs?: number;
  /** Validators of an earlier answer, for a conditional GET. */
  etag?: string | null;
  lastModified?: string | null;
  signal?: AbortSignal;
}

export interface FetchedHead {
  url: string;
  /** 200, or 304 where the validators still hold. */
  status: number;
  contentType: string | null;
  etag: string | null;
  lastModified: string | null;
}

export interface FetchedDocument extends FetchedHead {
  body: Uint8Array;
  /** The parsed body, where the request asked for JSON and the status is not 304. */
  json?: unknown;
}

export interface FetchedStream extends FetchedHead {
  chunks: AsyncIterable<Uint8Array>;
}

export interface Logger {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

export interface Mailer {
  /**
   * `handOver` is awaited at the last moment at which nothing can have been accepted yet, and sending goes no further where
   * it fails. A mailer whose service knows a repeated message id by itself need not ask.
   */
  send(mail: OutgoingMail, handOver?: () => Promise<void>): Promise<MailReceipt>;
}

export interface OutgoingMail {
  to: string;
  subject: string;
  text: string;
  html: string;
  headers: Record<string, string>;
  messageId: string;
}

/** `doubtful`: all was handed over and no answer came, so that it may have been accepted. */
export type MailReceipt = { outcome: 'sent' } | { outcome: 'retry' | 'bounced' | 'doubtful'; reason: string };

/** Knocks at a partner's door. Redirects are never followed, private addresses refused after the name was resolved. */
export interface WebhookSender {
  send(request: { url: string; headers: Record<string, string>; body: string }): Promise<WebhookAnswer>;
  /** Whether private addresses are allowed here (tests, a partner within the same network). */
  readonly allowsPrivate: boolean;
}

/** `status` null = no answer; `fault` says why. */
export type WebhookAnswer = { status: number; fault: null } | { status: null; fault: string };
