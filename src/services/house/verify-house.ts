import { createHash } from 'node:crypto';
import { HOUSE_TABLES } from '../../../db/repositories/house.ts';
import { invalid } from '../../domain/errors.ts';
import type { HouseEnd, HouseHeader } from './house-format.ts';
import { type HouseLine, readHouseLines } from './read-house-lines.ts';

/** Reads a house file to its end before anything is written: whole, unchanged, and of tables that this version has. */
export async function verifyHouse(lines: AsyncIterable<string>): Promise<{ header: HouseHeader; end: HouseEnd }> {
  const hash = createHash('sha256');
  let header: HouseHeader | null = null;
  let end: HouseEnd | null = null;
  let columns = 0;
  for await (const line of readHouseLines(lines)) {
    if (end !== null) throw invalid('Something stands after the end of the file; take a whole export, unedited.');
    if (line.kind === 'end') end = line.end;
    else hash.update(`${line.text}\n`);
    if (line.kind === 'header') header = line.header;
    if (line.kind === 'table') columns = columnsOf(line, header);
    if (line.kind === 'row' && line.row.length !== columns)
      throw invalid('A row has more or fewer values than its table.');
  }
  if (header === null) throw invalid('The file is empty; make one with: bandolo house export FILE.');
  if (end === null) throw invalid('The file ends without its last line; it was cut: export it again.');
  if (end.sha256 !== hash.digest('hex'))
    throw invalid('The file is not what its last line says; it was changed after the export: take an unedited one.');
  return { header, end };
}

function columnsOf({ table, columns }: Extract<HouseLine, { kind: 'table' }>, header: HouseHeader | null): number {
  const known = HOUSE_TABLES.find(({ name }) => name === table);
  if (known === undefined || known.columns.join() !== columns.join())
    throw invalid(
      `The table ${table} of this file (${header?.schema}) is not that of this version: bring both to one version of Bandolo and export again.`,
    );
  return columns.length;
}
