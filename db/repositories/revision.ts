import { sql } from 'drizzle-orm';
import type { Db } from '../store.ts';

const unable = new WeakSet<Db>();

/**
 * A word that changes whenever anybody writes to the store: this connection (`total_changes`) or another
 * (`data_version`). Null where the engine does not tell; then nothing may be remembered between requests.
 */
export async function storeRevision(db: Db): Promise<string | null> {
  if (unable.has(db)) return null;
  try {
    const [row] = await db.all<{ own: number; others: number }>(
      sql`select total_changes() as own, (select data_version from pragma_data_version) as others`,
    );
    return row === undefined ? null : `${row.own}.${row.others}`;
  } catch {
    // D1 refuses the pragma; asking once is enough.
    unable.add(db);
    return null;
  }
}
