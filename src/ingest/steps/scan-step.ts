import { findUnfinishedScans } from '../../../db/repositories/scans.ts';
import { dropCursor, keepCursor, readCursor } from '../../../db/repositories/step-cursors.ts';
import { mendInterrupted } from '../mend-interrupted.ts';
import { openScan, type ScanOptions } from '../open-scan.ts';
import type { ScanContext } from '../scan-context.ts';
import { runScan, type ScanResult } from '../scan-source.ts';
import { beginScan, plusTraffic, type ScanState } from '../scan-state.ts';
import { writeAll } from '../write-all.ts';
import { type Budget, Pause } from './budget.ts';
import { idleScan, type LeftScan, leaveScan, resumeState, unpack } from './left-scan.ts';

/** A scan that nobody went on with for so long would compare the portal of two days. */
const STALE_MS = 20 * 3_600_000;

/**
 * Reads a source as `scanSource` does, as far as the budget goes; null = the next step goes on. What a step stores, it stores
 * for good: a step that was killed is done again, and finds its rows there. The caller holds the source's lease.
 */
export async function scanStep(options: ScanOptions, budget: Budget): Promise<ScanResult | null> {
  const { db, source, fetcher } = options;
  const name = `scan ${source.card.id}`;
  const keep = (text: string) => keepCursor(db, name, text, new Date().toISOString());
  const { scan, state, isNew } = (await resume(options, name)) ?? (await begin(options));
  if (isNew) await writeAll(db, keep(idleScan(scan, state)));
  const before = { ...fetcher.traffic };
  scan.mayPause = async () => {
    if (budget.isUsed()) throw new Pause();
  };
  try {
    const result = await runScan(options, scan, state, (certified) => keep(idleScan(scan, certified)));
    await dropCursor(db, name);
    return result;
  } catch (error) {
    if (!(error instanceof Pause)) throw error;
    const left = await leaveScan(scan, state, plusTraffic(state.traffic, fetcher.traffic, before));
    await writeAll(db, keep(left));
    return null;
  }
}

interface Opened {
  scan: ScanContext;
  state: ScanState;
  isNew: boolean;
}

async function begin(options: ScanOptions): Promise<Opened> {
  await mendInterrupted(options.db, options.source.card.id, options.clock);
  return { scan: await openScan(options), state: beginScan(), isNew: true };
}

async function resume(options: ScanOptions, name: string): Promise<Opened | null> {
  const text = await readCursor(options.db, name);
  if (text === null) return null;
  const left = unpack(text);
  if (!(await isAlive(options, left))) {
    await dropCursor(options.db, name);
    return null;
  }
  const scan = await openScan(options, left.scan);
  return { scan, state: resumeState(scan, left), isNew: false };
}

/** Nobody else has ended the scan meanwhile (a server on Node would), and it is of today. */
async function isAlive({ db, source, clock, archive }: ScanOptions, { scan, state }: LeftScan): Promise<boolean> {
  if (scan.archive !== archive || Date.parse(clock.now()) - Date.parse(scan.at) > STALE_MS) return false;
  if (state.certificate !== null) return true;
  return (await findUnfinishedScans(db, source.card.id)).some(({ id }) => id === scan.id);
}
