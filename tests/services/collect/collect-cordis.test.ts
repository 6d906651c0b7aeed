import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readTrackRecordSnapshot } from '../../../db/seed/track-record/read-snapshot.ts';
import type { NodeStore } from '../../../db/store.node.ts';
import type { Clock } from '../../../src/domain/ports.ts';
import type { TrackRecord } from '../../../src/scoring/track-record.ts';
import { collectCordis } from '../../../src/services/collect/collect-cordis.ts';
import type { CordisDeps } from '../../../src/services/collect/collect-cordis-archive.ts';
import { loadTrackRecord } from '../../../src/services/collect/load-track-record.ts';
import { mergeTrackRecords, renewTrackRecord } from '../../../src/services/collect/renew-track-record.ts';
import { trackRecordOverview } from '../../../src/services/collect/track-record-overview.ts';
import { listTrackRecord, readTrackRecord } from '../../../src/services/topics/list-track-record.ts';
import { winnersOfTopic } from '../../../src/services/topics/winners-of-topic.ts';
import { readProfile } from '../../quality/read-scoring-data.ts';
import {
  archiveOf,
  body,
  city,
  csv,
  fakeCordis,
  healthyTables,
  MILANO,
  POLIMI,
  project,
  type Row,
  streamedArchive,
  type Tables,
} from '../../sources/cordis/fake-archive.ts';
import { emptyStore } from '../../support/store.ts';

const profile = readProfile('milano');
const WIN: TrackRecord['participations'][number] = {
  pic: String(MILANO),
  topic: 'SCC-01-2015',
  project: '691895',
  acronym: 'SHAR-LLM',
  role: 'participant',
  contributionEur: 1,
  startOn: '2016-01-01',
};
let store: NodeStore;
let cordis: ReturnType<typeof fakeCordis>;
let deps: CordisDeps;
let day = '2026-11-06';

beforeEach(async () => {
  day = '2026-11-06';
  store = await emptyStore();
  cordis = fakeCordis({ H2020: archiveOf(healthyTables()) });
  const clock: Clock = { now: () => `${day}T02:30:00.000Z` };
  const quiet = () => undefined;
  deps = {
    db: store.db,
    clock,
    log: { debug: quiet, info: quiet, warn: quiet, error: quiet },
    profile,
    fetcher: cordis.fetcher,
    endpoints: { ftPortalSearchUrl: '', ftPortalDataUrl: '', cordisDataUrl: 'http://cordis.test/data/' },
  };
});
afterEach(() => store.close());

const collect = () => collectCordis({ deps, input: { archive: 'H2020' } });
const serve = (tables: Tables) => {
  cordis.archives.H2020 = archiveOf(tables);
};
const winners = async (identifier: string) => winnersOfTopic({ deps, input: { identifier } });
const verdictOf = async () => {
  const [certificate] = (await collect()).certificates;
  return {
    verdict: certificate?.verdict,
    reasons: certificate?.reasons,
    detail: certificate?.kinds[0]?.reasons[0]?.detail,
  };
};
/** Everything kept of the archives, as one text. */
const kept = () =>
  JSON.stringify(
    ['track_archives', 'track_projects', 'track_participations', 'topic_wins', 'validators'].map((table) =>
      store.sqlite.prepare(`select * from ${table}`).all(),
    ),
  );
const many = (count: number): Tables => ({
  'project.csv': Array.from({ length: count }, (_, i) => project(i + 1)),
  'organization.csv': Array.from({ length: count }, (_, i) => body(i + 1, POLIMI)),
});

describe('an archive of CORDIS', () => {
  it('tells what our partners won, and how many municipalities in which topic', async () => {
    const { certificates, counts } = await collect();
    expect(certificates[0]).toMatchObject({ verdict: 'certified', archive: 'H2020', reasons: [], requests: 1 });
    expect(counts).toEqual({ topics: 2, added: 2, changed: 0, unchanged: 0, withdrawn: 0, issues: 0 });

    const { topic } = await winners('SCC-01-2015');
    expect(topic).toMatchObject({
      projectCount: 2,
      participants: 5,
      municipalities: 3,
      coverage: 1,
      title: 'Lighthouse projects',
    });
    expect(topic?.projects.map(({ acronym }) => acronym)).toEqual(['REPLICATE', 'SHAR-LLM']);
    expect(topic?.projects[1]).toMatchObject({
      coordinator: 'GREATER LONDON AUTHORITY',
      coordinatorCountry: 'GB',
      title: 'The project 691895',
      partners: [
        { id: 'comune-di-milano', role: 'participant', contributionEur: 6000000.25 },
        { id: 'politecnico-di-milano', role: 'participant', contributionEur: 1000.5 },
      ],
    });

    const record = await listTrackRecord({ deps, input: { partner: String(POLIMI) } });
    expect(record.totals).toEqual({ projects: 2, coordinated: 1, contributionEur: 2001 });
    expect(record.items[0]?.url).toBe('https://cordis.europa.eu/project/id/646511');
  });

  it('is found by the portal’s spelling, and by its family', async () => {
    await collect();
    expect((await winners('mg-1-5-2016-2017')).topic?.topic).toBe('MG-1.5-2016-2017');
    expect((await winners('SCC-1-2015')).topic?.topic).toBe('SCC-01-2015');
    const later = await winners('LC-SC3-SCC-1-2018-2019-2020');
    expect(later).toMatchObject({ topic: null, family: 'SCC', forerunners: [{ topic: 'SCC-01-2015' }] });
    expect((await winners('SCC-03-2014')).forerunners).toEqual([]);
    expect(await winners('2027')).toEqual({ topic: null, family: '', forerunners: [] });
  });

  it('gives the matcher plain facts', async () => {
    await collect();
    const record = await readTrackRecord(deps);
    expect(record.topics).toEqual({
      'MG-1.5-2016-2017': 'Something of aviation',
      'SCC-01-2015': 'Lighthouse projects',
    });
    expect(record.participations).toContainEqual({
      pic: String(MILANO),
      topic: 'SCC-01-2015',
      project: '691895',
      acronym: 'SHAR-LLM',
      role: 'participant',
      contributionEur: 6000000.25,
      startOn: '2016-01-01',
    });
  });

  it('reads alike with columns moved, files in another order, decimal commas, CRLF and sizes behind the data', async () => {
    await collect();
    const before = await winners('SCC-01-2015');
    const tables = healthyTables();
    const backwards = Object.entries(tables)
      .reverse()
      .map(([name, rows]) => {
        const columns = Object.keys(rows[0] ?? {}).reverse();
        const text = csv(
          rows.map((row) => ({ ...row, ...commas(row) })),
          columns,
        );
        return [`csv/${name}`, text.replace(/\n(?=")|\n$/g, '\r\n')];
      });
    cordis.archives.H2020 = streamedArchive(Object.fromEntries(backwards));
    expect((await collect()).counts).toMatchObject({ topics: 2, unchanged: 2, issues: 0 });
    expect(await winners('SCC-01-2015')).toEqual(before);
  });

  it('bears repeated header rows, older country codes and a PIC out of a spreadsheet', async () => {
    const tables = healthyTables();
    const header = Object.fromEntries(Object.keys(tables['organization.csv']?.[0] ?? {}).map((name) => [name, name]));
    tables['organization.csv']?.splice(2, 0, header, header);
    tables['organization.csv']?.push(city(646511, 0, 'DIMOS ATHINAION', 'EL', { organisationID: '999111222.0' }));
    serve(tables);
    const [certificate] = (await collect()).certificates;
    expect(certificate).toMatchObject({ verdict: 'certified', kinds: [{ repeated: 2 }] });
    const { topic } = await winners('MG-1.5-2016-2017');
    expect(topic?.projects[0]?.municipalities).toEqual([{ pic: '999111222', name: 'DIMOS ATHINAION', country: 'GR' }]);
  });

  it('counts a city that won twice once, and a body listed twice in a project once', async () => {
    const tables = healthyTables();
    tables['organization.csv']?.push(
      city(691735, MILANO, 'COMUNE DI MILANO', 'IT', { role: 'thirdParty', ecContribution: '' }),
    );
    tables['organization.csv']?.push(city(691895, MILANO, 'COMUNE DI MILANO', 'IT', { role: 'thirdParty' }));
    serve(tables);
    await collect();
    expect((await winners('SCC-01-2015')).topic).toMatchObject({ municipalities: 3, participants: 6 });
    const { items } = await listTrackRecord({ deps, input: { partner: 'comune-di-milano' } });
    expect(items.map(({ acronym, role, contributionEur }) => [acronym, role, contributionEur])).toEqual([
      ['REPLICATE', 'third-party', null],
      ['SHAR-LLM', 'participant', 6000000.25],
    ]);
  });

  it('keeps what it can read of an odd row, and says what was odd', async () => {
    const tables = healthyTables();
    tables['project.csv']?.push(project(777, { startDate: 'soon', mood: 'good' }));
    const columns = [...Object.keys(healthyTables()['project.csv']?.[0] ?? {}), 'mood'];
    const files = Object.fromEntries(Object.entries(tables).map(([name, rows]) => [name, csv(rows)]));
    files['project.csv'] = csv(tables['project.csv'] ?? [], columns);
    files['organization.csv'] =
      `${csv([...(tables['organization.csv'] ?? []), body(777, 1, { role: 'juggler' })])}"only";"two"\n`;
    cordis.archives.H2020 = streamedArchive(files);
    expect((await collect()).certificates[0]?.verdict).toBe('certified');
    const issues = store.sqlite.prepare('select kind, subject from issues order by kind').all();
    expect(issues).toEqual([
      { kind: 'unknown-code', subject: 'H2020 organization.csv role juggler' },
      { kind: 'unknown-field', subject: 'H2020 project.csv mood' },
      { kind: 'unreadable-date', subject: 'H2020 project.csv startDate' },
      { kind: 'unreadable-row', subject: 'H2020 organization.csv' },
    ]);
  });
});

describe('an archive that proves nothing', () => {
  it('leaves everything as it was and says why', async () => {
    await collect();
    const before = kept();
    const whole = archiveOf({ ...healthyTables(), 'more.csv': [{ a: 1 }] });
    const without = (table: string, column: string): Uint8Array => {
      const tables = healthyTables();
      tables[table] = (tables[table] ?? []).map((row) =>
        Object.fromEntries(Object.entries(row).filter(([name]) => name !== column)),
      );
      return archiveOf(tables);
    };
    const { 'organization.csv': _, ...noBodies } = healthyTables();
    const days: [answer: Uint8Array | Response, reason: string, detail: RegExp][] = [
      [whole.slice(0, -30), 'cut-archive', /table of contents/],
      [whole.slice(0, 700), 'cut-archive', /ends/],
      [without('organization.csv', 'role'), 'columns-missing', /organization.csv lacks role/],
      [without('project.csv', 'endDate'), 'columns-missing', /project.csv lacks endDate/],
      [archiveOf(noBodies), 'unexpected-shape', /holds no organization.csv/],
      [archiveOf({ ...healthyTables(), 'organization.csv': [body(999, POLIMI)] }), 'incomplete', /does not have/],
      [streamedArchive({ 'project.csv': '', 'organization.csv': '' }), 'empty-answer', /is empty/],
      [
        streamedArchive({ ...files(), 'project.csv': `${files()['project.csv']}"open` }),
        'unexpected-shape',
        /not a CSV/,
      ],
      [page('<html>consent</html>'), 'html-instead-of-json', /answered with a page/],
      [new TextEncoder().encode('oops, no zip here'), 'unexpected-shape', /no zip archive/],
      [new Response('', { status: 404 }), 'http-error', /404/],
      [broken(whole), 'cut-archive', /connection broke/],
    ];
    for (const [answer, reason, detail] of days) {
      cordis.archives.H2020 = answer;
      expect(await verdictOf()).toEqual({
        verdict: 'failed',
        reasons: [reason],
        detail: expect.stringMatching(detail),
      });
      expect(kept()).toBe(before);
    }
    const rows = store.sqlite.prepare(
      "select count(*) as n from scans where verdict = 'failed' and finished_at is not null",
    );
    expect(rows.get()).toEqual({ n: days.length });
  });

  it('is doubted at a jump of more than 30 %, and believed on the third day', async () => {
    serve(many(100));
    await collect();
    serve(many(125));
    expect(await verdictOf()).toMatchObject({ verdict: 'certified' });
    serve(many(170));
    expect(await verdictOf()).toMatchObject({
      reasons: ['level-changed'],
      detail: expect.stringMatching(/170 rows after 125/),
    });
    day = '2026-11-07';
    expect(await verdictOf()).toMatchObject({ verdict: 'failed' });
    day = '2026-11-08';
    expect(await verdictOf()).toMatchObject({ verdict: 'certified' });
  });

  it('does not keep the other archive from being read', async () => {
    cordis.archives.HORIZON = cordis.archives.H2020;
    cordis.archives.H2020 = new Response('', { status: 503 });
    const { certificates } = await collectCordis({ deps });
    expect(certificates.map(({ archive, verdict }) => `${archive} ${verdict}`)).toEqual([
      'H2020 failed',
      'HORIZON certified',
    ]);
  });
});

describe('the next month', () => {
  it('does no work where nothing has changed', async () => {
    await collect();
    day = '2026-12-06';
    const report = await collect();
    expect(cordis.requests).toEqual(['cordis-h2020projects-csv.zip 200', 'cordis-h2020projects-csv.zip 304']);
    expect(report).toMatchObject({ unchanged: 1, counts: { topics: 2, unchanged: 2, added: 0 } });
    const { archives } = await listTrackRecord({ deps, input: { partner: 'comune-di-milano' } });
    expect(archives[0]).toMatchObject({ readAt: '2026-11-06T02:30:00.000Z', checkedAt: '2026-12-06T02:30:00.000Z' });
  });

  it('reads an unchanged archive again for a new partner', async () => {
    await collect();
    deps = { ...deps, profile: { ...profile, partners: profile.partners.slice(0, 1) } };
    await collect();
    expect(cordis.requests.at(-1)).toMatch(/200$/);
  });

  it('replaces what is gone', async () => {
    await collect();
    const tables = healthyTables();
    tables['project.csv'] = (tables['project.csv'] ?? []).filter(({ id }) => id !== 646511);
    tables['topics.csv'] = [];
    tables['organization.csv'] = (tables['organization.csv'] ?? []).filter(({ projectID }) => projectID !== 646511);
    delete tables['topics.csv'];
    serve(tables);
    expect((await collect()).counts).toMatchObject({ topics: 1, withdrawn: 1, unchanged: 1 });
    expect((await winners('MG-1.5-2016-2017')).topic).toBeNull();
  });

  it('waits for another process, and mends what a dead one left', async () => {
    store.sqlite.exec("insert into leases values ('collect:cordis', 'other', '2999-01-01T00:00:00.000Z')");
    await expect(collect()).rejects.toThrow(/running already/);
    store.sqlite.exec('delete from leases');
    store.sqlite.exec(
      "insert into scans (source, archive, started_at, reasons) values ('cordis', 'H2020', '2026-10-06', '[]')",
    );
    await collect();
    expect(store.sqlite.prepare('select verdict, reasons from scans order by id').all()).toEqual([
      { verdict: 'failed', reasons: '["interrupted"]' },
      { verdict: 'certified', reasons: '[]' },
    ]);
    expect(store.sqlite.prepare('select count(*) as n from leases').get()).toEqual({ n: 0 });
  });
});

describe('the bundled snapshot', () => {
  const load = () => loadTrackRecord({ deps, input: { snapshot: readTrackRecordSnapshot() } });

  it('serves until the first reading, loaded once', async () => {
    expect([await load(), await load()]).toEqual([true, false]);
    const { topic } = await winners('SCC-1-2015');
    expect(topic).toMatchObject({ municipalities: 22, projectCount: 4 });
    expect(topic?.projects.flatMap(({ partners }) => partners.map(({ id }) => id))).toContain('comune-di-milano');
    const record = await listTrackRecord({ deps, input: { partner: 'comune-di-milano' } });
    expect(record).toMatchObject({ totals: { projects: 4 }, archives: [{ origin: 'snapshot' }] });

    await collect();
    expect(await load()).toBe(false);
    expect((await winners('SCC-1-2015')).topic).toMatchObject({ municipalities: 3, projectCount: 2 });
  });

  it('is not what a first archive is weighed against', async () => {
    await load();
    expect(await verdictOf()).toMatchObject({ verdict: 'certified' });
  });
});

const commas = (row: Row): Row =>
  'ecContribution' in row ? { ecContribution: String(row.ecContribution).replace('.', ',') } : {};
const files = (): Record<string, string> =>
  Object.fromEntries(Object.entries(healthyTables()).map(([name, rows]) => [name, csv(rows)]));
const page = (html: string) => new Response(html, { headers: { 'content-type': 'text/html; charset=utf-8' } });

/** A body whose connection breaks in the middle. */
function broken(bytes: Uint8Array): Response {
  let sent = false;
  const stream = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (sent) return controller.error(new TypeError('terminated', { cause: new Error('other side closed') }));
      sent = true;
      controller.enqueue(bytes.slice(0, 300));
    },
  });
  return new Response(stream);
}

describe('the matcher', () => {
  const bundled: TrackRecord = {
    version: 'bundled',
    source: 'CORDIS',
    topics: { 'SCC-01-2015': 'Smart cities', 'EE-01-2014': 'Heat' },
    participations: [
      { ...WIN, contributionEur: null, startOn: null },
      { ...WIN, topic: 'EE-01-2014', project: '1', acronym: 'HEAT' },
    ],
  };

  it('is handed fresher facts only once CORDIS itself was read', async () => {
    const handed: TrackRecord[] = [];
    const learn = (fresh: TrackRecord) => void handed.push(fresh);
    await loadTrackRecord({ deps, input: { snapshot: readTrackRecordSnapshot() } });
    expect(await renewTrackRecord({ deps: { ...deps, learn } })).toBe(false);
    await collect();
    expect(await renewTrackRecord({ deps: { ...deps, learn } })).toBe(true);
    expect(handed.map(({ participations }) => participations.length)).toEqual([3]);
  });

  it('believes the fresh record where both speak, keeps the rest, and is another version', async () => {
    await collect();
    const merged = mergeTrackRecords(bundled, await readTrackRecord(deps));
    const sharing = merged.participations.filter(({ pic, project }) => pic === WIN.pic && project === WIN.project);
    expect(sharing).toMatchObject([{ contributionEur: 6000000.25, startOn: '2016-01-01' }]);
    expect(merged.participations.map(({ acronym }) => acronym)).toContain('HEAT');
    expect(merged.topics).toMatchObject({ 'EE-01-2014': 'Heat', 'SCC-01-2015': 'Lighthouse projects' });
    expect(merged.version).not.toBe(bundled.version);
  });

  it('is the same version where a new archive tells nothing new of our partners', async () => {
    await collect();
    const before = mergeTrackRecords(bundled, await readTrackRecord(deps)).version;
    const tables = healthyTables();
    tables['organization.csv']?.push(city(691735, 999428832, 'STAD GENT', 'BE'));
    serve(tables);
    await collect();
    expect(mergeTrackRecords(bundled, await readTrackRecord(deps)).version).toBe(before);
    tables['organization.csv']?.push(body(691735, POLIMI));
    serve(tables);
    await collect();
    expect(mergeTrackRecords(bundled, await readTrackRecord(deps)).version).not.toBe(before);
  });
});

describe('Fonti', () => {
  it('shows each archive with what is kept of it and how its last reading went', async () => {
    await loadTrackRecord({ deps, input: { snapshot: readTrackRecordSnapshot() } });
    const before = await trackRecordOverview({ deps });
    expect(before.archives.map(({ archive, kept, lastScan }) => [archive, kept?.origin, lastScan])).toEqual([
      ['H2020', 'snapshot', null],
      ['HORIZON', undefined, null],
    ]);
    await collectCordis({ deps });
    const { archives } = await trackRecordOverview({ deps });
    expect(archives.map(({ kept, lastScan }) => [kept?.origin, lastScan?.verdict])).toEqual([
      ['cordis', 'certified'],
      [undefined, 'failed'],
    ]);
  });
});

it('refuses an archive that CORDIS does not have, and names those it has', async () => {
  await expect(collectCordis({ deps, input: { archive: 'FP7' } })).rejects.toThrow(/FP7.*H2020, HORIZON/);
});
