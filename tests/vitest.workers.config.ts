import { join } from 'node:path';
import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-pool-workers';
import { defineConfig } from 'vitest/config';

// Offline and silent: no usage statistics, no lookup of the machine's place.
Object.assign(process.env, { WRANGLER_SEND_METRICS: 'false', CLOUDFLARE_CF_FETCH_ENABLED: 'false' });

/** Contract tests that Node alone can run, each with its reason. */
const ON_NODE_ONLY: Record<string, string> = {
  'tests/db/d1-limits.test.ts': 'holds the Node adapter to D1, which refuses by itself',
  'tests/api/export.test.ts': 'checks the files with xmllint, a program',
  'tests/api/feeds.test.ts': 'checks the feeds with xmllint, a program',
  'tests/api/keys-client.test.ts': 'compares with files on the disk',
  'tests/pages/desk/needs.test.ts': 'reads the sources of the services',
  'tests/pages/every-route/blind-acts.test.ts': 'makes copies of a store through better-sqlite3',
  'tests/pages/every-route/blindness.test.ts': 'makes copies of a store through better-sqlite3',
  'tests/pages/every-route/bodies.test.ts': 'measures processor time',
  'tests/pages/every-route/erasure.test.ts':
    'reads every page as everybody, too slow over D1; privacy.test.ts erases on both engines',
  'tests/pages/every-route/stored-text.test.ts':
    'reads many pages with cheerio, too slow over D1; the pages are the same',
  'tests/pages/machine-said.test.ts': 'looks into the store through better-sqlite3',
  'tests/pages/messages.test.ts': 'reads the sources of the pages',
  'tests/pages/other-cities.test.ts': 'reads the bundled track record from the disk',
  'tests/pages/topic-page.test.ts': 'reads the bundled track record from the disk',
  'tests/pages/webhooks.test.ts': 'listens as a partner’s server, which workerd cannot',
  'tests/services/collect/load-snapshot.test.ts': 'reads the bundled snapshot from the disk',
  'tests/services/matching/backtest.test.ts': 'reads the weights from the disk',
  'tests/services/matching/why-not.test.ts': 'reads the bundled snapshot from the disk',
  'tests/services/catalogue.test.ts': 'looks into the store through better-sqlite3',
  'tests/services/collect/collect.test.ts':
    'looks into the store through better-sqlite3; tests/services/steps collects on both engines',
  'tests/services/collect/collect-and-score.test.ts': 'looks into the store through better-sqlite3',
  'tests/services/collect-faults.test.ts': 'looks into the store through better-sqlite3',
  'tests/services/collect-keyless.test.ts': 'looks into the store through better-sqlite3',
  'tests/services/collect-crash.test.ts': 'kills a process',
  'tests/services/collect/collect-cordis.test.ts': 'looks into the store through better-sqlite3',
  'tests/services/delivery/deliver.test.ts':
    'listens as a mail server, which workerd cannot; mailers.test.ts sends on both engines',
  'tests/services/webhooks/webhooks.test.ts': 'listens as a partner’s server, which workerd cannot',
  'tests/services/delivery/kill.test.ts': 'kills a process',
};

/** The contract tests on the second engine: the same files, in workerd over D1. */
export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  plugins: [
    cloudflareTest(async () => ({
      wrangler: { configPath: './tests/workers/wrangler.test.toml' },
      miniflare: { bindings: { MIGRATIONS: await readD1Migrations('./db/migrations') } },
    })),
  ],
  resolve: {
    alias: [
      {
        find: /^(\.{1,2}\/)+(support\/)?(engine|page-files)\.ts$/,
        replacement: join(import.meta.dirname, 'workers/$3.ts'),
      },
    ],
  },
  test: {
    name: 'workers',
    isolate: false,
    testTimeout: 180_000,
    include: [
      'tests/{api,db,pages,services}/**/*.test.{ts,tsx}',
      'tests/scoring/same-bytes.test.ts',
      'tests/workers/*.workers.test.ts',
    ],
    exclude: Object.keys(ON_NODE_ONLY),
  },
});
