import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-pool-workers';
import { defineConfig } from 'vitest/config';

// Offline and silent: no usage statistics, no lookup of the machine's place.
Object.assign(process.env, { WRANGLER_SEND_METRICS: 'false', CLOUDFLARE_CF_FETCH_ENABLED: 'false' });

/** The contract tests on the second engine: the same files, in workerd over D1. */
export default defineConfig({
  plugins: [
    cloudflareTest(async () => ({
      wrangler: { configPath: './tests/workers/wrangler.test.toml' },
      miniflare: { bindings: { MIGRATIONS: await readD1Migrations('./db/migrations') } },
    })),
  ],
  test: {
    name: 'workers',
    isolate: false,
    include: ['tests/workers/**/*.workers.test.ts'],
  },
});
