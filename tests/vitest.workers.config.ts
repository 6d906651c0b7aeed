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
  'tests/services/load-snapshot.test.ts': 'reads the bundled snapshot from the disk',
  'tests/api/keys-client.test.ts': 'compares with files on the disk',
  'tests/services/backtest.test.ts': 'reads the weights from the disk',
  'tests/services/why-not.test.ts': 'reads the bundled snapshot from the disk',
  'tests/services/catalogue.test.ts': 'looks into the store through better-sqlite3',
  'tests/services/collect.test.ts': 'looks into the store through better-sqlite3',
  'tests/services/collect-faults.test.ts': 'looks into the store through better-sqlite3',
  'tests/services/collect-crash.test.ts': 'kills a process',
  'tests/services/collect-cordis.test.ts': 'looks into the store through better-sqlite3',
};

/** The contract tests on the second engine: the same files, in workerd over D1. */
export default defineConfig({
  plugins: [
    cloudflareTest(async () => ({
      wrangler: { configPath: './tests/workers/wrangler.test.toml' },
      miniflare: { bindings: { MIGRATIONS: await readD1Migrations('./db/migrations') } },
    })),
  ],
  resolve: {
    alias: [{ find: /^\.{1,2}\/(support\/)?engine\.ts$/, replacement: join(import.meta.dirname, 'workers/engine.ts') }],
  },
  test: {
    name: 'workers',
    isolate: false,
    testTimeout: 30_000,
    include: [
      'tests/api/*.test.ts',
      'tests/db/*.test.ts',
      'tests/services/*.test.ts',
      'tests/services/house/*.test.ts',
      'tests/scoring/same-bytes.test.ts',
    ],
    exclude: Object.keys(ON_NODE_ONLY),
  },
});
