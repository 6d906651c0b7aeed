import type { D1Database } from '@cloudflare/workers-types';
import { drizzle } from 'drizzle-orm/d1';
import { type D1Meter, meteredD1, newMeter } from './metered-d1.ts';
import { revisedD1 } from './revised-d1.ts';
import * as schema from './schema/index.ts';
import type { Store, StoreClient } from './store.ts';

export interface D1Store extends Store {
  meter: D1Meter;
  /**
   * The store for one request that reads, at the copy nearest to it or beginning at the primary. Within a request no
   * question is answered by an older copy than the one before.
   */
  session(begin: 'nearest' | 'primary'): StoreClient;
}

/** The store over a D1 binding; migrations are applied by `wrangler d1 migrations apply`, not by the Worker. */
export function openD1Store(binding: D1Database, options?: { rowsToo: boolean }): D1Store {
  const meter = newMeter();
  const client = (own: Pick<D1Database, 'prepare' | 'batch'>) => revisedD1(meteredD1(own, meter, options));
  return {
    db: drizzle(client(binding), { schema }),
    meter,
    session: (begin) => client(binding.withSession(begin === 'nearest' ? 'first-unconstrained' : 'first-primary')),
    close: () => undefined,
  };
}
