import { z } from 'zod';
import { dropFact } from '../../../db/repositories/drop-fact.ts';
import {
  clearCatalogue,
  countRows,
  HOUSE_TABLES,
  inhabitedTables,
  insertHouseRows,
  readHousePage,
} from '../../../db/repositories/house.ts';
import { factStatement, readFact } from '../../../db/repositories/store-facts.ts';
import { SCHEMA_VERSION } from '../../../db/schema-version.ts';
import { conflict, invalid } from '../../domain/errors.ts';
import { writeAll } from '../../ingest/write-all.ts';
import type { Deps } from '../deps.ts';
import type { HouseDoor } from './house-door.ts';
import { fromStored, HOUSE_FORMAT, type HouseHeader, type HousePiece, toStored } from './house-format.ts';
import { searchEntries } from './search-entries.ts';

const IMPORT_FACT = 'house-import';
const importSchema = z.object({ digest: z.string(), next: z.number().int() });

/** The door of this very store. */
export function localHouse(deps: Pick<Deps, 'db' | 'profile'>): HouseDoor {
  const { db } = deps;
  const header = (): HouseHeader => ({
    house: 'bandolo',
    format: HOUSE_FORMAT,
    schema: SCHEMA_VERSION,
    city: deps.profile.id,
  });
  return {
    header: async () => header(),
    async page(table, after) {
      mustKnow(table);
      const { rows, next } = await readHousePage(db, table, after);
      return { rows: rows.map(toStored), next };
    },
    async begin(file) {
      mustFit(file.header, header());
      const running = await runningImport(db);
      if (running?.digest === file.digest) return { next: running.next };
      await mustBeFree(db, running !== null);
      await writeAll(db, [...clearCatalogue(db), note(deps, { digest: file.digest, next: 0 })]);
      return { next: 0 };
    },
    async take(piece) {
      mustKnow(piece.table);
      const running = await runningImport(db);
      if (running === null) throw conflict('No import has begun here; begin it with: bandolo house import FILE.');
      if (piece.number < running.next) return;
      if (piece.number > running.next) throw conflict(`Piece ${running.next} comes next, not ${piece.number}.`);
      await writeAll(db, [
        ...(await rowsOf(db, piece)),
        note(deps, { digest: running.digest, next: piece.number + 1 }),
      ]);
    },
    async finish(rows) {
      const counted = await countRows(db);
      const wrong = Object.entries(counted).filter(([table, count]) => count !== (rows[table] ?? 0));
      if (wrong.length > 0) {
        const told = wrong.map(([table, count]) => `${table}: ${count} rows instead of ${rows[table] ?? 0}`).join('; ');
        throw conflict(
          `The house did not arrive whole (${told}). Did a server write meanwhile? Import into a new store.`,
        );
      }
      await dropFact(db, IMPORT_FACT);
    },
  };
}

/** One atomic write a piece: its rows, what the search finds of them, and how far the import is. */
async function rowsOf(db: Deps['db'], { table, rows }: HousePiece) {
  const own = rows.map(fromStored);
  return [...insertHouseRows(db, table, own), ...(table === 'topics' ? await searchEntries(db, own) : [])];
}

async function runningImport(db: Deps['db']) {
  const fact = await readFact(db, IMPORT_FACT);
  return fact === null ? null : importSchema.parse(fact.value);
}

const note = ({ db }: Pick<Deps, 'db'>, state: z.infer<typeof importSchema>) =>
  factStatement(db, IMPORT_FACT, state, new Date().toISOString());

function mustKnow(table: string): void {
  if (!HOUSE_TABLES.some(({ name }) => name === table)) throw invalid(`table: «${table}» is none of a house.`);
}

function mustFit(file: HouseHeader, own: HouseHeader): void {
  if (file.schema !== own.schema)
    throw invalid(
      `The file was exported at ${file.schema}, this store is at ${own.schema}: bring both to one version of Bandolo, apply the migrations, and export again.`,
    );
  if (file.city !== own.city)
    throw invalid(
      `The file is the house of ${file.city}, this one is ${own.city}'s: set CITY_PROFILE=${file.city} here.`,
    );
}

async function mustBeFree(db: Deps['db'], isHalfFull: boolean): Promise<void> {
  if (isHalfFull)
    throw conflict('Another file was being imported here and did not end: go on with that file, or take a new store.');
  const inhabited = await inhabitedTables(db);
  if (inhabited.length > 0)
    throw conflict(
      `An association lives here already (rows in ${inhabited.slice(0, 5).join(', ')}): import into a new store.`,
    );
}
