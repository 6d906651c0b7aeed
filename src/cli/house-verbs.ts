import type { Command } from 'commander';
import { openFrozenStore } from '../../db/store.node.ts';
import { linkAddress } from '../services/access/links.ts';
import { exportHouse } from '../services/house/export-house.ts';
import type { HouseDoor } from '../services/house/house-door.ts';
import { importHouse } from '../services/house/import-house.ts';
import { localHouse } from '../services/house/local-house.ts';
import { openToRead, readLines, writeLines } from './line-file.ts';
import { print, printJson, tell } from './output.ts';
import { remoteHouse } from './remote-house.ts';
import { withRuntime } from './with-runtime.ts';

interface Options {
  from?: string;
  to?: string;
  json?: boolean;
}

/** `house export|import`: a whole association as a file, from a machine to Workers or back. */
export function addHouseVerbs(program: Command): void {
  const house = program.command('house').description('a whole association as a file, to move between Node and Workers');
  house
    .command('export <file>')
    .description('write every table, people and decisions included, as JSON Lines (mode 0600); keys are not in it')
    .option('--from <url>', 'of a Worker instead of this store; needs HOUSE_KEY')
    .option('--json', 'for machines')
    .action(exportFile);
  house
    .command('import <file>')
    .description('bring such a file into an empty store; cut off, it goes on where it stopped')
    .option('--to <url>', 'into a Worker instead of this store; needs HOUSE_KEY')
    .option('--json', 'for machines')
    .action(importFile);
  house
    .command('administrator <url>')
    .description('print the link by which the first administrator of a new Worker comes in; needs HOUSE_KEY')
    .action(async (url: string) => {
      const token = await remoteHouse(url, process.env['HOUSE_KEY']).administrator();
      await print(token === null ? 'There is an administrator already.' : linkAddress(new URL(url).origin, token));
    });
}

async function exportFile(file: string, { from, json }: Options): Promise<void> {
  const write = (house: HouseDoor) => writeLines(file, exportHouse(house), { mode: 0o600 });
  const end =
    from === undefined
      ? await withRuntime(async ({ deps, config }) => {
          const frozen = openFrozenStore(config.DATABASE_PATH);
          try {
            return await write(localHouse({ ...deps, db: frozen.db }));
          } finally {
            frozen.close();
          }
        })
      : await write(remoteHouse(from, process.env['HOUSE_KEY']));
  if (json === true) return await printJson({ file, ...end });
  await print(`${file}: ${total(end.rows)} rows, sha256 ${end.sha256}`);
}

async function importFile(file: string, { to, json }: Options): Promise<void> {
  (await openToRead(file)).destroy();
  const onPiece = (number: number, table: string) => {
    if (number % 50 === 0) tell(`piece ${number}: ${table}`);
  };
  const read = (house: HouseDoor) => importHouse(house, { open: () => readLines(file), onPiece });
  const report =
    to === undefined
      ? await withRuntime(({ deps }) => read(localHouse(deps)))
      : await read(remoteHouse(to, process.env['HOUSE_KEY']));
  if (json === true) return await printJson(report);
  await print(`${total(report.rows)} rows arrived and read back the same, sha256 ${report.sha256}`);
}

const total = (rows: Record<string, number>): number => Object.values(rows).reduce((sum, count) => sum + count, 0);
