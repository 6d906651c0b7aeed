import { invalid } from '../../domain/errors.ts';
import { exportHouse } from './export-house.ts';
import type { HouseDoor } from './house-door.ts';
import type { HouseEnd, HousePiece, StoredValue } from './house-format.ts';
import { readHouseLines } from './read-house-lines.ts';
import { verifyHouse } from './verify-house.ts';

/** What one request carries: D1 takes 2 MB a value and a batch of a few; a Worker has 128 MB. */
const PIECE_CHARS = 800_000;
const PIECE_ROWS = 100;

export interface HouseImport extends HouseEnd {
  /** Pieces that an earlier, interrupted import had brought already. */
  resumedAt: number;
}

/**
 * Brings a house file into a store. The file is read three times: to see that it is whole, to carry it piece by piece, and,
 * at the end, beside what the store says of itself, which must be the same bytes. An import that was cut off goes on where
 * it stopped.
 */
export async function importHouse(
  house: HouseDoor,
  input: { open: () => AsyncIterable<string>; onPiece?: (number: number, table: string) => void },
): Promise<HouseImport> {
  const { header, end } = await verifyHouse(input.open());
  const { next } = await house.begin({ header, digest: end.sha256 });
  for await (const { piece, lines } of pieces(input.open())) {
    if (piece.number < next) continue;
    await house.take(piece).catch((error: unknown) => {
      throw contradiction(error, piece.table, lines);
    });
    input.onPiece?.(piece.number, piece.table);
  }
  await house.finish(end.rows);
  const arrived = await digestOf(house);
  if (arrived !== end.sha256)
    throw invalid(
      'What arrived is not what the file says, though every row was counted. Take a new store and try again.',
    );
  return { ...end, resumedAt: next };
}

type Lines = Record<'from' | 'to', number>;

/** Rows that the store itself refuses, two under one key perhaps: only beside each other does it show. */
function contradiction(error: unknown, table: string, { from, to }: Lines): unknown {
  const said = error instanceof Error ? error.message : '';
  if (!said.includes('constraint failed')) return error;
  return invalid(
    `lines ${from} to ${to}: rows of ${table} contradict each other or others (${said}). Take a whole export, unedited, and a new store.`,
  );
}

/** Always cut in the same places, so that their numbers mean the same when an import goes on. */
async function* pieces(lines: AsyncIterable<string>): AsyncGenerator<{ piece: HousePiece; lines: Lines }> {
  let number = 0;
  let rows: StoredValue[][] = [];
  let length = 0;
  let table = '';
  let last = 0;
  const cut = () => {
    const piece = { piece: { number, table, rows }, lines: { from: last - rows.length + 1, to: last } };
    number += 1;
    rows = [];
    length = 0;
    return piece;
  };
  for await (const line of readHouseLines(lines)) {
    const startsTable = line.kind === 'table';
    const isFull =
      rows.length > 0 &&
      (startsTable || line.kind === 'end' || rows.length >= PIECE_ROWS || length + line.length > PIECE_CHARS);
    if (isFull) yield cut();
    if (startsTable) table = line.table;
    if (line.kind !== 'row') continue;
    rows.push(line.row);
    last = line.number;
    length += line.length;
  }
}

async function digestOf(house: HouseDoor): Promise<string> {
  const lines = exportHouse(house);
  for (;;) {
    const { value, done } = await lines.next();
    if (done === true) return value.sha256;
  }
}
