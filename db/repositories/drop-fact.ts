import { eq } from 'drizzle-orm';
import { storeFacts } from '../schema/index.ts';
import type { Db } from '../store.ts';

/** The fact is true no more. */
export async function dropFact(db: Db, name: string): Promise<void> {
  await db.delete(storeFacts).where(eq(storeFacts.name, name));
}
