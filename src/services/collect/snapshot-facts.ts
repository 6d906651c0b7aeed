import { z } from 'zod';
import { readFact } from '../../../db/repositories/store-facts.ts';
import type { Deps } from '../deps.ts';

/** What the store remembers of a loaded snapshot. */
export const loadedSnapshotSchema = z.object({
  version: z.string(),
  /** The day its data are of. */
  date: z.iso.date(),
  attribution: z.string(),
  topics: z.number(),
});

export type LoadedSnapshot = z.infer<typeof loadedSnapshotSchema>;

/** Name of the fact that holds the snapshot loaded last. */
export const SNAPSHOT_FACT = 'snapshot';

export async function findLoadedSnapshot({ db }: Pick<Deps, 'db'>): Promise<LoadedSnapshot | null> {
  const fact = await readFact(db, SNAPSHOT_FACT);
  return fact === null ? null : loadedSnapshotSchema.parse(fact.value);
}
