import { getTableColumns, getTableName, is, type SQL, sql } from 'drizzle-orm';
import { integer, SQLiteTable, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { D1_LIMITS } from '../d1-limits.ts';
import * as catalogue from '../schema/catalogue.ts';
import * as schema from '../schema/index.ts';
import * as scans from '../schema/scans.ts';
import * as trackRecord from '../schema/track-record.ts';
import type { Db } from '../store.ts';
import { inJson, MAX_JSON_CHARS } from './insert-rows.ts';
import { type Statement, topicSearch } from './topics-write.ts';

/** A value as SQLite holds it; blobs as bytes. */
export type HouseValue = string | number | null | Uint8Array;

export interface HouseTable {
  name: string;
  columns: readonly string[];
  /** What each column holds, in their order. */
  holds: readonly HouseColumn[];
}

export interface HouseColumn {
  type: string;
  needed: boolean;
}

interface OwnTable extends HouseTable {
  table: SQLiteTable;
  /** Rows may be long: few of them at a time. */
  isLong: boolean;
  /** JSON would carry every value unharmed: neither blobs nor floating numbers. */
  isPlain: boolean;
  /** Filled by readings and the bundled snapshot, not by people. */
  isCatalogue: boolean;
}

/** Texts of calls and the evidence of their scores. */
const LONG = new Set(['topic_texts', 'topic_scores', 'topic_evidence']);
const CATALOGUE = new Set<SQLiteTable>([
  ...[catalogue, scans, trackRecord].flatMap(tablesOf),
  schema.topicScores,
  schema.topicEvidence,
  schema.jobRuns,
  schema.storeFacts,
]);

/** What says who works now, and that somebody wrote, does not move; everything else does. Sorted, so that two exports are the same file. */
const OWN_TABLES: readonly OwnTable[] = tablesOf(schema)
  .filter((table) => table !== schema.leases && table !== schema.storeRevision)
  .map((table) => {
    const columns = Object.values(getTableColumns(table));
    const types = columns.map((column) => column.getSQLType());
    return {
      table,
      name: getTableName(table),
      columns: columns.map((column) => column.name),
      holds: columns.map((column) => ({ type: column.getSQLType(), needed: column.notNull })),
      isLong: types.includes('blob') || LONG.has(getTableName(table)),
      isPlain: types.every((type) => type === 'text' || type === 'integer'),
      isCatalogue: CATALOGUE.has(table),
    };
  })
  .sort((a, b) => (a.name < b.name ? -1 : 1));

/** SQLite's own memory of the last number it gave: without it a deleted row's number would be given again. */
const sequences = sqliteTable('sqlite_sequence', { name: text('name'), seq: integer('seq') });
const SEQUENCES: HouseTable = {
  name: 'sqlite_sequence',
  columns: ['name', 'seq'],
  holds: ['text', 'integer'].map((type) => ({ type, needed: true })),
};

/** Every table of a house in the order of its file; the sequences last, as each row that comes in moves them. */
export const HOUSE_TABLES: readonly HouseTable[] = [...OWN_TABLES, SEQUENCES];

/** Facts of the machine that reads and writes, not of the association. */
const PASSING_FACTS = ['house-import', 'collect-progress'];

export interface HousePage {
  rows: HouseValue[][];
  /** Row number to go on after; null = the table's end. */
  next: number | null;
}

/** Some rows of a table, in the order in which they were written. */
export async function readHousePage(db: Db, name: string, after: number): Promise<HousePage> {
  if (name === SEQUENCES.name) return { rows: await readSequences(db), next: null };
  const table = ownTable(name);
  const columns = sql.raw(table.columns.map((column) => `"${column}"`).join(', '));
  const found = await db.all<Record<string, unknown>>(sql`
    select rowid as "row number", ${columns} from ${sql.identifier(name)}
    where rowid > ${after} and ${lasting(name)} order by rowid limit ${pageSize(table)}`);
  const rows = found.map((row) => table.columns.map((column) => asValue(row[column])));
  const last = found.at(-1)?.['row number'];
  return { rows, next: found.length < pageSize(table) || typeof last !== 'number' ? null : last };
}

const pageSize = ({ isLong }: OwnTable): number => (isLong ? 20 : 200);

/** Statements that add rows to a table, each within D1's limits. */
export function insertHouseRows(db: Db, name: string, rows: readonly HouseValue[][]): Statement[] {
  if (name === SEQUENCES.name) return writeSequences(db, rows);
  const { table, columns, isPlain } = ownTable(name);
  const json = JSON.stringify(rows);
  // SQLite ends a JSON string at a zero character.
  if (isPlain && json.length < MAX_JSON_CHARS && !json.includes('\\u0000')) {
    const picked = sql.raw(columns.map((_, at) => `value ->> ${at}`).join(', '));
    return [db.insert(table).select(sql`select ${picked} from json_each(${json})`)];
  }
  const each = Math.max(1, Math.floor(D1_LIMITS.parameters / columns.length));
  const statements: Statement[] = [];
  for (let at = 0; at < rows.length; at += each)
    statements.push(db.insert(table).select(sql`values ${sql.join(rows.slice(at, at + each).map(tuple), sql`, `)}`));
  return statements;
}

const tuple = (row: readonly HouseValue[]) =>
  sql`(${sql.join(
    row.map((value) => sql`${value}`),
    sql`, `,
  )})`;

const OWN_NAMES = OWN_TABLES.map(({ name }) => name);

async function readSequences(db: Db): Promise<HouseValue[][]> {
  const own = inJson(sequences.name, OWN_NAMES);
  const rows = await db.select().from(sequences).where(own).orderBy(sequences.name);
  return rows.map(({ name, seq }) => [name, seq]);
}

const dropSequences = (db: Db): Statement => db.delete(sequences).where(inJson(sequences.name, OWN_NAMES));

function writeSequences(db: Db, rows: readonly HouseValue[][]): Statement[] {
  const json = JSON.stringify(rows);
  return [dropSequences(db), db.insert(sequences).select(sql`select value ->> 0, value ->> 1 from json_each(${json})`)];
}

/** Tables of people's doing that hold rows: a store with any of them is an association already. */
export async function inhabitedTables(db: Db): Promise<string[]> {
  const kept = OWN_TABLES.filter(({ isCatalogue }) => !isCatalogue);
  const counts = await countRows(db, kept);
  return kept.map(({ name }) => name).filter((name) => (counts[name] ?? 0) > 0);
}

/** Statements that empty what readings and the bundled snapshot have filled. */
export function clearCatalogue(db: Db): Statement[] {
  const own = OWN_TABLES.filter(({ isCatalogue }) => isCatalogue).map(({ table }) => table);
  return [...own.map((table) => db.delete(table)), db.delete(topicSearch), dropSequences(db)];
}

/** How many rows each table holds, passing facts left out. */
export async function countRows(db: Db, tables: readonly HouseTable[] = HOUSE_TABLES): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { name } of tables) {
    const [row] = await db.all<{ rows: number }>(
      sql`select count(*) as rows from ${sql.identifier(name)} where ${lasting(name)}`,
    );
    counts[name] = row?.rows ?? 0;
  }
  return counts;
}

/** Where a column stands in the rows of its table. */
export const houseColumn = (table: string, column: string): number => ownTable(table).columns.indexOf(column);

/** Rows that belong to the house: no passing facts, no numbers of the engine's own tables. */
function lasting(name: string): SQL {
  if (name === 'store_facts') return sql`not ${inJson(schema.storeFacts.name, PASSING_FACTS)}`;
  return name === SEQUENCES.name ? inJson(sequences.name, OWN_NAMES) : sql`true`;
}

function ownTable(name: string): OwnTable {
  const table = OWN_TABLES.find((one) => one.name === name);
  if (table === undefined) throw new Error(`no table «${name}» belongs to a house`);
  return table;
}

function tablesOf(module: object): SQLiteTable[] {
  return Object.values(module).filter((one): one is SQLiteTable => is(one, SQLiteTable));
}

/** D1 hands blobs out as lists of numbers, better-sqlite3 as buffers. */
function asValue(value: unknown): HouseValue {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'number') return value;
  if (value instanceof Uint8Array) return value;
  if (value instanceof ArrayBuffer) return new Uint8Array(value);
  if (Array.isArray(value)) return Uint8Array.from(value);
  throw new Error(`the store holds a ${typeof value}, which no column of ours can`);
}
