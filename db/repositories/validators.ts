import { eq, sql } from 'drizzle-orm';
import { validators } from '../schema/index.ts';
import type { Db } from '../store.ts';

export interface Validators {
  etag: string | null;
  lastModified: string | null;
}

/** What makes the next GET of a URL conditional; empty where it was never read. */
export async function readValidators(db: Db, url: string): Promise<Validators> {
  const [row] = await db
    .select({ etag: validators.etag, lastModified: validators.lastModified })
    .from(validators)
    .where(eq(validators.url, url));
  return row ?? { etag: null, lastModified: null };
}

/** A statement: the URL was read in full at an instant. */
export function writeValidators(db: Db, url: string, { etag, lastModified }: Validators, seenAt: string) {
  return db
    .insert(validators)
    .values({ url, etag, lastModified, seenAt })
    .onConflictDoUpdate({
      target: validators.url,
      set: { etag: sql`excluded.etag`, lastModified: sql`excluded.last_modified`, seenAt },
    });
}
