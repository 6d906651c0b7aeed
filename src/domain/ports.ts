import type { Instant } from './topic.ts';

/** The calendar: fixed by `AS_OF`, injected in tests. Leases, time-outs and rate limits use real time instead. */
export interface Clock {
  now(): Instant;
}

/** One HTTP exchange, policies (rate, tries, caps) included by the implementation. Throws `FetchFailure`. */
export interface Fetcher {
  fetch(request: FetchRequest): Promise<FetchedDocument>;
}

export interface FetchRequest {
  url: string;
  method?: 'GET' | 'POST';
  /** JSON parts of a multipart form, each sent as a file part typed `application/json` (PORTAL-CONTRACT §2.1). */
  parts?: Record<string, unknown>;
  accept?: string;
  maxBytes: number;
  /** Validators of an earlier answer, for a conditional GET. */
  etag?: string | null;
  lastModified?: string | null;
}

export interface FetchedDocument {
  url: string;
  /** 200, or 304 where the validators still hold. */
  status: number;
  body: Uint8Array;
  contentType: string | null;
  etag: string | null;
  lastModified: string | null;
}

export interface Logger {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

export interface Mailer {
  send(mail: OutgoingMail): Promise<MailReceipt>;
}

export interface OutgoingMail {
  to: string;
  subject: string;
  text: string;
  html: string;
  headers: Record<string, string>;
  messageId: string;
}

export type MailReceipt = { outcome: 'sent' } | { outcome: 'retry' | 'bounced'; reason: string };
