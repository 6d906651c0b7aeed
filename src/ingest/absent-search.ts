import type { readMaybeLive } from '../../db/repositories/live-topics.ts';
import type { TopicKey } from '../domain/topic.ts';

/** A live topic that a complete list does not name. */
export type Absent = Awaited<ReturnType<typeof readMaybeLive>>[number];

export interface Missing {
  keys: TopicKey[];
  /** How many of them are missing for the third time. */
  withdrawn: number;
}

/** A search for the absent that can be left between two of them. Plain JSON. */
export interface AbsentSearch {
  /** Whom to look for; null before the catalogue was asked. */
  absent: TopicKey[] | null;
  /** How many of them were asked for by name, and whom that found. */
  asked: number;
  found: TopicKey[];
  /** How many of the others were looked at. */
  looked: number;
  /** How many files of bundled topics were asked for. */
  bundledFiles: number;
  missing: Missing;
}

export const beginAbsentSearch = (): AbsentSearch => ({
  absent: null,
  asked: 0,
  found: [],
  looked: 0,
  bundledFiles: 0,
  missing: { keys: [], withdrawn: 0 },
});
