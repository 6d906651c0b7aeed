import { invalid } from '../../domain/errors.ts';
import type { FreshTopic } from '../../ingest/fresh-topic.ts';
import { withLease } from '../../ingest/lease.ts';
import { type ScanResult, scanSource } from '../../ingest/scan-source.ts';
import { findSource, SOURCES, type Source } from '../../ingest/sources.ts';
import type { Deps } from '../deps.ts';

export interface CollectInput {
  /** A source's id; without it all daily sources are read. */
  source?: string | undefined;
  /** A closed archive to fill instead of the living stream. */
  archive?: string | undefined;
  signal?: AbortSignal | undefined;
  /** Called after each write with the topics whose score is missing or stale now. */
  onStored?: (topics: readonly FreshTopic[]) => Promise<void>;
}

/** Collecting needs no scorer and no city. */
export type CollectDeps = Pick<Deps, 'db' | 'clock' | 'log' | 'fetcher' | 'endpoints' | 'workplace'>;

export interface CollectResult {
  scans: ScanResult[];
}

export const COLLECT_LEASE = 'collect';

/** Reads the sources once now, certifies and stores. A failed scan is a result; only a running collect is an error. */
export async function collect({ deps, input }: { deps: CollectDeps; input: CollectInput }): Promise<CollectResult> {
  const sources = chosenSources(input);
  const { archive = null, onStored } = input;
  return withLease(deps, COLLECT_LEASE, async (lost) => {
    const signal = input.signal === undefined ? lost : AbortSignal.any([lost, input.signal]);
    const scans: ScanResult[] = [];
    for (const source of sources) {
      const scan = await scanSource({ ...deps, source, archive, signal, ...(onStored ? { onStored } : {}) });
      deps.log.info(
        { source: source.card.id, ...scan.counts, reasons: scan.certificate.reasons },
        `scan ${scan.certificate.verdict}`,
      );
      scans.push(scan);
    }
    return { scans };
  });
}

export const dailySources = (): readonly Source[] => SOURCES.filter(({ card }) => card.rhythm === 'daily');

export const unknownSource = (id: string) =>
  invalid(`source: «${id}» is not known; known sources: ${SOURCES.map(({ card }) => card.id).join(', ')}.`, {
    source: id,
  });

function chosenSources({ source: id, archive }: CollectInput): readonly Source[] {
  const sources = id === undefined ? dailySources() : [findSource(id)];
  const known = sources.filter((source): source is Source => source !== undefined);
  if (known.length < sources.length) throw unknownSource(id ?? '');
  const fitting = archive === undefined ? known : known.filter(({ archives }) => archives.includes(archive));
  if (fitting.length === 0) {
    const names = SOURCES.flatMap(({ archives }) => archives).join(', ');
    throw invalid(`archive: «${archive}» is not known; known archives: ${names}.`, { archive });
  }
  return fitting;
}
