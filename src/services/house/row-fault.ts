import { D1_LIMITS } from '../../../db/d1-limits.ts';
import type { HouseColumn, HouseTable } from '../../../db/repositories/house.ts';
import type { StoredValue } from './house-format.ts';

/** What keeps a row from being one of its table; null = nothing that can be seen without the other rows. */
export function rowFault(table: HouseTable, row: readonly StoredValue[]): string | null {
  if (row.length !== table.columns.length) return `the row has ${row.length} values instead of ${table.columns.length}`;
  const at = table.holds.findIndex((column, index) => !fits(column, row[index] ?? null));
  if (at >= 0) return `«${table.columns[at]}» holds what is no ${table.holds[at]?.type}`;
  const long = row.findIndex(isTooLong);
  return long < 0 ? null : `«${table.columns[long]}» is longer than a store can hold`;
}

function fits({ type, needed }: HouseColumn, value: StoredValue): boolean {
  if (value === null) return !needed;
  if (type === 'text') return typeof value === 'string';
  if (type === 'blob') return typeof value === 'object';
  // SQLite keeps a fraction in a column of whole numbers, so an honest file may hold one.
  return typeof value === 'number';
}

const isTooLong = (value: StoredValue): boolean =>
  typeof value === 'string' && Buffer.byteLength(value) > D1_LIMITS.valueBytes;
