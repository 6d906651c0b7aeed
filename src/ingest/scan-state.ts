import type { ScanLevel } from '../../db/repositories/levels.ts';
import type { FetchFailure } from '../domain/fetch-failure.ts';
import type { Traffic } from '../domain/ports.ts';
import type { KindCertificate, ScanCertificate } from '../domain/scan.ts';
import type { TopicKey } from '../domain/topic.ts';
import type { AbsentSearch } from './absent-search.ts';
import type { KindReading } from './read-kind.ts';

/** How far a scan is; a step that ends writes it down (steps/). */
export interface ScanState {
  kinds: KindCertificate[];
  levels: ScanLevel[];
  missing: TopicKey[];
  /** Set when the source stopped answering. */
  gaveUp: FetchFailure | null;
  /** The kind that is being read, or whose absent topics are being looked for. */
  current: KindReading | null;
  absent: { search: AbsentSearch; listed: Set<TopicKey> } | null;
  /** What the network cost before this step. */
  traffic: Traffic;
  /** The certificate stands; the cross-check is left. */
  certificate: ScanCertificate | null;
}

export const beginScan = (): ScanState => ({
  kinds: [],
  levels: [],
  missing: [],
  gaveUp: null,
  current: null,
  absent: null,
  traffic: { requests: 0, retries: 0, bytes: 0 },
  certificate: null,
});

/** What the network cost until a moment, and since. */
export function plusTraffic(until: Traffic, now: Traffic, then: Traffic): Traffic {
  return {
    requests: until.requests + now.requests - then.requests,
    retries: until.retries + now.retries - then.retries,
    bytes: until.bytes + now.bytes - then.bytes,
  };
}
