import type { Db } from '../../db/store.ts';
import { createPoliteFetcher } from '../../src/ingest/polite-fetcher.ts';
import { unlimited } from '../../src/ingest/rate-limiter.ts';
import { nodeWorkplace } from '../../src/node/workplace.ts';
import { collect } from '../../src/services/collect/collect.ts';
import { CLOSED, type FakeTopic, makeCatalogue } from '../fake-portal/catalogue.ts';
import { ENDPOINTS, silent } from '../fake-portal/endpoints.ts';
import { createFakePortal } from '../fake-portal/fake-portal.ts';

/** The portal before and after a night in which everything happened at once. */
function catalogueOf(when: 'before' | 'after'): FakeTopic[] {
  const catalogue = makeCatalogue({ topics: 106, cascades: 6, externals: 4, textLength: 200 });
  if (when === 'before') return catalogue;
  const edited = catalogue.map((topic, index): FakeTopic => {
    if (index % 7 === 0) return { ...topic, deadlines: ['2027-11-30'], model: 'single-stage' };
    if (index % 11 === 0) return { ...topic, description: `${topic.description}<p>One more sentence.</p>` };
    if (index % 13 === 0) return { ...topic, identifier: `${topic.identifier}-renamed` };
    if (index % 17 === 0) return { ...topic, status: CLOSED };
    if (index % 19 === 0) return { ...topic, bare: true };
    return topic;
  });
  const added = makeCatalogue({ topics: 9, textLength: 200, seed: 5 }).map((topic, index) => ({
    ...topic,
    number: 65_000_000 + index,
    reference: `${65_000_000 + index}TOPICSen`,
    identifier: `NEW-2027-${index}`,
  }));
  return [...edited.filter((_, index) => index % 23 !== 5), ...added];
}

/** All that a collect of one of these nights needs. */
export function nightOf(db: Db, when: 'before' | 'after') {
  const portal = createFakePortal(catalogueOf(when));
  const fetcher = createPoliteFetcher({ http: portal.fetch, version: '0.0.0', limiter: unlimited });
  const now = when === 'before' ? '2026-11-21T04:15:00Z' : '2026-11-22T04:15:00Z';
  return { db, clock: { now: () => now }, log: silent, fetcher, endpoints: ENDPOINTS, workplace: nodeWorkplace };
}

export async function collectOnce(db: Db, when: 'before' | 'after'): Promise<void> {
  await collect({ deps: nightOf(db, when), input: {} });
}
