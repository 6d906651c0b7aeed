import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { ApiScope } from '../../src/domain/api-scope.ts';

/** Keys of partners. The key itself is told once and kept by its owner; here stands its hash. Revoked, never deleted. */
export const apiKeys = sqliteTable(
  'api_keys',
  {
    /** The key's public beginning: names it in lists and logs, opens nothing. */
    prefix: text('prefix').primaryKey(),
    /** SHA-256 of the whole key, hexadecimal. The key is 256 random bits, so it needs no salt and no slow hash. */
    hash: text('hash').notNull(),
    partnerId: text('partner_id').notNull(),
    label: text('label').notNull(),
    scopes: text('scopes', { mode: 'json' }).$type<ApiScope[]>().notNull(),
    createdAt: text('created_at').notNull(),
    /** To the minute. */
    lastUsedAt: text('last_used_at'),
    revokedAt: text('revoked_at'),
  },
  (t) => [index('api_keys_by_partner').on(t.partnerId)],
);
