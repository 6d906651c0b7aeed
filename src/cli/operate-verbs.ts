import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Command } from 'commander';
import { backupStore, restoreStore } from '../../db/backup.node.ts';
import { openApiDocument } from '../api/docs.ts';
import { createApp } from '../app.ts';
import { ConfigError, readConfig } from '../config.ts';
import { placeProblem } from '../node/database-path.ts';
import { writeSecretKey } from '../node/secret-key.ts';
import { examine } from './doctor.ts';
import { openToRead } from './line-file.ts';
import { EXIT, print, printJson, table } from './output.ts';
import { UsageError } from './parse-options.ts';
import { withRuntime } from './with-runtime.ts';

/** `doctor`, `backup`, `restore`, `openapi`: to run the house. */
export function addOperateVerbs(program: Command): void {
  program
    .command('doctor')
    .description('check configuration, store, snapshot, scores, sources and jobs')
    .option('--json', 'for machines')
    .action(({ json }: { json?: boolean }) =>
      withRuntime(async (runtime) => {
        const findings = await examine(runtime);
        const mark = { ok: '✓', warning: '!', problem: '✗' };
        if (json === true) await printJson(findings);
        else await print(table(findings.map(({ level, what, detail }) => [mark[level], what, detail])));
        if (findings.some(({ level }) => level === 'problem')) process.exitCode = EXIT.failed;
      }),
    );
  program
    .command('backup <file>')
    .description('copy the whole store, in use or not, with its secret key, into one file (mode 0600)')
    .option('--json', 'for machines')
    .action(backup);
  program
    .command('restore <file>')
    .description('put a backup in the place of the store; stop serve first')
    .option('--json', 'for machines')
    .action(restore);
  program
    .command('openapi')
    .description('print the OpenAPI 3.1 document of the HTTP API')
    .option('--json', 'what it prints anyway')
    .action(() => withRuntime(({ deps }) => printJson(openApiDocument(createApp(deps)))));
}

async function backup(file: string, { json }: { json?: boolean }): Promise<void> {
  if (existsSync(file) && statSync(file).isDirectory()) throw new UsageError(`${file} is a folder; name a file in it`);
  await withRuntime(async ({ store, secretKey }) => {
    mkdirSync(dirname(file), { recursive: true });
    await backupStore(store.sqlite, file, secretKey);
  });
  await (json === true ? printJson({ file }) : print(file));
}

async function restore(file: string, { json }: { json?: boolean }): Promise<void> {
  (await openToRead(file)).destroy();
  const config = readConfig(process.env);
  const problem = placeProblem(config.DATABASE_PATH);
  if (problem !== null) throw new ConfigError([`DATABASE_PATH: "${config.DATABASE_PATH}": ${problem}`]);
  mkdirSync(dirname(config.DATABASE_PATH), { recursive: true });
  const former = existsSync(config.DATABASE_PATH) ? '; the former store stands beside it as .before-restore' : '';
  const { secretKey } = restoreStore(file, config.DATABASE_PATH);
  if (secretKey !== null && config.SECRET_KEY === undefined) writeSecretKey(config.DATABASE_PATH, secretKey);
  if (json === true) return await printJson({ file, databasePath: config.DATABASE_PATH });
  await print(`${config.DATABASE_PATH} is now what ${file} held${former}`);
}
