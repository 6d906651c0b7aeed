import { DateTime } from 'luxon';
import { failingSince, lastScans } from '../../../db/repositories/scans-read.ts';
import { brusselsDay } from '../../domain/brussels.ts';
import type { Day, Instant } from '../../domain/topic.ts';
import type { Deps } from '../deps.ts';
import { findLoadedSnapshot, type LoadedSnapshot } from './snapshot-facts.ts';

/** How old what we show is, and whether the portal answers. */
export interface Freshness {
  /** The day the living catalogue is of: that of the last certified scan, else of the snapshot; null in an empty store. */
  dataOn: Day | null;
  /** Whole months between that day and now: "dati di agosto: mancano 3 mesi". */
  monthsOld: number | null;
  lastCertifiedAt: Instant | null;
  lastScanAt: Instant | null;
  /** Since when every reading of a daily source has failed; null while the last one was complete. */
  unreachableSince: Instant | null;
  snapshot: (LoadedSnapshot & { monthsOld: number }) | null;
}

/** The freshness of the living stream; sources that are read monthly do not count. */
export async function freshness({ deps }: { deps: Deps }): Promise<Freshness> {
  const today = brusselsDay(deps.clock.now());
  const [{ last, certified }, snapshot] = await Promise.all([lastScans(deps.db), findLoadedSnapshot(deps)]);
  const lastCertified = latest(certified);
  const lastScan = latest(last);
  const dataOn =
    lastCertified === null
      ? (snapshot?.date ?? null)
      : brusselsDay(lastCertified.finishedAt ?? lastCertified.startedAt);
  return {
    dataOn,
    monthsOld: dataOn === null ? null : monthsBetween(dataOn, today),
    lastCertifiedAt: lastCertified?.finishedAt ?? null,
    lastScanAt: lastScan?.finishedAt ?? null,
    unreachableSince: lastScan?.verdict === 'failed' ? await failingSince(deps.db, lastScan.source) : null,
    snapshot: snapshot === null ? null : { ...snapshot, monthsOld: monthsBetween(snapshot.date, today) },
  };
}

function latest<Row extends { id: number }>(rows: readonly Row[]): Row | null {
  return rows.reduce<Row | null>((newest, row) => (newest === null || row.id > newest.id ? row : newest), null);
}

/** Calendar months that have fully passed; never below zero. */
export function monthsBetween(from: Day, to: Day): number {
  return Math.max(0, Math.floor(DateTime.fromISO(to).diff(DateTime.fromISO(from), 'months').months));
}
