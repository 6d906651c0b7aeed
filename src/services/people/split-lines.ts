import { parse } from 'csv-parse/sync';
import { plain } from './words.ts';

/** What a column of a list of people may hold. */
export const COLUMNS = ['name', 'surname', 'email', 'body', 'group', 'role'] as const;
export type Column = (typeof COLUMNS)[number];

/** One line as it was pasted, with its cells by what they hold. */
export interface PastedLine {
  number: number;
  text: string;
  cells: Partial<Record<Column, string>>;
}

const HEADINGS: Readonly<Record<Column, readonly string[]>> = {
  name: ['nome', 'nominativo', 'nome e cognome', 'nome cognome', 'persona', 'name', 'full name', 'first name'],
  surname: ['cognome', 'surname', 'last name'],
  email: ['email', 'e mail', 'mail', 'posta', 'posta elettronica', 'indirizzo', 'indirizzo e mail', 'indirizzo email'],
  body: ['ente', 'organizzazione', 'azienda', 'body', 'organisation', 'organization', 'istituzione'],
  group: ['gruppo', 'gruppi', 'gruppo di lavoro', 'group', 'groups', 'tavolo'],
  role: ['ruolo', 'ruoli', 'role', 'roles', 'incarico'],
};

/** Lines of a pasted spreadsheet: tabs, semicolons or commas between the cells, with a line of headings or without. */
export function splitLines(text: string): PastedLine[] {
  const lines = text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
    .map((line, at) => ({ number: at + 1, text: line }))
    .filter((line) => line.text.replace(/[\t;,\s]/g, '') !== '');
  const separator = separatorOf(lines.map((line) => line.text));
  const [first] = lines;
  const headings = first === undefined ? null : headingsOf(cellsOf(first.text, separator));
  return (headings === null ? lines : lines.slice(1)).map((line) => {
    const cells = cellsOf(line.text, separator);
    return { ...line, cells: headings === null ? byPlace(cells) : byHeading(cells, headings) };
  });
}

/** A spreadsheet pastes tabs; an Italian CSV has semicolons; commas come last, for they also stand inside cells. */
function separatorOf(lines: readonly string[]): string {
  return ['\t', ';'].find((mark) => lines.some((line) => line.includes(mark))) ?? ',';
}

/** One line by itself, so that a stray quote spoils no other. */
function cellsOf(line: string, separator: string): string[] {
  const options = { delimiter: separator, relax_column_count: true, relax_quotes: true, trim: true };
  try {
    const rows: string[][] = parse(line, options);
    return rows[0] ?? [];
  } catch {
    return line.split(separator).map((cell) => cell.trim());
  }
}

function headingsOf(cells: readonly string[]): (Column | null)[] | null {
  if (cells.some((cell) => cell.includes('@'))) return null;
  const found = cells.map((cell) => COLUMNS.find((column) => HEADINGS[column].includes(plain(cell))) ?? null);
  return found.includes('email') ? found : null;
}

function byHeading(cells: readonly string[], headings: readonly (Column | null)[]): PastedLine['cells'] {
  const known: PastedLine['cells'] = {};
  for (const [at, column] of headings.entries()) {
    const cell = cells[at] ?? '';
    if (column !== null && cell !== '') known[column] = cell;
  }
  return known;
}

/** Without headings: the address is the cell with an @; the name stands before it, body, group and role after. */
function byPlace(cells: readonly string[]): PastedLine['cells'] {
  const at = cells.findIndex((cell) => cell.includes('@'));
  if (at === -1) return given(cells[0], undefined, cells.slice(2));
  const before = cells.slice(0, at).filter((cell) => cell !== '');
  if (before.length > 0) return given(before.join(' '), cells[at], cells.slice(at + 1));
  const [name, ...rest] = cells.slice(at + 1);
  return given(name, cells[at], rest);
}

function given(name: string | undefined, email: string | undefined, rest: readonly string[]): PastedLine['cells'] {
  const [body, group, role] = rest;
  const cells = { name, email, body, group, role };
  return Object.fromEntries(Object.entries(cells).filter(([, cell]) => cell !== undefined && cell !== ''));
}
