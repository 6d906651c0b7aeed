import { describe, expect, it, vi } from 'vitest';
import { CLOSED, type FakeTopic, makeCatalogue } from '../fake-portal/catalogue.ts';
import type { Fault } from '../fake-portal/faults.ts';
import { openHarness } from '../fake-portal/harness.ts';

const SMALL = { topics: 130, cascades: 12, externals: 5, textLength: 200 };
// Whole scans: long only where many suites share two cores.
vi.setConfig({ testTimeout: 30_000 });

type Harness = Awaited<ReturnType<typeof openHarness>>;

/** All that people see of the catalogue, without the times of sight. */
const catalogueOf = ({ all }: Harness) => ({
  topics: all('select key, title, stated_status, withdrawn_at, missed_scans, source from topics order by key'),
  rounds: all('select * from rounds order by topic_key, seq'),
  texts: all('select topic_key, sections from topic_texts order by topic_key'),
  changes: all('select topic_key, field from changes order by id'),
});

describe('a portal that fails', () => {
  it.each<[Fault, string]>([
    ['all-500', 'http-error'],
    ['html', 'html-instead-of-json'],
    ['cut-json', 'cut-json'],
    ['hang', 'time-out'],
    ['empty', 'type-vanished'],
    ['ties-always', 'incomplete'],
    ['drift-always', 'total-drift'],
    ['drops-rows', 'control-count-differs'],
    ['filters-ignored', 'row-outside-query'],
    ['page-size-ignored', 'page-size-ignored'],
    ['warnings', 'warnings'],
  ])('%s: fails as %s, leaves the catalogue as it was, and the next good scan is certified', async (fault, reason) => {
    const h = await openHarness(SMALL, { firstByteMs: 5, tries: 2 });
    await h.collect();
    const before = catalogueOf(h);
    h.portal.faults.add(fault);
    for (let day = 0; day < 3; day += 1) {
      const { certificate } = await h.collect(1);
      expect(certificate.verdict).toBe('failed');
      expect(certificate.reasons).toContain(reason);
    }
    expect(catalogueOf(h)).toEqual(before);
    h.portal.faults.clear();
    expect(await h.collect(1)).toMatchObject({
      certificate: { verdict: 'certified' },
      counts: { changed: 0, withdrawn: 0 },
    });
    expect(catalogueOf(h)).toEqual(before);
    h.close();
  });

  it('other languages that cannot be asked for are an issue on Fonti, and prove nothing about the rest', async () => {
    const h = await openHarness(SMALL, { tries: 2 });
    h.portal.faults.add('no-other-languages');
    expect((await h.collect()).certificate.verdict).toBe('certified');
    expect(h.all("select subject from issues where kind = 'languages-unavailable' order by subject")).toEqual([
      { subject: 'cascade' },
      { subject: 'external' },
      { subject: 'topic' },
    ]);
    h.close();
  });

  it('an empty answer to the first scan of all is no empty catalogue', async () => {
    const h = await openHarness(SMALL);
    h.portal.faults.add('empty');
    expect((await h.collect()).certificate).toMatchObject({ verdict: 'failed', reasons: ['empty-answer'] });
    expect(h.all('select verdict, reasons from scans')).toEqual([{ verdict: 'failed', reasons: '["empty-answer"]' }]);
    h.close();
  });

  it.each<[Fault, number]>([
    ['flaky', 2],
    ['ties', 3],
    ['drift', 3],
  ])('%s: is repaired within the scan, in %i passes', async (fault, passes) => {
    const h = await openHarness(SMALL);
    h.portal.faults.add(fault);
    const { certificate, counts } = await h.collect();
    expect(certificate).toMatchObject({ verdict: 'certified', reasons: [] });
    expect(certificate.kinds[0]).toMatchObject({ kind: 'topic', passes, uniqueKeys: 130 });
    expect(counts.added).toBe(147);
    const undisturbed = await openHarness(SMALL);
    await undisturbed.collect();
    expect(catalogueOf(h)).toEqual(catalogueOf(undisturbed));
    h.close();
  });

  it('calls that share the key they are sorted by are read whole, on two pages as on one', async () => {
    const catalogue = makeCatalogue({ ...SMALL, cascades: 130 });
    const cascades = catalogue.filter(({ kind }) => kind === 'cascade');
    // In the rows of August 2026 up to 14 calls of one project have the same number.
    for (const [index, call] of cascades.entries()) call.extra = { callccm2Id: [`4400${Math.floor(index / 14)}`] };
    const h = await openHarness(catalogue);
    const { certificate } = await h.collect();
    expect(certificate).toMatchObject({ verdict: 'certified', reasons: [] });
    expect(certificate.kinds[1]).toMatchObject({ kind: 'cascade', passes: 2, uniqueKeys: 130, repeated: 0 });
    const gone = h.portal.catalogue.splice(h.portal.catalogue.indexOf(cascades[99] ?? expect.fail()), 1);
    for (let day = 0; day < 3; day += 1) await h.collect(1);
    expect(h.all('select key from topics where withdrawn_at is not null')).toEqual([{ key: gone[0]?.reference }]);
    h.close();
  });

  it('asks no more of a dead portal than one page', async () => {
    const h = await openHarness(SMALL);
    h.portal.faults.add('all-500');
    const { certificate } = await h.collect();
    expect(certificate.requests).toBe(4);
    expect(certificate.kinds.map(({ reasons }) => reasons[0]?.detail)).toEqual([
      expect.stringContaining('HTTP 500 (4 tries)'),
      expect.stringContaining('not read: '),
      expect.stringContaining('not read: '),
    ]);
    h.close();
  });

  it.each<[Fault, string]>([
    ['no-bulk', 'bulk-unavailable'],
    ['cut-bulk', 'bulk-unavailable'],
    ['no-facet', 'unknown-code'],
  ])('%s: is an issue, not a failure', async (fault, kind) => {
    const h = await openHarness(SMALL);
    h.portal.faults.add(fault);
    expect((await h.collect()).certificate.verdict).toBe('certified');
    expect(h.all('select kind from issues')).toEqual([{ kind }]);
    h.close();
  });
});

describe('the level of a kind', () => {
  it('a type that vanished is not news, and its topics stay', async () => {
    const h = await openHarness(SMALL);
    await h.collect();
    const externals = h.portal.catalogue.filter(({ kind }) => kind === 'external');
    h.portal.catalogue = h.portal.catalogue.filter(({ kind }) => kind !== 'external');
    for (let day = 0; day < 4; day += 1) {
      const { certificate } = await h.collect(1);
      expect(certificate).toMatchObject({ verdict: 'failed', reasons: ['type-vanished'] });
      expect(certificate.kinds.map(({ verdict }) => verdict)).toEqual(['certified', 'certified', 'failed']);
    }
    expect(
      h.all("select count(*) as n from topics where kind = 'external' and withdrawn_at is null and missed_scans = 0"),
    ).toEqual([{ n: 5 }]);
    h.portal.catalogue.push(...externals);
    expect((await h.collect(1)).certificate.verdict).toBe('certified');
    h.close();
  });

  it('+180 % from the stale index fails, updates nothing known, and is believed on the third day', async () => {
    const h = await openHarness(SMALL);
    await h.collect();
    const before = catalogueOf(h);
    const stale = staleRows(h.portal.catalogue);
    h.portal.catalogue.push(...stale);
    const first = await h.collect(1);
    expect(first.certificate).toMatchObject({ verdict: 'failed', reasons: ['level-changed'] });
    expect(first.certificate.kinds[0]?.reasons[0]?.detail).toContain('364 rows after 130 (+180 %)');
    expect(await h.collect(0)).toMatchObject({ certificate: { verdict: 'failed' } });
    expect(await h.collect(1)).toMatchObject({ certificate: { verdict: 'failed' } });
    const own = catalogueOf(h).topics.filter(({ key }) => !String(key).startsWith('STALE'));
    expect(own).toEqual(before.topics);
    expect(catalogueOf(h).changes).toEqual([]);
    expect(await h.collect(1)).toMatchObject({ certificate: { verdict: 'certified' } });
    h.close();
  });
});

describe('topics that are no longer listed', () => {
  it('are withdrawn after three certified scans, and back when they are seen again', async () => {
    const h = await openHarness(SMALL);
    await h.collect();
    const gone = h.portal.catalogue.splice(3, 2);
    const withdrawn = () => h.all('select key from topics where withdrawn_at is not null').length;
    expect((await h.collect(1)).counts.withdrawn).toBe(0);
    h.portal.faults.add('all-500');
    await h.collect(1);
    h.portal.faults.clear();
    expect((await h.collect(1)).counts.withdrawn).toBe(0);
    expect(withdrawn()).toBe(0);
    expect((await h.collect(1)).counts.withdrawn).toBe(2);
    expect(withdrawn()).toBe(2);
    h.portal.catalogue.push(...gone);
    await h.collect(1);
    expect(withdrawn()).toBe(0);
    expect(h.all('select max(missed_scans) as n from topics')).toEqual([{ n: 0 }]);
    h.close();
  });

  it('are closed when the portal says so, found by name', async () => {
    const h = await openHarness(SMALL);
    await h.collect();
    const topic = h.portal.catalogue[3] ?? expect.fail();
    topic.status = CLOSED;
    const { counts } = await h.collect(1);
    expect(counts).toMatchObject({ changed: 1, withdrawn: 0 });
    expect(h.all('select topic_key, field, before, after, material from changes')).toEqual([
      {
        topic_key: topic.identifier,
        field: 'statedStatus',
        before: expect.any(String),
        after: '"closed"',
        material: 1,
      },
    ]);
    expect((await h.collect(1)).counts.changed).toBe(0);
    h.close();
  });

  it('are asked for by their details file when the search knows nothing', async () => {
    const h = await openHarness(SMALL);
    await h.collect();
    const topic = h.portal.catalogue[3] ?? expect.fail();
    // Gone from the index we ask, still published as a file.
    topic.datasource = 'SEDIA_PRD_CENTRICITY';
    for (let day = 0; day < 4; day += 1) await h.collect(1);
    expect(h.all(`select withdrawn_at, missed_scans from topics where key = '${topic.identifier}'`)).toEqual([
      { withdrawn_at: null, missed_scans: 0 },
    ]);
    expect(h.all('select count(*) as n from changes')).toEqual([{ n: 0 }]);
    h.close();
  });

  it('bundled topics that were never listed are looked for in their files before they are withdrawn, some a scan', async () => {
    const h = await openHarness(SMALL);
    await h.collect();
    // 65 of 130 in our store, gone from the index; the first of them is still published as a file.
    const bundled = h.portal.catalogue.filter(({ kind }) => kind === 'topic').slice(0, 65);
    for (const topic of bundled) topic.datasource = 'SEDIA_PRD_CENTRICITY';
    for (const topic of bundled.slice(1)) h.portal.catalogue.splice(h.portal.catalogue.indexOf(topic), 1);
    h.sqlite.exec(`delete from scan_levels; delete from scans;
      update topics set source = 'snapshot', raw_hash = null where key in ('${bundled.map((topic) => topic.identifier).join("','")}')`);
    const files = () => Object.keys(h.portal.requests).filter((path) => path.startsWith('/topicDetails/')).length;
    const withdrawn = () => h.all('select key from topics where withdrawn_at is not null').length;
    const seen: [number, number][] = [];
    for (let day = 0; day < 4; day += 1) {
      await h.collect(1);
      seen.push([files(), withdrawn()]);
    }
    expect(seen).toEqual([
      [0, 0],
      [0, 0],
      [60, 59],
      [65, 64],
    ]);
    expect(h.all(`select source, missed_scans from topics where key = '${bundled[0]?.identifier}'`)).toEqual([
      { source: 'ft-portal', missed_scans: 0 },
    ]);
    h.close();
  });
});

/** Rows of the old index that still call themselves SEDIA: long closed topics that say Open. */
function staleRows(catalogue: readonly FakeTopic[]): FakeTopic[] {
  const fresh = makeCatalogue({ topics: 234, textLength: 200, seed: 3 });
  return fresh.map((topic, index) => ({
    ...topic,
    identifier: index < 20 ? (catalogue[index]?.identifier ?? '') : `STALE-2021-${index}`,
    reference: `${42_000_000 + index}ResearchandInnovationaction1574121600000`,
    number: 42_000_000 + index,
    deadlines: ['2021-04-05'],
    title: `Stale ${index}`,
    extra: { esDA_IngestDate: ['2024-05-01T00:00:00.000+0000'] },
  }));
}
