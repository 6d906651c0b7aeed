import { countHealth } from '../../../db/repositories/topics-read.ts';
import type { Deps } from '../deps.ts';

/** Numbers that say whether the store answers and holds something. One query. */
export interface Health {
  topics: number;
  scores: number;
  scans: number;
  issues: number;
}

export async function health({ deps }: { deps: Deps }): Promise<Health> {
  return await countHealth(deps.db);
}
