import { describe, expect, it } from 'vitest';
import { createPoliteFetcher } from '../../../src/ingest/polite-fetcher.ts';
import { unlimited } from '../../../src/ingest/rate-limiter.ts';
import { openFtPortal } from '../../../src/sources/ft-portal/adapter.ts';
import { LIVING } from '../../../src/sources/ft-portal/query.ts';
import type { PassPlace } from '../../../src/sources/reading.ts';
import { type FakeTopic, makeCatalogue } from '../../fake-portal/catalogue.ts';
import { ENDPOINTS } from '../../fake-portal/endpoints.ts';
import { createFakePortal } from '../../fake-portal/fake-portal.ts';

/** Cascade calls of which so many in a row share one `callccm2Id`. */
const sharing = (cascades: number, group: number): FakeTopic[] =>
  makeCatalogue({ topics: 0, cascades }).map((call, index) => ({
    ...call,
    extra: { callccm2Id: [String(44_000_000 + Math.floor(index / group))] },
  }));

function open(catalogue: FakeTopic[], seed: number) {
  const portal = createFakePortal(catalogue, [], seed);
  const fetcher = createPoliteFetcher({ http: portal.fetch, version: '0.0.0', limiter: unlimited });
  const reading = openFtPortal({
    fetcher,
    searchUrl: ENDPOINTS.ftPortalSearchUrl,
    dataUrl: ENDPOINTS.ftPortalDataUrl,
    scope: LIVING,
  });
  return { portal, reading };
}

async function readAll({ reading }: ReturnType<typeof open>, from?: PassPlace) {
  const references: string[] = [];
  const places: (PassPlace | null)[] = [];
  let total = 0;
  for await (const page of reading.pass('cascade', 'full', from)) {
    references.push(...page.rows.map(({ reference }) => reference));
    places.push(page.next);
    total = page.total;
  }
  return { references, places, total };
}

describe('cascade calls that share the key they are sorted by', () => {
  it.each([
    ['three at each border of a page', 230, 7],
    ['more than a page holds', 130, 130],
    ['groups over several pages', 250, 120],
  ])('%s: each comes once, whatever the order of equals', async (_, cascades, group) => {
    for (const seed of [1, 2]) {
      const { references, total } = await readAll(open(sharing(cascades, group), seed));
      expect(references).toHaveLength(cascades);
      expect(new Set(references).size).toBe(total);
    }
  });

  it('costs one more question a pass, and none where the keys are unique', async () => {
    const tied = open(sharing(230, 7), 1);
    await readAll(tied);
    expect(tied.portal.requests['/search']).toBe(4);
    const unique = open(sharing(230, 1), 1);
    await readAll(unique);
    expect(unique.portal.requests['/search']).toBe(3);
  });

  it('goes on from any page as if it had never been left', async () => {
    const portal = open(sharing(230, 7), 1);
    const { places } = await readAll(portal);
    const seen = new Set<string>();
    let from: PassPlace | undefined;
    for (const _ of places) {
      for await (const page of portal.reading.pass('cascade', 'full', from)) {
        for (const { reference } of page.rows) seen.add(reference);
        // A place is kept as JSON between two steps.
        from = page.next === null ? undefined : JSON.parse(JSON.stringify(page.next));
        break;
      }
    }
    expect(from).toBeUndefined();
    expect(seen.size).toBe(230);
  });

  it('a row that is merely repeated at a border stays a repeated row', async () => {
    const faulty = open(makeCatalogue({ topics: 0, cascades: 130 }), 1);
    faulty.portal.faults.add('ties-always');
    const { references, total } = await readAll(faulty);
    expect(references).toHaveLength(total);
    expect(new Set(references).size).toBe(total - 1);
  });
});
