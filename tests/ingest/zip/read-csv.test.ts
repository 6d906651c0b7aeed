import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ArchiveError } from '../../../src/ingest/zip/archive-error.ts';
import { openCsv } from '../../../src/ingest/zip/read-csv.ts';
import { inPieces } from '../../sources/cordis/fake-archive.ts';

async function read(text: string, size = 5, positions?: number[]) {
  const { header, rows } = await openCsv(inPieces(new TextEncoder().encode(text), size), ';');
  const found: string[][] = [];
  const widths: number[] = [];
  for await (const { width, cells } of rows(positions ?? [...header.keys()])) {
    found.push(cells);
    widths.push(width);
  }
  return { header, rows: found, widths };
}

describe('a CSV as it streams by', () => {
  it('reads back what csv-stringify writes, in whatever pieces it comes', async () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'è', '🚲', '"', ';', '\n', '\r', ' ', ','), maxLength: 8 });
    const table = fc.array(fc.tuple(cell, cell, cell), { maxLength: 6 });
    const dialect = fc.record({
      quoted: fc.boolean(),
      bom: fc.boolean(),
      crlf: fc.boolean(),
      size: fc.integer({ min: 1, max: 40 }),
    });
    await fc.assert(
      fc.asyncProperty(table, dialect, async (rows, { quoted, bom, crlf, size }) => {
        const record_delimiter = crlf ? '\r\n' : '\n';
        const text = stringify([['a', 'b', 'c'], ...rows], {
          delimiter: ';',
          quoted,
          bom,
          record_delimiter,
          quoted_match: /[\r\n]/,
        });
        expect(await read(text, size)).toMatchObject({ header: ['a', 'b', 'c'], rows });
      }),
      { numRuns: 300 },
    );
  });

  it('hands out the cells asked for, and how many there were', async () => {
    expect(await read('a;b;c\n1;2;3\n4\n\n5;6;7;8', 3, [2, 0])).toEqual({
      header: ['a', 'b', 'c'],
      rows: [
        ['3', '1'],
        ['', '4'],
        ['7', '5'],
      ],
      widths: [3, 1, 4],
    });
  });

  it('takes a quote that merely stands there for text', async () => {
    expect((await read('a;b\n"the "smart" city";5" pipe\n')).rows).toEqual([['the "smart" city', '5" pipe']]);
  });

  it('is empty, or only a header', async () => {
    expect(await read('')).toMatchObject({ header: [], rows: [] });
    expect(await read('\ufeffa;b')).toMatchObject({ header: ['a', 'b'], rows: [] });
  });

  it('notices a quote that is never closed', async () => {
    await expect(read('a;b\n"1;2\n3;4\n')).rejects.toThrow(ArchiveError);
    await expect(read(`a;b\n"${'x'.repeat(2_100_000)}`, 65_536)).rejects.toThrow(/never closed/);
  });
});
