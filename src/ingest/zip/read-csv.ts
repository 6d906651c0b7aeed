import { unsupported } from './archive-error.ts';
import { CsvScanner } from './csv-scanner.ts';

/** A table as it streams by: its header line, then its rows. */
export interface CsvTable {
  header: string[];
  /** The rows with the cells at some positions, in that order; can be asked for once. */
  rows(positions: readonly number[]): AsyncGenerator<CsvRow, void>;
}

export interface CsvRow {
  /** Cells in the row: another number than the header's is the reader's to judge. */
  width: number;
  /** Empty text where the row has no such cell. */
  cells: string[];
}

/** One record longer than this is a quote that was never closed. */
const MOST_RECORD_BYTES = 2_000_000;

/**
 * Opens a CSV of bytes (UTF-8, with or without BOM, newlines inside quotes, CRLF or LF, empty lines passed over). An empty
 * stream has an empty header.
 *
 * Why not csv-parse: it makes text of every cell, of which CORDIS has 25 a row and we want seven. A synthetic archive of
 * Horizon 2020's size took 98 to 293 MB with it (nine runs on a busy machine) and 86 to 182 MB so (four runs); the bound is
 * 200 MB (2026-11-22).
 */
export async function openCsv(bytes: AsyncIterable<Uint8Array>, delimiter: string): Promise<CsvTable> {
  const scanner = new CsvScanner(delimiter);
  const records = recordsOf(bytes, scanner);
  const first = await records.next();
  const header = first.done === true ? [] : cellsOf(scanner, first.value, [...Array(scanner.width).keys()]);
  return {
    header: header.map((name) => name.trim()),
    async *rows(positions) {
      for await (const record of records) yield { width: scanner.width, cells: cellsOf(scanner, record, positions) };
    },
  };
}

/** The bytes in which the scanner has just found a row; each value holds until the next one is asked for. */
async function* recordsOf(bytes: AsyncIterable<Uint8Array>, scanner: CsvScanner): AsyncGenerator<Buffer, void> {
  let open: Buffer = Buffer.alloc(0);
  let begun = false;
  for await (const chunk of bytes) {
    open = open.length === 0 ? Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length) : Buffer.concat([open, chunk]);
    if (!begun && open.length < 3) continue;
    let at = begun ? 0 : bomLength(open);
    begun = true;
    for (let end = scanner.scan(open, at, false); end >= 0; end = scanner.scan(open, at, false)) {
      if (!scanner.isBlank()) yield open;
      at = end;
    }
    open = open.subarray(at);
    if (open.length > MOST_RECORD_BYTES) throw unsupported('not a CSV: a quote is opened and never closed');
  }
  let at = begun ? 0 : bomLength(open);
  while (at < open.length) {
    const end = scanner.scan(open, at, true);
    if (end < 0) throw unsupported('not a CSV: it ends inside a quote');
    if (!scanner.isBlank()) yield open;
    at = end;
  }
}

function cellsOf(scanner: CsvScanner, record: Buffer, positions: readonly number[]): string[] {
  return positions.map((position) => (position < scanner.width ? scanner.text(record, position) : ''));
}

function bomLength(bytes: Buffer): number {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
}
