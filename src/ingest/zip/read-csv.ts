import { Readable } from 'node:stream';
import { CsvError, type Parser, parse } from 'csv-parse';
import { unsupported } from './archive-error.ts';

/** A table as it streams by: its header line, then its rows, each an array of cells. */
export interface CsvTable {
  header: string[];
  rows: AsyncGenerator<string[], void>;
}

/** One record longer than this is a quote that was never closed. */
const MOST_RECORD_BYTES = 2_000_000;

/**
 * Opens a CSV of bytes (UTF-8, with or without BOM, newlines inside quotes, CRLF or LF). Rows may have more or fewer
 * cells than the header: the reader of the table decides what that means. An empty stream has an empty header.
 */
export async function openCsv(bytes: AsyncIterable<Uint8Array>, delimiter: string): Promise<CsvTable> {
  const parser = parse({
    delimiter,
    bom: true,
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: MOST_RECORD_BYTES,
  });
  // As objects, or the stream joins the chunks into ever new buffers.
  const source = Readable.from(bytes, { highWaterMark: 2 });
  // `pipe` hands no errors on: a cut archive must reach whoever reads the rows.
  source.on('error', (error) => parser.destroy(error));
  parser.on('close', () => source.destroy());
  source.pipe(parser);
  const rows = records(parser);
  const first = await rows.next();
  return { header: first.done === true ? [] : first.value.map((cell) => cell.trim()), rows };
}

async function* records(parser: Parser): AsyncGenerator<string[], void> {
  try {
    // csv-parse types its records as any; without `columns` and `cast` each is an array of strings.
    yield* parser as AsyncIterable<string[]>;
  } catch (error) {
    throw error instanceof CsvError ? unsupported(`not a CSV: ${error.message}`) : error;
  }
}
