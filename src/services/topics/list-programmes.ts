import { countProgrammes } from '../../../db/repositories/topics-read.ts';
import type { Deps } from '../deps.ts';
import { remembered } from '../remembered.ts';

/** The programmes of which the catalogue holds a topic, with how many; one without a programme is left out. */
export async function listProgrammes({
  deps,
}: {
  deps: Pick<Deps, 'db'>;
}): Promise<{ programme: string; topics: number }[]> {
  const counted = await remembered(deps, 'programmes', () => countProgrammes(deps.db));
  return counted.flatMap(({ programme, topics }) => (programme === null ? [] : [{ programme, topics }]));
}
