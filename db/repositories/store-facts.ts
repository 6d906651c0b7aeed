import { eq, like } from 'drizzle-orm';
import { storeFacts } from '../schema/index.ts';
import type { Db } from '../store.ts';

/** A fact about the store itself, by name; the reader parses it. */
export async function readFact(db: Db, name: string): Promise<{ value: unknown; at: string } | null> {
  const [row] = await db
    .select({ value: storeFacts.value, at: storeFacts.at })
    .from(storeFacts)
    .where(eq(storeFacts.name, name));
  return row ?? null;
}

/** Writes a fact over its older self. */
export async function saveFact(db: Db, name: string, value: unknown, at: string): Promise<void> {
  await factStatement(db, name, value, at);
}

/** The same as a statement, for what must be true together with other writes. */
export function factStatement(db: Db, name: string, value: unknown, at: string) {
  return db
    .insert(storeFacts)
    .values({ name, value, at })
    .onConflictDoUpdate({ target: storeFacts.name, set: { value, at } });
}

/** Names of the facts that begin with some words. */
export async function factsNamedLike(db: Db, beginning: string): Promise<string[]> {
  const rows = await db
    .select({ name: storeFacts.name })
    .from(storeFacts)
    .where(like(storeFacts.name, `${beginning}%`));
  return rows.map(({ name }) => name);
}
