import { getTableColumns, getTableName, is, or, sql } from 'drizzle-orm';
import { getTableConfig, SQLiteTable, SQLiteText } from 'drizzle-orm/sqlite-core';
import type { PersonId } from '../../src/domain/desk/people/person.ts';
import * as desk from '../schema/desk.ts';
import type { Db } from '../store.ts';

const TABLES = Object.values(desk).filter((value) => is(value, SQLiteTable));

/** Columns whose owner a row is about; elsewhere a person is only mentioned. */
const OWNER = new Set(['personId', 'by']);
/** Proofs of identity: of no use to their owner, of use to a thief. */
const SECRET = /(?:hash|publicKey|challenge)$/i;

/** Numbers that the store gives in order: a gap between two would count the rows that others wrote meanwhile. */
const COUNTED = new Set(['id', 'replyTo']);

/** Where somebody says what they think of a call; nobody but they may ask for it, or who is blind would see. */
const isJudgement = (table: SQLiteTable, row: Record<string, unknown>): boolean =>
  table === desk.reviews || (table === desk.comments && row.kind === 'judgement');

export interface Held {
  table: string;
  rows: Record<string, unknown>[];
}

/**
 * Every row of the desk that names a person, found by looking at all text columns, so that no table can be forgotten. A
 * row of their own comes whole; of a row that only mentions them come its key and the mention, for the rest may be what
 * another person has not shown yet. Handed to somebody else, it is without what the person judged.
 */
export async function readHeldAbout(db: Db, person: PersonId, forOthers = false): Promise<Held[]> {
  const held: Held[] = [];
  for (const table of TABLES) {
    const columns = Object.entries(getTableColumns(table));
    const texts = columns.filter(([, column]) => is(column, SQLiteText) || column.columnType === 'SQLiteTextJson');
    const found = await db
      .select()
      .from(table)
      .where(or(...texts.map(([, column]) => sql`instr(${column}, ${person}) > 0`)));
    const rows = forOthers ? found.filter((row) => !isJudgement(table, row)) : found;
    const keys = keysOf(table);
    if (rows.length > 0)
      held.push({
        table: getTableName(table),
        rows: rows.map((row) => shown(row, person, table === desk.people, keys)),
      });
  }
  return held;
}

function shown(row: Record<string, unknown>, person: PersonId, own: boolean, keys: ReadonlySet<string>) {
  const open = Object.entries(row).filter(
    ([name, value]) => !SECRET.test(name) && !(COUNTED.has(name) && typeof value === 'number'),
  );
  const whole = own || open.some(([name, value]) => OWNER.has(name) && value === person);
  return Object.fromEntries(whole ? open : open.filter(([name, value]) => keys.has(name) || value === person));
}

function keysOf(table: SQLiteTable): Set<string> {
  const composite = getTableConfig(table).primaryKeys.flatMap(({ columns }) => columns);
  const named = Object.entries(getTableColumns(table)).filter(
    ([, column]) => column.primary || composite.includes(column),
  );
  return new Set(named.map(([name]) => name));
}
