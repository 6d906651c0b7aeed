import { once } from 'node:events';
import { createReadStream, createWriteStream, existsSync, mkdirSync, renameSync } from 'node:fs';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';
import type { Command } from 'commander';
import { exportCatalogue } from '../services/catalogue-export.ts';
import { importCatalogue } from '../services/catalogue-import.ts';
import { scoreTopics } from '../services/score-topics.ts';
import { print, printJson } from './output.ts';
import { UsageError } from './parse-options.ts';
import { withRuntime } from './with-runtime.ts';

/** `catalogue export|import`: the public catalogue, for another city to begin with. */
export function addCatalogueVerbs(program: Command): void {
  const catalogue = program.command('catalogue').description('the public catalogue as a file, for another city');
  catalogue
    .command('export <file>')
    .description('write topics, texts and their history as JSON Lines; nothing of people or decisions')
    .option('--json', 'for machines')
    .action(exportFile);
  catalogue
    .command('import <file>')
    .description("take in what another city's export knows and this store does not")
    .option('--json', 'for machines')
    .action(importFile);
}

async function exportFile(file: string, { json }: { json?: boolean }): Promise<void> {
  const end = await withRuntime(async ({ deps }) => {
    mkdirSync(dirname(file), { recursive: true });
    return await writeLines(file, exportCatalogue({ deps }));
  });
  if (json === true) return await printJson({ file, ...end });
  await print(`${file}: ${end.topics} topics, ${end.changes} changes, sha256 ${end.sha256}`);
}

/** Under another name until it is whole, so that nobody takes half a file for one. */
async function writeLines<End>(file: string, lines: AsyncGenerator<string, End>): Promise<End> {
  const part = `${file}.part`;
  const out = createWriteStream(part);
  while (true) {
    const { value, done } = await lines.next();
    if (done === true) {
      out.end();
      await once(out, 'close');
      renameSync(part, file);
      return value;
    }
    if (!out.write(`${value}\n`)) await once(out, 'drain');
  }
}

async function importFile(file: string, { json }: { json?: boolean }): Promise<void> {
  if (!existsSync(file)) throw new UsageError(`${file} does not exist`);
  const open = () => createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY });
  const report = await withRuntime(async ({ deps }) => {
    const imported = await importCatalogue({ deps, input: { open } });
    return { ...imported, ...(await scoreTopics({ deps })) };
  });
  if (json === true) return await printJson(report);
  await print(
    `from ${report.city}: ${report.added} of ${report.topics} topics were new, with ${report.changes} changes`,
  );
}
