import {
  lastArchiveScans,
  readScanLevels,
  type ScanLevelRow,
  type ScanRow,
} from '../../../db/repositories/scans-read.ts';
import { listArchives, type TrackArchive } from '../../../db/repositories/track-record.ts';
import type { Localised } from '../../domain/labels/localised.ts';
import { CORDIS_ARCHIVES } from '../../sources/cordis/archives.ts';
import { cordisCard } from '../../sources/cordis/card.ts';
import type { Deps } from '../deps.ts';

/** The monthly source of who won what, as *Fonti* shows it. */
export interface TrackRecordOverview {
  source: string;
  name: Localised;
  publisher: string;
  homepage: string;
  licence: string;
  archives: ArchiveOverview[];
  levels: ScanLevelRow[];
}

export interface ArchiveOverview {
  archive: string;
  /** What is kept of it: null while nothing is. */
  kept: TrackArchive | null;
  lastScan: ScanRow | null;
}

/** What is kept of each archive of CORDIS, where it came from, and how its last reading went. */
export async function trackRecordOverview({ deps }: { deps: Pick<Deps, 'db'> }): Promise<TrackRecordOverview> {
  const { id: source, name, publisher, homepage, licence } = cordisCard;
  const [kept, scans, levels] = await Promise.all([
    listArchives(deps.db),
    lastArchiveScans(deps.db, source),
    readScanLevels(deps.db),
  ]);
  return {
    source,
    name,
    publisher,
    homepage,
    licence,
    archives: CORDIS_ARCHIVES.map(({ id: archive }) => ({
      archive,
      kept: kept.find((one) => one.archive === archive) ?? null,
      lastScan: scans.find((one) => one.archive === archive) ?? null,
    })),
    levels: levels.filter((level) => level.source === source),
  };
}
