import { once } from 'node:events';

/** Exit codes: 0 done, 1 failed, 2 wrong usage, 78 wrong configuration. */
export const EXIT = { done: 0, failed: 1, usage: 2 } as const;

/** Writes a result to stdout, waiting where the reader is slow. */
export async function print(text: string): Promise<void> {
  if (!process.stdout.write(`${text}\n`)) await once(process.stdout, 'drain');
}

export const printJson = (value: unknown): Promise<void> => print(JSON.stringify(value, null, 2));

/** Progress and complaints go to stderr. */
export function tell(text: string): void {
  process.stderr.write(`${text}\n`);
}

/** Columns of plain text, as wide as they need to be; the last one is not padded. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  return rows
    .map((row) =>
      row.map((cell, column) => (column === row.length - 1 ? cell : cell.padEnd(widths[column] ?? 0))).join('  '),
    )
    .join('\n');
}
