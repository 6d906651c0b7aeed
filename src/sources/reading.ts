import type { ScanReason } from '../domain/scan.ts';
import type { TopicKey, TopicKind } from '../domain/topic.ts';

/** One row of a source's list, with what the engine must know of it; the mapping reads the payload. */
export interface SourceRow {
  kind: TopicKind;
  key: TopicKey;
  reference: string;
  /** By what the source is asked for this row again. */
  name: string;
  /** The row as received. */
  payload: unknown;
}

export interface PassPage {
  rows: SourceRow[];
  /** Pages of the whole pass, as far as is known. */
  pages: number;
  /** Rows of the whole pass, as the source states it. */
  total: number;
  problems: PassProblem[];
}

/** Why a page does not prove what it should; `fatal` = reading on would be pointless. */
export interface PassProblem {
  reason: ScanReason;
  detail: string;
  fatal: boolean;
}

export type DetailsAnswer =
  | { outcome: 'found'; payload: unknown; body: Uint8Array; etag: string | null; lastModified: string | null }
  | { outcome: 'unchanged' }
  | { outcome: 'absent' };

/** One reading of a source by the engine. Every method throws `FetchFailure` when the source does not answer. */
export interface Reading {
  kinds: readonly TopicKind[];
  /** How many rows of a kind there are, asked without the sort: a sort can drop rows. */
  count(kind: TopicKind): Promise<number>;
  /** All rows of a kind, page by page: `full` rows, or rows with no more than their identity. */
  pass(kind: TopicKind, depth: 'full' | 'keys'): AsyncIterable<PassPage>;
  /** Full rows, in whatever language, of a kind's topics that the passes do not list. */
  otherLanguages(kind: TopicKind, listed: readonly string[]): AsyncIterable<PassPage>;
  /** Full rows by name, whatever their status. */
  byName(kind: TopicKind, names: readonly string[]): Promise<SourceRow[]>;
  /** The details file of a topic. */
  details(identifier: string, validators: { etag: string | null; lastModified: string | null }): Promise<DetailsAnswer>;
  detailsUrl(identifier: string): string;
}
