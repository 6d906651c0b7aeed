import { z } from 'zod';
import { dropCursor, keepCursor, readCursor } from '../../../db/repositories/step-cursors.ts';
import { withLease } from '../../ingest/lease.ts';
import type { ScanResult } from '../../ingest/scan-source.ts';
import type { Budget } from '../../ingest/steps/budget.ts';
import { scanStep } from '../../ingest/steps/scan-step.ts';
import { writeAll } from '../../ingest/write-all.ts';
import { COLLECT_LEASE, type CollectDeps, dailySources } from './collect.ts';

const NAME = 'collect';
const doneSchema = z.array(z.string());

/**
 * Reads the daily sources as far as the budget goes. What one call leaves the next takes up, be it in another process; a
 * source that was read is not read again until `endCollect`.
 */
export async function collectStep({
  deps,
  input: { budget },
}: {
  deps: CollectDeps;
  input: { budget: Budget };
}): Promise<{ scans: ScanResult[] }> {
  return await withLease(deps, COLLECT_LEASE, async (signal) => {
    const done = await readDone(deps);
    const scans: ScanResult[] = [];
    for (const source of dailySources()) {
      if (budget.isUsed()) break;
      if (done.includes(source.card.id)) continue;
      const scan = await scanStep({ ...deps, source, archive: null, signal }, budget);
      if (scan === null) break;
      deps.log.info({ source: source.card.id, ...scan.counts }, `scan ${scan.certificate.verdict}`);
      scans.push(scan);
      done.push(source.card.id);
      await writeAll(deps.db, keepCursor(deps.db, NAME, JSON.stringify(done), new Date().toISOString()));
    }
    return { scans };
  });
}

/** All that a collect has to do is done: the next one begins anew. */
export const endCollect = ({ db }: Pick<CollectDeps, 'db'>): Promise<void> => dropCursor(db, NAME);

async function readDone({ db }: CollectDeps): Promise<string[]> {
  const text = await readCursor(db, NAME);
  return text === null ? [] : doneSchema.parse(JSON.parse(text));
}
