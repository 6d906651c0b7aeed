import type { Issue } from '../domain/issue.ts';
import type { ScanReason } from '../domain/scan.ts';
import type { Day, SubmissionStatus, TopicKey, TopicKind } from '../domain/topic.ts';

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

/** A row that lacks what its kind is keyed or sorted by; it stands among the rows as well where its reference is key enough. */
export interface KeylessRow {
  reference: string;
  /** What it lacks. */
  field: string;
  /** What it says it is, for a person who looks for it. */
  title: string | null;
}

export interface PassPage {
  rows: SourceRow[];
  keyless: KeylessRow[];
  /** Pages of the whole pass, as far as is known. */
  pages: number;
  /** Rows of the whole pass, as the source states it. */
  total: number;
  problems: PassProblem[];
  /** Where the pass goes on after this page; null after its last one. */
  next: PassPlace | null;
}

/** Where a pass that was left goes on: JSON that only its source reads. */
export type PassPlace = { readonly page: number } & Readonly<Record<string, unknown>>;

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

/** What a second list of the source says of a topic. */
export interface ListedElsewhere {
  identifier: string;
  ccm2Id: string | null;
  status: SubmissionStatus | null;
  deadlineDays: Day[];
}

export interface SecondList {
  url: string;
  /** Null where the list has not changed since the validators were given. */
  items: AsyncIterable<ListedElsewhere> | null;
  etag: string | null;
  lastModified: string | null;
}

/** What of a stored topic tells how its source names it. */
export interface NamedTopic {
  key: TopicKey;
  identifier: string;
  callIdentifier: string | null;
  url: string | null;
}

/** One reading of a source by the engine. Every method throws `FetchFailure` when the source does not answer. */
export interface Reading {
  kinds: readonly TopicKind[];
  /** How many rows of a kind there are, asked without the sort: a sort can drop rows. */
  count(kind: TopicKind): Promise<number>;
  /**
   * All rows of a kind, page by page: `full` rows, or rows with no more than their identity. From a place that an earlier
   * page gave, it goes on as if it had never been left.
   */
  pass(kind: TopicKind, depth: 'full' | 'keys', from?: PassPlace): AsyncIterable<PassPage>;
  /** Full rows that the sort left out because they lack its field; with a problem where it was not for that. */
  unsorted(kind: TopicKind, listed: readonly string[]): AsyncIterable<PassPage>;
  /** Full rows, in whatever language, of a kind's topics that the passes do not list. */
  otherLanguages(kind: TopicKind, listed: readonly string[]): AsyncIterable<PassPage>;
  /** Full rows by name, whatever their status. */
  byName(kind: TopicKind, names: readonly string[]): Promise<SourceRow[]>;
  /** The names under which a stored topic may be found; what else they find is of other topics. */
  namesOf(kind: TopicKind, topic: NamedTopic): readonly string[];
  /** The details file of a topic. */
  details(identifier: string, validators: { etag: string | null; lastModified: string | null }): Promise<DetailsAnswer>;
  detailsUrl(identifier: string): string;
  readonly secondListUrl: string;
  /** The source's other list, to check the first one against. */
  secondList(validators: { etag: string | null; lastModified: string | null }): Promise<SecondList>;
  /** Codes that the source uses and our tables lack. */
  unknownCodes(): Promise<Issue[]>;
}
