import { HOUSE_TABLES, readHousePage } from '../../../db/repositories/house.ts';
import type { Db } from '../../../db/store.ts';

/** Everything that a store holds, but for what tells how the work was done: machine, runs, requests, order of writing. */
export async function contentsOf(db: Db): Promise<Record<string, string[]>> {
  const contents: Record<string, string[]> = {};
  for (const { name, columns } of HOUSE_TABLES) {
    if (['store_facts', 'job_runs', 'sqlite_sequence'].includes(name)) continue;
    const rows = (await rowsOf(db, name)).map((row) =>
      shown(Object.fromEntries(columns.map((column, at) => [column, row[at]]))),
    );
    contents[name] = rows.map((row) => JSON.stringify(row)).sort();
  }
  return contents;
}

async function rowsOf(db: Db, name: string) {
  const rows = [];
  for (let after: number | null = 0; after !== null; ) {
    const page: Awaited<ReturnType<typeof readHousePage>> = await readHousePage(db, name, after);
    rows.push(...page.rows);
    after = page.next;
  }
  return rows;
}

/** A page asked for ahead of a pause is asked for again: what the network cost differs, what it said does not. */
function shown(row: Record<string, unknown>): unknown {
  const { certificate } = row;
  if (typeof certificate !== 'string') return row;
  const { requests: _requests, retries: _retries, bytes: _bytes, ...proof } = JSON.parse(certificate);
  return { ...row, certificate: proof };
}
