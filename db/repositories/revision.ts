import { breathOf } from '../gathering.ts';
import type { Db } from '../store.ts';

/** A word that changes whenever anybody writes to the store; null where it cannot be told, and nothing may be remembered. */
export async function storeRevision(db: Db): Promise<string | null> {
  const [row] = await breathOf(db).ask({ sql: db.$client.revisionSelect, parameters: [], width: 1 });
  return row === undefined ? null : String(row[0]);
}
