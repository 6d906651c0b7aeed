import { asc, eq, isNull, sql } from 'drizzle-orm';
import { apiKeys } from '../schema/index.ts';
import type { Db } from '../store.ts';

export type ApiKeyRow = typeof apiKeys.$inferSelect;

export async function insertApiKey(db: Db, row: typeof apiKeys.$inferInsert): Promise<void> {
  await db.insert(apiKeys).values(row);
}

export async function findApiKey(db: Db, prefix: string): Promise<ApiKeyRow | null> {
  const [row] = await db.select().from(apiKeys).where(eq(apiKeys.prefix, prefix));
  return row ?? null;
}

/** Every key, revoked ones too, the oldest first. */
export async function listApiKeyRows(db: Db): Promise<ApiKeyRow[]> {
  return await db.select().from(apiKeys).orderBy(asc(apiKeys.createdAt), asc(apiKeys.prefix));
}

/** Whose each key is, by its prefix; revoked keys too, since history speaks of them. */
export async function readKeyHolders(db: Db): Promise<Map<string, string>> {
  const rows = await db.select({ prefix: apiKeys.prefix, partnerId: apiKeys.partnerId }).from(apiKeys);
  return new Map(rows.map(({ prefix, partnerId }) => [prefix, partnerId]));
}

export async function touchApiKey(db: Db, prefix: string, at: string): Promise<void> {
  await db.update(apiKeys).set({ lastUsedAt: at }).where(eq(apiKeys.prefix, prefix));
}

/** Revokes a key; one that was revoked keeps its first day. */
export async function revokeApiKeyRow(db: Db, prefix: string, at: string): Promise<void> {
  await db
    .update(apiKeys)
    .set({ revokedAt: at })
    .where(sql`${eq(apiKeys.prefix, prefix)} and ${isNull(apiKeys.revokedAt)}`);
}
