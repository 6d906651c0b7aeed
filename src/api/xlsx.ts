import type { Context } from 'hono';
import { invalid } from '../domain/errors.ts';
import { toXlsx, type XlsxCell } from '../services/topics/export-xlsx.ts';
import type { RowPieces } from './csv.ts';

export const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A sheet of Excel has 1,048,576 lines, one of them the head. */
const MOST_ROWS = 1_048_575;

/** The same rows as a workbook, for those whose spreadsheet reads CSV wrongly: numbers are numbers, texts are texts. */
export async function xlsx(c: Context, name: string, pieces: RowPieces, columns: readonly string[]): Promise<Response> {
  const cells: XlsxCell[][] = [];
  for await (const rows of pieces) {
    for (const row of rows) cells.push(columns.map((column) => row[column] ?? null));
    if (cells.length > MOST_ROWS) throw invalid(`A workbook holds ${MOST_ROWS} lines and these are more: ask for CSV.`);
  }
  return c.body(new Uint8Array(toXlsx(name, columns, cells)), 200, {
    'content-type': XLSX_TYPE,
    'content-disposition': `attachment; filename="${name}.xlsx"`,
  });
}
