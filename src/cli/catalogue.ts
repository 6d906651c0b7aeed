import type { Command } from 'commander';
import { exportCatalogue } from '../services/catalogue/catalogue-export.ts';
import { importCatalogue } from '../services/catalogue/catalogue-import.ts';
import { scoreTopics } from '../services/matching/score-topics.ts';
import { openToRead, readLines, writeLines } from './line-file.ts';
import { print, printJson } from './output.ts';
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
    return await writeLines(file, exportCatalogue({ deps }));
  });
  if (json === true) return await printJson({ file, ...end });
  await print(`${file}: ${end.topics} topics, ${end.changes} changes, sha256 ${end.sha256}`);
}

async function importFile(file: string, { json }: { json?: boolean }): Promise<void> {
  (await openToRead(file)).destroy();
  const open = () => readLines(file);
  const report = await withRuntime(async ({ deps }) => {
    const imported = await importCatalogue({ deps, input: { open } });
    return { ...imported, ...(await scoreTopics({ deps })) };
  });
  if (json === true) return await printJson(report);
  await print(
    `from ${report.city}: ${report.added} of ${report.topics} topics were new, with ${report.changes} changes`,
  );
}
