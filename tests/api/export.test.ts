import { spawnSync } from 'node:child_process';
import { load } from 'cheerio';
import { parse } from 'csv-parse/sync';
import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { toXlsx } from '../../src/services/topics/export-xlsx.ts';
import { everyTopic, listTopicsSchema } from '../../src/services/topics/list-topics.ts';
import { score } from '../feeds/stage.ts';
import { appOf, depsOf } from '../support/deps.ts';
import { emptyStore, seed } from '../support/store.ts';
import { aTopic } from '../support/topics.ts';

const LISTS = [
  'topics',
  'shortlist',
  'changes',
  'scans',
  'pillars',
  'partners',
  'topics/HORIZON-A/changes',
  'partners/comune-di-milano/matches',
];
const hasXmllint = spawnSync('xmllint', ['--version']).status === 0;

let store: Awaited<ReturnType<typeof emptyStore>>;
beforeEach(async () => {
  store = await emptyStore();
  const topics = [
    aTopic({ identifier: 'HORIZON-A', title: '=cmd|calc & "Città"' }),
    aTopic({ identifier: 'HORIZON-B' }),
  ];
  await seed(store, topics);
  await score(store, topics, { partners: { 'comune-di-milano': 0.7 } });
});
afterEach(() => store.close());

const get = (path: string) => appOf(store).request(path);
const partsOf = (bytes: Uint8Array) =>
  Object.entries(unzipSync(bytes)).map(([path, own]) => [path, strFromU8(own)] as const);

/** The cells of a workbook's sheet as an independent XML reader sees them. */
function readSheet(bytes: Uint8Array): (string | number)[][] {
  const text = partsOf(bytes).find(([path]) => path === 'xl/worksheets/sheet1.xml')?.[1] ?? '';
  const $ = load(text, { xml: true });
  return $('row')
    .map((_, row) => [
      $(row)
        .find('c')
        .map((__, cell) => ($(cell).attr('t') === undefined ? Number($(cell).find('v').text()) : $(cell).text()))
        .get(),
    ])
    .get();
}

describe('every list', () => {
  it.each(LISTS)('%s is JSON, CSV and XLSX, by its own address and by ?format=', async (list) => {
    for (const path of [`/api/v1/${list}.csv`, `/api/v1/${list}?format=csv`]) {
      const answer = await get(path);
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8']);
    }
    const [byName, byFormat] = await Promise.all(
      [`/api/v1/${list}.xlsx`, `/api/v1/${list}?format=xlsx`].map(async (path) => {
        const answer = await get(path);
        expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="[a-z-]+\.xlsx"$/);
        return new Uint8Array(await answer.arrayBuffer());
      }),
    );
    expect(byName).toEqual(byFormat);
    expect((await get(`/api/v1/${list}`)).headers.get('content-type')).toBe('application/json');
  });

  it('makes two workbooks at a time: a third is asked to come again, and CSV is not', async () => {
    const answers = await Promise.all(Array.from({ length: 4 }, async () => await get('/api/v1/topics.xlsx')));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 503, 503]);
    expect(answers[2]?.headers.get('retry-after')).toBe('5');
    expect(await answers[2]?.json()).toMatchObject({ detail: expect.stringContaining('ask for CSV') });
    const sheets = await Promise.all(Array.from({ length: 4 }, async () => await get('/api/v1/topics.csv')));
    expect(sheets.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect((await get('/api/v1/topics.xlsx')).status).toBe(200);
  });

  it('says the same in a sheet as in the other', async () => {
    const csvRows: string[][] = parse(await (await get('/api/v1/topics.csv')).text(), { bom: true });
    const sheet = readSheet(new Uint8Array(await (await get('/api/v1/topics.xlsx')).arrayBuffer()));
    expect(sheet[0]).toEqual(csvRows[0]);
    expect(sheet.map(([identifier]) => identifier)).toEqual(csvRows.map(([identifier]) => identifier));
  });

  it('gives the fields asked for and no other, in JSON and in sheets', async () => {
    expect(await (await get('/api/v1/topics?fields=identifier,status')).json()).toMatchObject({
      items: [
        { identifier: 'HORIZON-A', status: 'open' },
        { identifier: 'HORIZON-B', status: 'open' },
      ],
    });
    const [first] = parse(await (await get('/api/v1/topics.csv?fields=title,identifier')).text(), { bom: true });
    expect(first).toEqual(['title', 'identifier']);
  });

  it('names a field that it does not know', async () => {
    for (const path of ['/api/v1/topics?fields=identifier,colour', '/api/v1/topics.xlsx?fields=colour']) {
      const answer = await get(path);
      expect([answer.status, await answer.text()]).toEqual([400, expect.stringContaining('colour')]);
    }
  });
});

describe('a sheet without a page', () => {
  const csvOf = async (path: string): Promise<string[][]> => parse(await (await get(path)).text(), { bom: true });
  const manyChanges = (many: number) =>
    store.db.run(sql`insert into changes (topic_key, at, field, before, after, material, source)
      with recursive n(i) as (select 1 union all select i + 1 from n where i < ${many})
      select 'HORIZON-A', '2026-11-01T05:00:00Z', 'title', 'null', json_quote('title ' || i), i % 2, 'ft-portal' from n`);

  it('is whole: every change of a long history, the newest first, or from a mark on the oldest first', async () => {
    await manyChanges(25_000);
    const ids = (rows: string[][]) => rows.slice(1).map(([id]) => Number(id));
    const all = Array.from({ length: 25_000 }, (_, n) => n + 1);
    expect(ids(await csvOf('/api/v1/changes.csv?fields=id'))).toEqual([...all].reverse());
    expect(ids(await csvOf('/api/v1/changes.csv?fields=id&after=23000'))).toEqual(all.slice(23_000));
    expect(ids(await csvOf('/api/v1/topics/HORIZON-A/changes.csv?fields=id&material=true'))).toHaveLength(12_500);
    const sheet = readSheet(new Uint8Array(await (await get('/api/v1/changes.xlsx?fields=id')).arrayBuffer()));
    expect(sheet).toHaveLength(25_001);
    expect(await csvOf('/api/v1/changes.csv?fields=id&pageSize=7')).toHaveLength(8);
  }, 60_000);

  it('holds each topic of the list once, in its order, whatever is written while it is read', async () => {
    const many = Array.from({ length: 1_201 }, (_, n) => aTopic({ identifier: `LIFE-${String(n).padStart(4, '0')}` }));
    await seed(store, many);
    const told: string[] = [];
    for await (const piece of everyTopic({ deps: depsOf(store), input: listTopicsSchema.parse({}) })) {
      told.push(...piece.map(({ identifier }) => identifier));
      await seed(store, [aTopic({ identifier: `AAA-${told.length}` })]);
    }
    const wanted = ['HORIZON-A', 'HORIZON-B', ...many.map(({ identifier }) => identifier)];
    expect(told).toEqual(wanted);
    expect((await csvOf('/api/v1/topics.csv?fields=identifier')).slice(1).flat()).toEqual(
      ['AAA-1203', 'AAA-500', 'AAA-1000', ...wanted].sort(),
    );
  }, 60_000);

  it('has its head where nothing was found', async () => {
    for (const list of ['topics.csv?q=zzzz', 'changes.csv', 'topics/HORIZON-A/changes.csv'])
      expect((await csvOf(`/api/v1/${list}`)).length, list).toBe(1);
    expect((await get('/api/v1/partners/nobody/matches.csv')).status).toBe(404);
  });
});

describe('a workbook', () => {
  it('keeps a formula from outside a text', async () => {
    const bytes = new Uint8Array(await (await get('/api/v1/topics.xlsx?fields=title')).arrayBuffer());
    expect(readSheet(bytes)[1]).toEqual(['=cmd|calc & "Città"']);
    expect(partsOf(bytes).some(([, text]) => text.includes('<f>'))).toBe(false);
  });

  it('gives back whatever was put in, and is the same file for the same content', () => {
    const value = fc.oneof(
      fc.string({ unit: 'grapheme', minLength: 1 }),
      fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0),
    );
    fc.assert(
      fc.property(fc.array(fc.array(value, { minLength: 1, maxLength: 30 }), { maxLength: 5 }), (rows) => {
        const bytes = toXlsx('Prova', ['a'], rows);
        expect(toXlsx('Prova', ['a'], rows)).toEqual(bytes);
        const readable = (cell: string | number) =>
          typeof cell === 'string'
            ? cell.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F]/g, '').replace(/\r\n?/g, '\n')
            : cell;
        expect(
          readSheet(bytes)
            .slice(1)
            .map((row) => row.map(readable)),
        ).toEqual(rows.map((row) => row.map(readable)));
      }),
      { numRuns: 60 },
    );
  });

  it.runIf(hasXmllint)('is well-formed in every part, whatever characters came in', () => {
    const bytes = toXlsx('A/B: [c] <d> & una scheda dal nome troppo lungo', ['x'], [['\u0000\u000b\ud800<&>"\uffff']]);
    for (const [path, text] of partsOf(bytes)) {
      const { status, stderr } = spawnSync('xmllint', ['--noout', '-'], { input: text });
      expect([path, status, stderr.toString()]).toEqual([path, 0, '']);
    }
  });
});
