import { invalid } from '../../domain/errors.ts';
import {
  type HouseEnd,
  type HouseHeader,
  houseEndSchema,
  houseHeaderSchema,
  rowLineSchema,
  type StoredValue,
  tableLineSchema,
} from './house-format.ts';

export type HouseLine = { number: number; length: number; text: string } & (
  | { kind: 'header'; header: HouseHeader }
  | { kind: 'table'; table: string; columns: string[] }
  | { kind: 'row'; row: StoredValue[] }
  | { kind: 'end'; end: HouseEnd }
);

/** The lines of a house file, each as what it is. Throws `invalid` with the number of one that is nothing of the kind. */
export async function* readHouseLines(lines: AsyncIterable<string>): AsyncGenerator<HouseLine> {
  let number = 0;
  for await (const text of lines) {
    number += 1;
    const json = parse(text, number);
    const size = { number, length: text.length, text };
    if (number === 1) yield { ...size, kind: 'header', header: readHeader(json) };
    else if (Array.isArray(json)) yield { ...size, kind: 'row', row: readRow(json, number) };
    else yield { ...size, ...readMark(json, number) };
  }
}

function readHeader(json: unknown): HouseHeader {
  const header = houseHeaderSchema.safeParse(json);
  if (header.success) return header.data;
  throw invalid(`line 1: ${header.error.issues.map(({ message }) => message).join('; ')}.`);
}

function readRow(json: unknown[], number: number): StoredValue[] {
  const row = rowLineSchema.safeParse(json);
  if (row.success) return row.data;
  throw invalid(`line ${number}: a value is none of text, number, null or base64; take an unedited export.`);
}

function readMark(json: unknown, number: number) {
  const table = tableLineSchema.safeParse(json);
  if (table.success) return { kind: 'table' as const, ...table.data };
  const end = houseEndSchema.safeParse(json);
  if (end.success) return { kind: 'end' as const, end: end.data };
  throw invalid(`line ${number}: neither a table nor a row nor the end; take an unedited export.`);
}

function parse(text: string, number: number): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw invalid(`line ${number}: no JSON; take a whole export, unedited.`);
  }
}
