import type { Context } from 'hono';
import { Failure, invalid } from '../domain/errors.ts';
import { toXlsx, type XlsxCell } from '../services/topics/export-xlsx.ts';
import type { RowPieces } from './csv.ts';

export const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A sheet of Excel has 1,048,576 lines, one of them the head. */
const MOST_ROWS = 1_048_575;
/** A workbook is made as a whole, in memory: sixty at once would hold everybody up for minutes. */
const MOST_AT_ONCE = 2;
const RETRY_SECONDS = 5;

let beingMade = 0;

/** The same rows as a workbook, for those whose spreadsheet reads CSV wrongly: numbers are numbers, texts are texts. */
export async function xlsx(c: Context, name: string, pieces: RowPieces, columns: readonly string[]): Promise<Response> {
  if (beingMade >= MOST_AT_ONCE) {
    c.header('retry-after', String(RETRY_SECONDS));
    throw new Failure(
      'unavailable',
      `Other workbooks are being made; ask again in ${RETRY_SECONDS} s, or ask for CSV, which is written as it is read.`,
    );
  }
  beingMade += 1;
  try {
    return c.body(new Uint8Array(toXlsx(name, columns, await cellsOf(pieces, columns))), 200, {
      'content-type': XLSX_TYPE,
      'content-disposition': `attachment; filename="${name}.xlsx"`,
    });
  } finally {
    beingMade -= 1;
  }
}

async function cellsOf(pieces: RowPieces, columns: readonly string[]): Promise<XlsxCell[][]> {
  const cells: XlsxCell[][] = [];
  for await (const rows of pieces) {
    for (const row of rows) cells.push(columns.map((column) => row[column] ?? null));
    if (cells.length > MOST_ROWS) throw invalid(`A workbook holds ${MOST_ROWS} lines and these are more: ask for CSV.`);
  }
  return cells;
}
