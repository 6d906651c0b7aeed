import type { Instant } from '../../src/domain/topic.ts';
import type { Db } from '../store.ts';
import { readFact, saveFact } from './store-facts.ts';

const NAME = 'association';

/** What the association said of itself in its first hour; the service knows its shape. */
export async function readAssociationFact(db: Db): Promise<unknown> {
  return (await readFact(db, NAME))?.value ?? null;
}

export const saveAssociationFact = (db: Db, value: unknown, at: Instant): Promise<void> =>
  saveFact(db, NAME, value, at);
