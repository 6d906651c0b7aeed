import { describe, expect, it, vi } from 'vitest';
import { type FakeTopic, makeCatalogue } from '../fake-portal/catalogue.ts';
import { openHarness } from '../fake-portal/harness.ts';

const SMALL = { topics: 130, cascades: 12, externals: 5, textLength: 200 };
vi.setConfig({ testTimeout: 30_000 });

/** A catalogue whose last call of a kind came without some of its fields. */
function lacking(kind: FakeTopic['kind'], extra: Record<string, unknown>) {
  const catalogue = makeCatalogue(SMALL);
  const odd = catalogue.findLast((topic) => topic.kind === kind) ?? expect.fail();
  odd.extra = extra;
  return { catalogue, odd };
}

const seen = "select kind, subject, message from issues where kind = 'row-without-key'";

describe('a row that lacks its key', () => {
  it.each([
    ['is left out by the sort', { identifier: [] }],
    ['stands in the list with an empty one', { identifier: [''] }],
  ])('%s: an issue, day after day, while the kind is certified', async (_, extra) => {
    const { catalogue, odd } = lacking('topic', extra);
    const h = await openHarness(catalogue);
    for (let day = 0; day < 3; day += 1) {
      const { certificate, counts } = await h.collect(day);
      expect(certificate).toMatchObject({ verdict: 'certified', reasons: [] });
      expect(counts).toMatchObject({ withdrawn: 0, topics: 146 });
    }
    expect(h.all(seen)).toEqual([
      { kind: 'row-without-key', subject: odd.reference, message: 'the row has no identifier' },
    ]);
    h.close();
  });

  it.each([
    ['cascade', 'callccm2Id'],
    ['external', 'callIdentifier'],
  ] as const)('a %s call without its %s is known by its reference', async (kind, field) => {
    const { catalogue, odd } = lacking(kind, { [field]: [] });
    const h = await openHarness(catalogue);
    for (let day = 0; day < 4; day += 1) {
      expect(await h.collect(day)).toMatchObject({ certificate: { verdict: 'certified' }, counts: { withdrawn: 0 } });
    }
    expect(h.all(`select title, missed_scans from topics where key = '${odd.reference}'`)).toEqual([
      { title: expect.any(String), missed_scans: 0 },
    ]);
    expect(h.all(seen)).toEqual([
      { kind: 'row-without-key', subject: odd.reference, message: `the row has no ${field}` },
    ]);
    h.close();
  });

  it('a known topic whose row loses its identifier is not missed', async () => {
    const { catalogue, odd } = lacking('topic', {});
    const h = await openHarness(catalogue);
    await h.collect();
    odd.extra = { identifier: [] };
    h.portal.refresh();
    h.portal.faults.add('no-details');
    for (let day = 0; day < 4; day += 1) expect((await h.collect(1)).certificate.verdict).toBe('certified');
    expect(h.all(`select missed_scans, withdrawn_at from topics where key = '${odd.identifier}'`)).toEqual([
      { missed_scans: 0, withdrawn_at: null },
    ]);
    h.close();
  });

  it('many of them are an index that lost a field: nothing is proved, nobody is missed', async () => {
    const h = await openHarness(makeCatalogue(SMALL));
    await h.collect();
    for (const topic of h.portal.catalogue.slice(0, 5)) topic.extra = { identifier: [] };
    h.portal.refresh();
    for (let day = 0; day < 4; day += 1) {
      expect((await h.collect(1)).certificate.reasons).toEqual(['control-count-differs']);
    }
    expect(h.all('select key from topics where missed_scans > 0')).toEqual([]);
    h.close();
  });
});
