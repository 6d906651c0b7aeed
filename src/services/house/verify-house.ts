import { createHash } from 'node:crypto';
import { HOUSE_TABLES, type HouseTable } from '../../../db/repositories/house.ts';
import { invalid } from '../../domain/errors.ts';
import type { HouseEnd, HouseHeader } from './house-format.ts';
import { type HouseLine, readHouseLines } from './read-house-lines.ts';
import { rowFault } from './row-fault.ts';

const UNEDITED = 'take a whole export, unedited';

/** Reads a house file to its end before anything is written: whole, unchanged, and of rows and tables that this version has. */
export async function verifyHouse(lines: AsyncIterable<string>): Promise<{ header: HouseHeader; end: HouseEnd }> {
  const hash = createHash('sha256');
  const counts = new Map<string, number>();
  let header: HouseHeader | null = null;
  let end: HouseEnd | null = null;
  let table: HouseTable | null = null;
  for await (const line of readHouseLines(lines)) {
    if (end !== null) throw invalid(`line ${line.number}: something stands after the end of the file; ${UNEDITED}.`);
    if (line.kind === 'end') end = line.end;
    else hash.update(`${line.text}\n`);
    if (line.kind === 'header') header = line.header;
    if (line.kind === 'table') {
      table = tableOf(line, header);
      if (counts.has(table.name)) throw invalid(`line ${line.number}: ${table.name} stands here twice; ${UNEDITED}.`);
      counts.set(table.name, 0);
    }
    if (line.kind !== 'row') continue;
    const fault = table === null ? 'a row stands before any table' : rowFault(table, line.row);
    if (table === null || fault !== null) throw invalid(`line ${line.number}: ${fault}; ${UNEDITED}.`);
    counts.set(table.name, (counts.get(table.name) ?? 0) + 1);
  }
  if (header === null) throw invalid('The file is empty; make one with: bandolo house export FILE.');
  if (end === null) throw invalid('The file ends without its last line; it was cut: export it again.');
  if (end.sha256 !== hash.digest('hex'))
    throw invalid('The file is not what its last line says; it was changed after the export: take an unedited one.');
  for (const { name } of HOUSE_TABLES) {
    const [here, said] = [counts.get(name) ?? 0, end.rows[name] ?? 0];
    if (here !== said) throw invalid(`The last line says ${said} rows of ${name}, the file has ${here}; ${UNEDITED}.`);
  }
  return { header, end };
}

function tableOf(
  { table, columns, number }: Extract<HouseLine, { kind: 'table' }>,
  header: HouseHeader | null,
): HouseTable {
  const known = HOUSE_TABLES.find(({ name }) => name === table);
  if (known === undefined || known.columns.join() !== columns.join())
    throw invalid(
      `line ${number}: the table ${table} of this file (${header?.schema}) is not that of this version: bring both to one version of Bandolo and export again.`,
    );
  return known;
}
