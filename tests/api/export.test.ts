import { spawnSync } from 'node:child_process';
import { load } from 'cheerio';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { toXlsx } from '../../src/services/topics/export-xlsx.ts';
import { score } from '../feeds/stage.ts';
import { appOf } from '../support/deps.ts';
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
