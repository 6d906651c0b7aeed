import { openNodeStore } from '../../db/store.node.ts';
import { createPoliteFetcher } from '../../src/ingest/polite-fetcher.ts';
import { unlimited } from '../../src/ingest/rate-limiter.ts';
import type { RetryPolicy } from '../../src/ingest/retry-policy.ts';
import { type CollectInput, collect } from '../../src/services/collect/collect.ts';
import type { CatalogueOptions, FakeTopic } from './catalogue.ts';
import { makeCatalogue } from './catalogue.ts';
import { ENDPOINTS, silent } from './endpoints.ts';
import { createFakePortal } from './fake-portal.ts';

export { ENDPOINTS, silent };

/** A store in memory, a fake portal without a network, and a clock that a test moves. Nothing waits. */
export async function openHarness(options: CatalogueOptions | FakeTopic[], policy: Partial<RetryPolicy> = {}) {
  const portal = createFakePortal(Array.isArray(options) ? options : makeCatalogue(options));
  const store = await openNodeStore(':memory:');
  const time = { now: '2026-11-22T04:15:00Z' };
  const fetcher = createPoliteFetcher({
    http: portal.fetch,
    version: '0.0.0',
    limiter: unlimited,
    policy,
    timers: { now: () => 0, sleep: async () => undefined },
  });
  const deps = { db: store.db, clock: { now: () => time.now }, log: silent, fetcher, endpoints: ENDPOINTS };
  return {
    ...store,
    deps,
    portal,
    time,
    /** Runs one collect a number of days later. */
    async collect(daysLater = 0, input: CollectInput = {}) {
      time.now = new Date(Date.parse(time.now) + daysLater * 86_400_000).toISOString().replace('.000Z', 'Z');
      portal.refresh();
      const { scans } = await collect({ deps, input });
      const [scan] = scans;
      if (scan === undefined) throw new Error('nothing was scanned');
      return scan;
    },
    all: <Row = Record<string, unknown>>(query: string): Row[] => store.sqlite.prepare(query).all() as Row[],
  };
}
