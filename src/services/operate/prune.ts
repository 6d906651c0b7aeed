import { deleteOldLeases, deleteOldRuns, deleteSupersededDocuments } from '../../../db/repositories/prune.ts';
import { deleteOldWebhooks } from '../../../db/repositories/webhooks/deliveries.ts';
import type { Deps } from '../deps.ts';

const DAY_MS = 86_400_000;
const KEEP_RUNS_DAYS = 90;
const KEEP_SUPERSEDED_DAYS = 30;

export interface PruneCounts extends Record<string, number> {
  leases: number;
  runs: number;
  webhooks: number;
  rawDocuments: number;
}

/** Tidies the store: old leases, run rows and ended webhooks, superseded raw documents; never topics, changes or scans. Real time. */
export async function prune({ deps: { db } }: { deps: Pick<Deps, 'db'> }): Promise<PruneCounts> {
  return {
    leases: await deleteOldLeases(db, daysAgo(1)),
    runs: await deleteOldRuns(db, daysAgo(KEEP_RUNS_DAYS)),
    webhooks: await deleteOldWebhooks(db, daysAgo(KEEP_RUNS_DAYS)),
    rawDocuments: await deleteSupersededDocuments(db, daysAgo(KEEP_SUPERSEDED_DAYS)),
  };
}

const daysAgo = (days: number): string => new Date(Date.now() - days * DAY_MS).toISOString();
