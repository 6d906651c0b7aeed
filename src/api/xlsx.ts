import type { Context } from 'hono';
import { toXlsx } from '../services/topics/export-xlsx.ts';
import type { CsvRow } from './csv.ts';

export const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The same rows as a workbook, for those whose spreadsheet reads CSV wrongly: numbers are numbers, texts are texts. */
export function xlsx(c: Context, name: string, rows: readonly CsvRow[], columns: readonly string[]): Response {
  const cells = rows.map((row) => columns.map((column) => row[column] ?? null));
  return c.body(new Uint8Array(toXlsx(name, columns, cells)), 200, {
    'content-type': XLSX_TYPE,
    'content-disposition': `attachment; filename="${name}.xlsx"`,
  });
}
