import { afterEach, describe, expect, it, vi } from 'vitest';
import { acceptLevel } from '../../../src/services/collect/accept-level.ts';
import { collect } from '../../../src/services/collect/collect.ts';
import { importTopics } from '../../../src/services/collect/import-topics.ts';
import { reparse } from '../../../src/services/collect/reparse.ts';
import { CLOSED, type FakeTopic, makeCatalogue, OPEN } from '../../fake-portal/catalogue.ts';
import { openHarness } from '../../fake-portal/harness.ts';

vi.setConfig({ testTimeout: 30_000 });

const catalogue = () => makeCatalogue({ topics: 6, cascades: 3, externals: 2, textLength: 400 });

type Harness = Awaited<ReturnType<typeof openHarness>>;
let h: Harness;
afterEach(() => h.close());

const topicAt = (index: number): FakeTopic => h.portal.catalogue[index] ?? expect.fail(`no topic ${index}`);
async function* oneLine(line: string): AsyncGenerator<string> {
  yield line;
}

const changes = () =>
  h.all<{ topic_key: string; field: string }>(
    'select topic_key, field, before, after, material from changes order by id',
  );

describe('a collect', () => {
  it('keeps siblings of one parent apart, each under its own reference', async () => {
    h = await openHarness(catalogue());
    await h.collect();
    expect(h.all("select key, title, parent_identifier from topics where kind = 'cascade' order by key")).toEqual([
      {
        key: '9000COMPETITIVE_CALLen',
        title: expect.stringContaining('open call 0'),
        parent_identifier: 'HORIZON-FAKE-2024-PARENT-01',
      },
      {
        key: '9001COMPETITIVE_CALLen',
        title: expect.stringContaining('open call 1'),
        parent_identifier: 'HORIZON-FAKE-2024-PARENT-01',
      },
      {
        key: '9002COMPETITIVE_CALLen',
        title: expect.stringContaining('open call 2'),
        parent_identifier: 'HORIZON-FAKE-2024-PARENT-01',
      },
    ]);
  });

  it('writes no change at first sight, and afterwards one for each field that moved', async () => {
    h = await openHarness(catalogue());
    await h.collect();
    expect(changes()).toEqual([]);
    const [deadline, text, title] = [topicAt(0), topicAt(1), topicAt(2)];
    deadline.deadlines = ['2027-12-01'];
    deadline.model = 'single-stage';
    text.description = text.description.replace('</p>', ' and a sentence more.</p>').replace('<ul>', '\n <ul  >');
    title.title = 'Another title';
    const { counts, changedKeys } = await h.collect(1);
    expect(counts).toMatchObject({ changed: 3, unchanged: 8, added: 0 });
    expect(changedKeys.sort()).toEqual([deadline.identifier, text.identifier, title.identifier].sort());
    expect(changes().map(({ topic_key, field }) => [topic_key, field])).toContainEqual([
      deadline.identifier,
      'deadlines',
    ]);
    expect(
      changes()
        .filter(({ topic_key }) => topic_key === text.identifier)
        .map(({ field }) => field),
    ).toEqual(['text']);
    expect(
      changes()
        .filter(({ topic_key }) => topic_key === title.identifier)
        .map(({ field }) => field),
    ).toEqual(['title']);
    expect(h.all('select key from topics where last_changed_at is not null')).toHaveLength(3);
    expect((await h.collect(1)).counts).toMatchObject({ changed: 0, unchanged: 11 });
  });

  it('tells in its certificate every request it made, the second look included', async () => {
    h = await openHarness(catalogue());
    const { scanId } = await h.collect();
    const made = Object.values(h.portal.requests).reduce((sum, count) => sum + count, 0);
    expect(h.all(`select certificate ->> 'requests' as requests from scans where id = ${scanId}`)).toEqual([
      { requests: made },
    ]);
  });

  it('never overwrites a known value by an empty one', async () => {
    h = await openHarness(catalogue());
    await h.collect();
    const known = h.all(`select * from rounds where topic_key = '${topicAt(0).identifier}'`);
    const sections = h.all(`select sections from topic_texts where topic_key = '${topicAt(0).identifier}'`);
    topicAt(0).extra = {
      title: [],
      budgetOverview: [],
      descriptionByte: [],
      topicConditions: null,
      callTitle: [],
      keywords: [],
    };
    const cascade = h.portal.catalogue.find(({ kind }) => kind === 'cascade') ?? expect.fail();
    cascade.extra = { callTitle: [] };
    h.portal.faults.add('no-details');
    await h.collect(1);
    expect(h.all(`select * from rounds where topic_key = '${topicAt(0).identifier}'`)).toEqual(known);
    expect(h.all(`select sections from topic_texts where topic_key = '${topicAt(0).identifier}'`)).toEqual(sections);
    expect(changes()).toEqual([]);
  });

  it('keeps the row of a renamed topic, with its history and its old name', async () => {
    h = await openHarness(catalogue());
    await h.collect();
    const topic = topicAt(4);
    const former = topic.identifier;
    const [{ id } = { id: 0 }] = h.all<{ id: number }>(`select id from topics where key = '${former}'`);
    topic.identifier = 'HORIZON-FAKE-2027-RENAMED-01';
    expect((await h.collect(1)).counts).toMatchObject({ added: 0, changed: 1 });
    expect(h.all(`select key, identifier from topics where id = ${id}`)).toEqual([
      { key: topic.identifier, identifier: topic.identifier },
    ]);
    expect(changes()).toContainEqual(
      expect.objectContaining({ topic_key: topic.identifier, field: 'identifier', material: 1 }),
    );
    expect(h.all(`select topic_key from aliases where alias = '${former}'`)).toEqual([{ topic_key: topic.identifier }]);
    for (const table of ['rounds', 'topic_texts', 'aliases', 'raw_documents', 'changes']) {
      expect(h.all(`select * from ${table} where topic_key = '${former}'`), table).toEqual([]);
    }
  });

  it('asks for a cascade or external call that is no longer listed by its call number, and learns that it closed', async () => {
    h = await openHarness(catalogue());
    const [cascade, external] = [topicAt(6), topicAt(9)];
    // An identifier gets edited, and a reference need not begin with the call's number.
    Object.assign(external, { identifier: 'EuropeAid/990000/DD/ACT/IT', callIdentifier: '181000' });
    external.reference = '186723PROSPECTSEN';
    expect([cascade.kind, external.kind]).toEqual(['cascade', 'external']);
    await h.collect();
    cascade.status = CLOSED;
    external.status = CLOSED;
    await h.collect(1);
    const keys = `'${cascade.reference}', '${external.reference}'`;
    expect(h.all(`select stated_status as status, missed_scans as missed from topics where key in (${keys})`)).toEqual([
      { status: 'closed', missed: 0 },
      { status: 'closed', missed: 0 },
    ]);
  });

  it('takes a call back from a file that was imported over it, and says what moves', async () => {
    h = await openHarness(catalogue());
    const { identifier, title } = topicAt(0);
    await h.collect();
    const line = JSON.stringify({
      identifier,
      title: 'Overwritten by hand',
      deadlines: ['2030-01-01'],
      status: 'closed',
    });
    const report = await importTopics({ deps: h.deps, input: { lines: oneLine(line) } });
    expect(report).toMatchObject({ changed: 1, overlaid: 1 });
    await h.collect(1);
    expect(h.all(`select source, title, stated_status as status from topics where key = '${identifier}'`)).toEqual([
      { source: 'ft-portal', title, status: topicAt(0).status === OPEN ? 'open' : 'forthcoming' },
    ]);
    expect(h.all(`select closes_at from rounds where topic_key = '${identifier}' and closes_at > '2029'`)).toEqual([]);
    expect(changes().filter(({ field }) => field === 'title')).toHaveLength(2);
  });

  it('adopts snapshot topics without a word, then tells what moves', async () => {
    h = await openHarness(catalogue());
    const key = topicAt(0).identifier;
    await h.collect();
    h.sqlite.exec(
      `delete from scans; update topics set source = 'snapshot', raw_hash = null, title = 'Of August' where key = '${key}'`,
    );
    await h.collect(1);
    expect(changes()).toEqual([]);
    expect(h.all(`select source, title from topics where key = '${key}'`)).toEqual([
      { source: 'ft-portal', title: topicAt(0).title },
    ]);
    topicAt(0).title = 'Of November';
    await h.collect(1);
    expect(changes()).toHaveLength(1);
  });

  it('asks for the details of rows without text, once, and then conditionally', async () => {
    h = await openHarness(catalogue());
    const topic = topicAt(3);
    topic.bare = true;
    await h.collect();
    const path = `/topicDetails/${topic.identifier.toLowerCase()}.json`;
    expect(h.portal.requests[path]).toBe(1);
    expect(h.all(`select budget_eur from rounds where topic_key = '${topic.identifier}'`)).toEqual([
      { budget_eur: topic.budgetEur },
    ]);
    expect((await h.collect(1)).counts).toMatchObject({ changed: 0, unchanged: 11 });
    topic.description = topic.description.replace('</p>', ' but not quite.</p>');
    expect((await h.collect(1)).counts).toMatchObject({ changed: 1 });
    expect(changes().map(({ field }) => field)).toEqual(['text']);
    h.portal.faults.add('no-details');
    expect(await h.collect(1)).toMatchObject({
      certificate: { verdict: 'certified' },
      counts: { changed: 0, unchanged: 11 },
    });
    expect(h.all("select kind from issues where kind = 'details-unavailable'")).toHaveLength(1);
  });

  it('asks for the details of a row whose budget was cut on its way', async () => {
    h = await openHarness(catalogue());
    const topic = topicAt(3);
    topic.extra = { budgetOverview: ['{"budgetYearsColumns":["2027"],"budgetTopic'] };
    await h.collect();
    expect(h.all(`select budget_eur from rounds where topic_key = '${topic.identifier}'`)).toEqual([
      { budget_eur: topic.budgetEur },
    ]);
  });

  it('does not ask day after day for the details of rows of a stale index, which were over years ago', async () => {
    h = await openHarness(catalogue());
    const stale = topicAt(3);
    Object.assign(stale, { bare: true, deadlines: ['2025-01-22'] });
    await h.collect();
    await h.collect(1);
    expect(h.portal.requests[`/topicDetails/${stale.identifier.toLowerCase()}.json`]).toBeUndefined();
    expect(h.all(`select count(*) as n from topics where key = '${stale.identifier}'`)).toEqual([{ n: 1 }]);
  });

  it('finds topics that have no English row', async () => {
    const rows = catalogue();
    h = await openHarness(rows);
    const french = {
      ...topicAt(0),
      identifier: 'CREA-FR-2027-01',
      number: 61_000_000,
      reference: '61000000TOPICSfr',
      language: 'fr',
    };
    const translated = { ...topicAt(1), reference: `${topicAt(1).number}TOPICSfr`, title: 'Traduit', language: 'fr' };
    h.portal.catalogue.push(french, translated);
    expect((await h.collect()).certificate.kinds[0]).toMatchObject({ verdict: 'certified', uniqueKeys: 6 });
    expect(h.all("select title from topics where key = 'CREA-FR-2027-01'")).toEqual([{ title: french.title }]);
    expect(h.all("select count(*) as n from topics where title = 'Traduit'")).toEqual([{ n: 0 }]);
  });

  it('takes the better of two rows of one topic, each time the same', async () => {
    h = await openHarness(catalogue());
    const stale = {
      ...topicAt(2),
      reference: '41000000Slug1574121600000',
      title: 'Stale',
      extra: { esDA_IngestDate: ['2024-01-01T00:00:00.000+0000'] },
    };
    h.portal.catalogue.push(stale);
    await h.collect();
    await h.collect(1);
    expect(h.all(`select title from topics where key = '${stale.identifier}'`)).toEqual([{ title: topicAt(2).title }]);
    expect(changes()).toEqual([]);
    expect(h.all("select kind from issues where kind in ('duplicate-row', 'stale-index-row')").length).toBeGreaterThan(
      0,
    );
  });

  it('notes unknown codes and fields, and lists the topic all the same', async () => {
    h = await openHarness(catalogue());
    topicAt(0).programme = '99999999';
    topicAt(1).extra = {
      brandNewField: ['x'],
      deadlineDate: ['the day after tomorrow'],
      actions: [],
      budgetOverview: [],
    };
    await h.collect();
    expect(h.all('select count(*) as n from topics')).toEqual([{ n: 11 }]);
    const kinds = h.all<{ kind: string }>('select distinct kind from issues').map(({ kind }) => kind);
    expect(kinds).toEqual(
      expect.arrayContaining(['unknown-programme', 'unknown-field', 'unknown-code', 'unreadable-date']),
    );
  });

  it('lets hostile text do no harm', async () => {
    h = await openHarness(catalogue());
    const topic = topicAt(0);
    topic.title = '=HYPERLINK("http://x")\u0000\u0007 \u202Egnp.exe';
    topic.description = `<p class="topicdescriptionkind">Scope:</p><script>alert(1)</script><p onclick="x()">Safe <a href="javascript:x()">link</a>\u0000</p>`;
    topicAt(1).description = `<p class="topicdescriptionkind">Scope:</p><p>${'very long '.repeat(500_000)}</p>`;
    expect((await h.collect()).certificate.verdict).toBe('certified');
    const [row] = h.all<{ sections: string }>(
      `select sections from topic_texts where topic_key = '${topic.identifier}'`,
    );
    expect(row?.sections).not.toMatch(/<script|onclick|javascript:|\\u0000/);
    expect(h.all(`select title from topics where key = '${topic.identifier}'`)[0]?.title).not.toMatch(
      /[\u0000-\u001F\u202A-\u202E]/,
    );
    expect(h.all("select subject from issues where kind = 'section-cut'")).toEqual([
      { subject: topicAt(1).identifier },
    ]);
  });

  it('fills the closed archive, and leaves it in peace afterwards', async () => {
    h = await openHarness(makeCatalogue({ topics: 5, archived: 7, textLength: 200 }));
    await h.collect();
    const filled = await h.collect(0, { archive: 'H2020' });
    expect(filled).toMatchObject({ certificate: { verdict: 'certified', archive: 'H2020' }, counts: { added: 7 } });
    for (let day = 0; day < 4; day += 1) await h.collect(1);
    expect(
      h.all(
        "select count(*) as n from topics where programme = 'H2020' and stated_status = 'closed' and withdrawn_at is null",
      ),
    ).toEqual([{ n: 7 }]);
    await expect(h.collect(0, { archive: 'FP7' })).rejects.toThrow('known archives: H2020');
  });

  it('runs once at a time', async () => {
    h = await openHarness(catalogue());
    const both = await Promise.allSettled([collect({ deps: h.deps, input: {} }), collect({ deps: h.deps, input: {} })]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(h.all('select * from leases')).toEqual([]);
    expect(h.all("select * from store_facts where name = 'collect-progress'")).toEqual([]);
  });
});

describe('accepting a level', () => {
  it('makes the new level the baseline at once', async () => {
    h = await openHarness(makeCatalogue({ topics: 60, textLength: 100 }));
    await h.collect();
    h.portal.catalogue.push(
      ...makeCatalogue({ topics: 40, textLength: 100, seed: 9 }).map((topic, index) => ({
        ...topic,
        identifier: `MORE-${index}`,
        number: 66_000_000 + index,
        reference: `${66_000_000 + index}TOPICSen`,
      })),
    );
    expect((await h.collect(1)).certificate.reasons).toEqual(['level-changed']);
    await acceptLevel({ deps: h.deps, input: { source: 'ft-portal', kind: 'topic' } });
    expect((await h.collect(0)).certificate.verdict).toBe('certified');
    await expect(acceptLevel({ deps: h.deps, input: { source: 'ft-portal', kind: 'topic' } })).rejects.toThrow(
      'No new level',
    );
  });
});

describe('reparse', () => {
  it('repeats what the mapping makes of the kept documents, and writes only what differs', async () => {
    h = await openHarness(catalogue());
    topicAt(3).bare = true;
    await h.collect();
    const requests = h.deps.fetcher.traffic.requests;
    expect(await reparse({ deps: h.deps, input: {} })).toMatchObject({ topics: 11, changed: 0, changedKeys: [] });
    h.sqlite.exec(`update topics set title = 'as an older mapping read it' where key = '${topicAt(0).identifier}'`);
    expect(await reparse({ deps: h.deps, input: { source: 'ft-portal' } })).toMatchObject({ changed: 1 });
    expect(changes().map(({ field }) => field)).toEqual(['title']);
    expect(h.deps.fetcher.traffic.requests).toBe(requests);
    expect((await h.collect(1)).counts).toMatchObject({ changed: 0 });
  });
});

describe('a topic that closes by itself', () => {
  it('is neither missing nor withdrawn once its deadline is over', async () => {
    h = await openHarness(catalogue());
    await h.collect();
    const gone = h.portal.catalogue.splice(0, 1)[0] ?? expect.fail();
    expect(gone.status).not.toBe(CLOSED);
    for (let day = 0; day < 4; day += 1) await h.collect(500);
    expect(h.all(`select withdrawn_at from topics where key = '${gone.identifier}'`)).toEqual([{ withdrawn_at: null }]);
  });
});
