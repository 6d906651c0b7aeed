import { hasCertifiedScan, startScan } from '../../db/repositories/scans.ts';
import { readKnownTopics } from '../../db/repositories/topics-write.ts';
import type { Db } from '../../db/store.ts';
import type { Clock, Fetcher, Logger } from '../domain/ports.ts';
import type { OpenOptions, Source } from '../sources/registry.ts';
import { Progress } from './progress.ts';
import type { ScanContext } from './scan-context.ts';

export interface ScanOptions {
  db: Db;
  clock: Clock;
  log: Logger;
  fetcher: Fetcher;
  endpoints: OpenOptions['endpoints'];
  source: Source;
  archive: string | null;
  signal?: AbortSignal;
  onStored?: ScanContext['onStored'];
}

/** Begins a scan, or opens one again that was left: its row stands in the store, and the catalogue as it is now is known. */
export async function openScan(
  { db, clock, log, fetcher, endpoints, source, archive, signal, onStored }: ScanOptions,
  left?: Pick<ScanContext, 'id' | 'at' | 'hasBaseline' | 'detailsDown' | 'counts'>,
): Promise<ScanContext> {
  const at = left?.at ?? clock.now();
  const hasBaseline = left?.hasBaseline ?? (await hasCertifiedScan(db, source.card.id));
  const id = left?.id ?? (await startScan(db, { source: source.card.id, archive, startedAt: at }));
  const reading = source.open({ fetcher, endpoints, archive, ...(signal ? { signal } : {}) });
  return {
    id,
    source: source.card.id,
    archive,
    at,
    db,
    log,
    reading,
    mapping: source.mapping,
    progress: new Progress(db, log, source.card.id),
    known: await readKnownTopics(db),
    hasBaseline,
    detailsDown: left?.detailsDown ?? false,
    counts: left?.counts ?? { topics: 0, added: 0, changed: 0, unchanged: 0, withdrawn: 0, issues: 0 },
    changedKeys: new Set(),
    ...(onStored ? { onStored } : {}),
    mayPause: async () => undefined,
  };
}
