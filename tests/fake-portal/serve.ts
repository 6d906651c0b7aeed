/**
 * The fake portal on a port of this machine, for trials by hand:
 *   npx tsx tests/fake-portal/serve.ts --port 8090 --topics 1200 --fault flaky
 * then FT_PORTAL_SEARCH_URL and FT_PORTAL_DATA_URL = the address it prints.
 */
import { parseArgs } from 'node:util';
import { serve } from '@hono/node-server';
import { makeCatalogue } from './catalogue.ts';
import { createFakePortal } from './fake-portal.ts';
import { FAULTS, isFault } from './faults.ts';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '0' },
    topics: { type: 'string', default: '1200' },
    cascades: { type: 'string', default: '40' },
    externals: { type: 'string', default: '12' },
    archived: { type: 'string', default: '0' },
    text: { type: 'string', default: '16000' },
    seed: { type: 'string', default: '7' },
    fault: { type: 'string', multiple: true, default: [] },
  },
});

const unknown = values.fault.filter((name) => !isFault(name));
if (unknown.length > 0) {
  console.error(`unknown fault ${unknown.join(', ')}; known: ${FAULTS.join(', ')}`);
  process.exit(2);
}

const catalogue = makeCatalogue({
  topics: Number(values.topics),
  cascades: Number(values.cascades),
  externals: Number(values.externals),
  archived: Number(values.archived),
  textLength: Number(values.text),
  seed: Number(values.seed),
});
const { app } = createFakePortal(catalogue, values.fault.filter(isFault));
serve({ fetch: app.fetch, port: Number(values.port), hostname: '127.0.0.1' }, ({ port }) => {
  console.log(`http://127.0.0.1:${port}`);
});
