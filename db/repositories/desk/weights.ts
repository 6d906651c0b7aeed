import type { WeightSet } from '../../../src/domain/desk/review/weights.ts';
import { weightSets } from '../../schema/index.ts';
import type { Db } from '../../store.ts';
import { weightSetOf } from './nouns.ts';

export const readWeightSets = async (db: Db): Promise<WeightSet[]> =>
  (await db.select().from(weightSets)).map(weightSetOf);
