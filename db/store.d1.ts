import type { D1Database } from '@cloudflare/workers-types';
import { drizzle } from 'drizzle-orm/d1';
import { type D1Meter, meteredD1 } from './metered-d1.ts';
import { revisedD1 } from './revised-d1.ts';
import * as schema from './schema/index.ts';
import type { Store } from './store.ts';

/** The store over a D1 binding; migrations are applied by `wrangler d1 migrations apply`, not by the Worker. */
export function openD1Store(binding: D1Database, options?: { rowsToo: boolean }): Store & { meter: D1Meter } {
  const metered = meteredD1(binding, options);
  return { db: drizzle(revisedD1(metered.binding), { schema }), meter: metered.meter, close: () => undefined };
}
