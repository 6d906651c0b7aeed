import { getTableColumns, getTableName, is } from 'drizzle-orm';
import { type SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { countRows, HOUSE_TABLES, type HouseValue, insertHouseRows } from '../../../db/repositories/house.ts';
import * as schema from '../../../db/schema/index.ts';
import { writeAll } from '../../../src/ingest/write-all.ts';
import type { TestStore } from '../../support/engine.ts';
import { emptyStore, seed } from '../../support/store.ts';
import { aRound, aSection, aTopic } from '../../support/topics.ts';

/** Two rows in every table that a house has, so that a table added one day is carried too or fails here. */
export async function fullHouse(): Promise<TestStore> {
  const store = await emptyStore();
  await seed(store, [
    aTopic({ title: 'Trams per la città', keywords: ['mobilità'], sections: [aSection('Zero-emission tramways')] }),
    aTopic({ title: 'Reti “intelligenti”', rounds: [aRound({ budgetEur: 0.1 + 0.2 })], sections: [aSection(LONG)] }),
  ]);
  const counts = await countRows(store.db);
  for (const { name } of HOUSE_TABLES) {
    if ((counts[name] ?? 0) === 0) await writeAll(store.db, insertHouseRows(store.db, name, twoRows(name)));
  }
  return store;
}

const LONG = 'Digital twins of districts. '.repeat(3_000);

function twoRows(name: string): HouseValue[][] {
  const modules: unknown[] = Object.values(schema);
  const table = modules.filter((one) => is(one, SQLiteTable)).find((one) => getTableName(one) === name);
  const columns = table === undefined ? [] : Object.values<SQLiteColumn>(getTableColumns(table));
  return [1, 2].map((n) => columns.map((column) => valueFor(column, n)));
}

/** The oddest values that a column may hold: a third, bytes that are no text, quotes, line ends, a zero character. */
function valueFor(column: SQLiteColumn, n: number): HouseValue {
  const type = column.getSQLType();
  if (type === 'integer') return n;
  if (type === 'real') return 1 / 3 + n;
  if (type === 'blob') return Uint8Array.from([0, 255, 128, n]);
  return n === 1 ? `${column.name} "1" è\n\u2028 \\ 'q'` : `${column.name}\u0000after`;
}
