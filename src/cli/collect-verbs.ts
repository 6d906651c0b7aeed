import type { Command } from 'commander';
import type { ScanCertificate, ScanCounts } from '../domain/scan.ts';
import { collect } from '../services/collect.ts';
import { collectCordis } from '../services/collect-cordis.ts';
import { renewTrackRecord } from '../services/renew-track-record.ts';
import { reparse } from '../services/reparse.ts';
import { scoreTopics } from '../services/score-topics.ts';
import { EXIT, print, printJson } from './output.ts';
import { withRuntime } from './with-runtime.ts';

interface CollectOptions {
  source?: string;
  archive?: string;
  json?: boolean;
}

interface Read {
  certificate: ScanCertificate;
  counts: ScanCounts;
}

/** `collect` and `reparse`: from the portal, or from the kept raw documents. */
export function addCollectVerbs(program: Command): void {
  program
    .command('collect')
    .description('read the daily sources once now, certify, store, score what changed')
    .option('--source <id>', 'one source only')
    .option('--archive <archive>', 'a closed archive, e.g. H2020; with --source cordis H2020 or HORIZON')
    .option('--json', 'for machines')
    .action(collectNow);
  program
    .command('reparse')
    .description("replay kept raw documents through today's mapping, without a network")
    .option('--source <id>', 'one source only')
    .option('--json', 'for machines')
    .action(({ source, json }: CollectOptions) =>
      withRuntime(async ({ deps }) => {
        const { changedKeys: _keys, ...counts } = await reparse({ deps, input: { source } });
        const report = { ...counts, ...(await scoreTopics({ deps })) };
        await (json === true ? printJson(report) : print(JSON.stringify(report)));
      }),
    );
}

async function collectNow({ source, archive, json }: CollectOptions): Promise<void> {
  const reads = await withRuntime(async ({ deps }): Promise<Read[]> => {
    if (source === 'cordis') {
      const { outcomes } = await collectCordis({ deps, input: { archive } });
      await renewTrackRecord({ deps });
      await scoreTopics({ deps });
      return outcomes;
    }
    const { scans } = await collect({ deps, input: { source, archive } });
    await scoreTopics({ deps });
    return scans;
  });
  if (json === true) await printJson({ scans: reads.map(({ certificate, counts }) => ({ certificate, counts })) });
  else for (const read of reads) await print(certificateText(read));
  if (reads.some(({ certificate }) => certificate.verdict === 'failed')) process.exitCode = EXIT.failed;
}

function certificateText({ certificate: scan, counts }: Read): string {
  const kinds = scan.kinds.map(
    (kind) =>
      `  ${kind.kind}: ${kind.verdict}, ${kind.uniqueKeys} keys of ${kind.totalStated ?? '?'} stated, ${kind.passes} passes` +
      kind.reasons.map(({ reason, detail }) => `\n    ${reason}: ${detail}`).join(''),
  );
  const numbers = Object.entries(counts).map(([name, value]) => `${name} ${value}`);
  return [
    `${scan.source}${scan.archive === null ? '' : ` ${scan.archive}`}: ${scan.verdict}`,
    ...kinds,
    `  ${numbers.join(', ')}`,
  ].join('\n');
}
