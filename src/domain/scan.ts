import type { Instant, TopicKind } from './topic.ts';

/**
 * Why a reading does not prove completeness. Each reason is a name that people, tests and the page *Fonti* share.
 * Source of the list: PORTAL-CONTRACT §2.2–2.8 and §7, DESIGN "Scan certificate".
 */
export const SCAN_REASONS = [
  'unreachable', // the page used up its tries
  'time-out',
  'http-error',
  'html-instead-of-json',
  'cut-json',
  'unexpected-shape',
  'page-size-ignored',
  'empty-answer',
  'too-large',
  'total-drift', // totalResults changed within a pass
  'incomplete', // fewer unique keys than totalResults
  'passes-disagree',
  'control-count-differs', // sorted and unsorted totals differ: the sort dropped rows
  'row-outside-query', // a returned row is not of what was asked
  'warnings',
  'type-vanished',
  'level-changed', // ±30 % against the last certified scan of that type
  'interrupted',
  'cut-archive',
  'columns-missing',
] as const;
export type ScanReason = (typeof SCAN_REASONS)[number];

export type ScanVerdict = 'certified' | 'failed';

/** The verdict on one kind of row; a certified kind may count absences although another failed. */
export interface KindCertificate {
  kind: TopicKind | 'all';
  verdict: ScanVerdict;
  reasons: { reason: ScanReason; detail: string }[];
  passes: number;
  pages: number;
  totalStated: number | null;
  uniqueKeys: number;
  repeated: number;
  /** SHA-256 over the sorted unique keys of the concordant passes; null where none agreed. */
  keysHash: string | null;
  /** The level of the last certified scan that the ±30 % rule compared with. */
  baseline: number | null;
}

/** Proof that one reading of a source was complete, or why it was not. The scan's verdict is the worst of its kinds. */
export interface ScanCertificate {
  source: string;
  archive: string | null;
  startedAt: Instant;
  finishedAt: Instant;
  verdict: ScanVerdict;
  reasons: string[];
  kinds: KindCertificate[];
  requests: number;
  retries: number;
  bytes: number;
}

export interface ScanCounts {
  topics: number;
  added: number;
  changed: number;
  unchanged: number;
  withdrawn: number;
  issues: number;
}
