import { z } from 'zod';
import { readFact } from '../../../db/repositories/store-facts.ts';
import { PROGRESS_FACT } from '../../ingest/progress.ts';
import type { Deps } from '../deps.ts';

const progressSchema = z.object({
  source: z.string(),
  phase: z.string(),
  pagesRead: z.number(),
  pagesTotal: z.number(),
  topicsSeen: z.number(),
  secondsLeft: z.number().nullable(),
});

export type CollectProgress = z.infer<typeof progressSchema>;

/** A running collect tells of itself every second; a word older than this comes from one that was killed. */
const STALE_MS = 5 * 60_000;

/** How far a running collect is; null while none runs. */
export async function findCollectProgress({ deps }: { deps: Pick<Deps, 'db'> }): Promise<CollectProgress | null> {
  const fact = await readFact(deps.db, PROGRESS_FACT);
  if (fact === null || Date.now() - Date.parse(fact.at) > STALE_MS) return null;
  return progressSchema.parse(fact.value);
}
