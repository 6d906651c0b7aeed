import type { KnownTopic } from '../../db/repositories/topics-write.ts';
import type { Db } from '../../db/store.ts';
import type { Logger } from '../domain/ports.ts';
import type { ScanCounts } from '../domain/scan.ts';
import type { Instant, TopicKey } from '../domain/topic.ts';
import type { Mapping } from '../sources/mapping.ts';
import type { Reading } from '../sources/reading.ts';
import type { FreshTopic } from './fresh-topic.ts';
import type { Progress } from './progress.ts';

/** One running scan: what it may use and what it has gathered. Every stored time of a scan is the instant of its start. */
export interface ScanContext {
  id: number;
  source: string;
  archive: string | null;
  at: Instant;
  db: Db;
  log: Logger;
  reading: Reading;
  mapping: Mapping;
  progress: Progress;
  /** The catalogue as the scan finds it, kept in step with what it writes. */
  known: Map<TopicKey, KnownTopic>;
  /** False until a scan of the source was certified: until then snapshot topics are adopted without a word. */
  hasBaseline: boolean;
  /** Set when the details host stops answering: the scan goes on without it. */
  detailsDown: boolean;
  counts: ScanCounts;
  /** Topics that are new or whose scored text changed. */
  changedKeys: Set<TopicKey>;
  /** Called after each write with the topics whose scored text is new: so they need not be read again to be scored. */
  onStored?: (topics: readonly FreshTopic[]) => Promise<void>;
  /** Called where a scan can be left and taken up again; throws `Pause` where this one has to be (steps/). */
  mayPause(): Promise<void>;
}
