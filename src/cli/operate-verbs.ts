import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Command } from 'commander';
import { backupStore, restoreStore } from '../../db/backup.node.ts';
import { openApiDocument } from '../api/docs.ts';
import { createApp } from '../app.ts';
import { writeSecretKey } from '../node/secret-key.ts';
import { readSetup } from '../node.ts';
import { examine } from './doctor.ts';
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
    .action((file: string) =>
      withRuntime(async ({ store, secretKey }) => {
        mkdirSync(dirname(file), { recursive: true });
        await backupStore(store.sqlite, file, secretKey);
        await print(file);
      }),
    );
  program
    .command('restore <file>')
    .description('put a backup in the place of the store; stop serve first')
    .action(restore);
  program
    .command('openapi')
    .description('print the OpenAPI 3.1 document of the HTTP API')
    .action(() => withRuntime(({ deps }) => printJson(openApiDocument(createApp(deps)))));
}

async function restore(file: string): Promise<void> {
  if (!existsSync(file)) throw new UsageError(`${file} does not exist`);
  const { config } = readSetup(process.env);
  mkdirSync(dirname(config.DATABASE_PATH), { recursive: true });
  const { secretKey } = restoreStore(file, config.DATABASE_PATH);
  if (secretKey !== null && config.SECRET_KEY === undefined) writeSecretKey(config.DATABASE_PATH, secretKey);
  await print(`${config.DATABASE_PATH} is now what ${file} held; the former store stands beside it as .before-restore`);
}
