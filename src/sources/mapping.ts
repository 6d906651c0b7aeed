import type { Mapped } from './source.ts';

/** What the engine asks of a source's pure side. Payloads are raw documents as received. */
export interface Mapping {
  /** Hash of a row as far as it speaks of the topic; the same hash is not parsed again. */
  hashRow(row: unknown): string;
  /** Of two rows of one topic the one to keep. */
  preferRow(a: unknown, b: unknown): unknown;
  /** Whether the row lacks what only the details file has. */
  needsDetails(row: unknown): boolean;
  map(documents: { row?: unknown; details?: unknown }): Mapped;
}
