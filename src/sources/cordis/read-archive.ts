import type { z } from 'zod';
import type { ArchiveFacts } from './archive-facts.ts';
import { ArchiveProblem } from './archive-problem.ts';
import type { CordisArchiveId } from './archives.ts';
import { type ColumnMap, isHeaderRow, mapColumns, type TableName, tableOf } from './columns.ts';
import { Gathering } from './gather.ts';
import { organizationRow, projectRow, topicsRow } from './rows.ts';

/** One file of the archive, opened as a table only where we read it. */
export interface ArchiveFile {
  name: string;
  open(): Promise<ArchiveTable>;
}

export interface ArchiveTable {
  header: string[];
  /** The rows, each with how many cells it has and with those at some positions. */
  rows(positions: readonly number[]): AsyncIterable<{ width: number; cells: string[] }>;
}

export interface ArchiveReading {
  facts: ArchiveFacts;
  /** Sorted; their hash proves that two readings saw the same projects. */
  projectIds: string[];
}

/** The share of rows that may be unreadable before the archive as a whole is. */
const MOST_SKIPPED = 0.01;
/** A sample too small for a share. */
const FEW_ROWS = 100;

/**
 * Reads the files of one bulk archive, in the order in which they stream by. Throws `ArchiveProblem` where a table or a
 * column is missing, or too much is unreadable; what `files` throws passes through.
 */
export async function readArchive(
  archive: CordisArchiveId,
  files: AsyncIterable<ArchiveFile>,
  partnerPics: ReadonlySet<string>,
): Promise<ArchiveReading> {
  const gathering = new Gathering(archive, partnerPics);
  const tables = new Map<TableName, ColumnMap>();
  for await (const file of files) {
    const table = tableOf(file.name);
    if (table === null) continue;
    const { header, rows } = await file.open();
    const columns = openTable(gathering, archive, file.name, table, header);
    tables.set(table, columns);
    await readRows(gathering, { archive, file: file.name, table, columns }, rows([...columns.at.values()]));
  }
  checkTables(tables);
  return { facts: gathering.facts(), projectIds: gathering.projectIds() };
}

function openTable(
  gathering: Gathering,
  archive: CordisArchiveId,
  file: string,
  table: TableName,
  header: string[],
): ColumnMap {
  if (header.length === 0) throw new ArchiveProblem('empty-answer', `${file} is empty`);
  const columns = mapColumns(table, header);
  if (columns.missing.length > 0)
    throw new ArchiveProblem(
      'columns-missing',
      `${file} lacks ${columns.missing.join(', ')}; it has ${header.join(', ')}`,
    );
  for (const name of columns.unknown)
    gathering.issues.add('unknown-field', `${archive} ${table}.csv ${name}`, 'a column that we do not know', name);
  return columns;
}

interface OpenTable {
  archive: CordisArchiveId;
  file: string;
  table: TableName;
  columns: ColumnMap;
}

async function readRows(
  gathering: Gathering,
  open: OpenTable,
  rows: AsyncIterable<{ width: number; cells: string[] }>,
): Promise<void> {
  const names = [...open.columns.at.keys()];
  const take = takers(gathering)[open.table];
  let read = 0;
  let skipped = 0;
  for await (const { width, cells } of rows) {
    if (isHeaderRow(names, cells)) {
      gathering.repeatedHeaders += 1;
      continue;
    }
    read += 1;
    const fault = width === open.columns.width ? take(record(names, cells)) : `has ${width} cells`;
    if (fault === null) continue;
    skipped += 1;
    const subject = `${open.archive} ${open.table}.csv`;
    gathering.issues.add('unreadable-row', subject, `row left out: ${fault}`, cells.slice(0, 3).join(' | '));
  }
  gathering.skippedRows += skipped;
  if (skipped > Math.max(1, read * MOST_SKIPPED) && (read >= FEW_ROWS || skipped === read))
    throw new ArchiveProblem('unexpected-shape', `${open.file}: ${skipped} of ${read} rows cannot be read`);
}

/** For each table: hands a row on, or says why not. */
function takers(gathering: Gathering): Record<TableName, (record: Record<string, string>) => string | null> {
  const taker =
    <T>(schema: z.ZodType<T>, give: (row: T) => void) =>
    (record: Record<string, string>): string | null => {
      const parsed = schema.safeParse(record);
      if (!parsed.success)
        return parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
      give(parsed.data);
      return null;
    };
  return {
    project: taker(projectRow, (row) => gathering.project(row)),
    organization: taker(organizationRow, (row) => gathering.organization(row)),
    topics: taker(topicsRow, (row) => gathering.topic(row)),
  };
}

function record(names: readonly string[], cells: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name, index) => [name, cells[index] ?? '']));
}

function checkTables(tables: ReadonlyMap<TableName, ColumnMap>): void {
  for (const table of ['project', 'organization'] as const) {
    if (!tables.has(table)) throw new ArchiveProblem('unexpected-shape', `the archive holds no ${table}.csv`);
  }
  if (!tables.has('topics') && tables.get('project')?.at.has('topics') !== true)
    throw new ArchiveProblem('columns-missing', 'neither project.csv has the column topics nor is there a topics.csv');
}
