import type { Command } from 'commander';
import type { ScanCertificate, ScanCounts } from '../domain/scan.ts';
import { collectAndScore } from '../services/collect/collect-and-score.ts';
import { collectCordis } from '../services/collect/collect-cordis.ts';
import { renewTrackRecord } from '../services/collect/renew-track-record.ts';
import { reparse } from '../services/collect/reparse.ts';
import { scoreTopics } from '../services/matching/score-topics.ts';
import { CORDIS_ARCHIVES } from '../sources/cordis/archives.ts';
import { SOURCES } from '../sources/registry.ts';
import { EXIT, print, printJson } from './output.ts';
import { UsageError } from './parse-options.ts';
import { untilStopped } from './until-stopped.ts';
import { withRuntime } from './with-runtime.ts';

/** Ids of the sources whose documents are kept and read again. */
const DAILY = SOURCES.map(({ card }) => card.id);

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
    .action(({ source, json }: CollectOptions) => {
      checkNames({ source }, DAILY);
      return withRuntime(async ({ deps }) => {
        const { changedKeys: _keys, ...counts } = await reparse({ deps, input: { source } });
        const report = { ...counts, ...(await scoreTopics({ deps })) };
        await (json === true ? printJson(report) : print(JSON.stringify(report)));
      });
    });
}

async function collectNow({ source, archive, json }: CollectOptions): Promise<void> {
  checkNames({ source, archive }, [...DAILY, 'cordis']);
  const reads = await withRuntime(async ({ deps }): Promise<Read[]> => {
    const isCordis = source === 'cordis';
    const { found, stopped } = await untilStopped(async (signal) => ({
      found: isCordis
        ? (await collectCordis({ deps, input: { archive, signal } })).outcomes
        : (await collectAndScore({ deps, input: { source, archive, signal } })).scans,
      stopped: signal.aborted,
    }));
    if (stopped || !isCordis) return found;
    await renewTrackRecord({ deps });
    await scoreTopics({ deps });
    return found;
  });
  if (json === true) await printJson({ scans: reads.map(({ certificate, counts }) => ({ certificate, counts })) });
  else for (const read of reads) await print(certificateText(read));
  if (reads.some(({ certificate }) => certificate.verdict === 'failed')) process.exitCode = EXIT.failed;
}

/** A name that no source has is wrong usage, told before a store is opened. */
function checkNames({ source, archive }: CollectOptions, sources: readonly string[]): void {
  if (source !== undefined && !sources.includes(source))
    throw new UsageError(`--source: «${source}» is not known; known sources: ${sources.join(', ')}`);
  const archives = source === 'cordis' ? CORDIS_ARCHIVES.map(({ id }) => id) : SOURCES.flatMap((one) => one.archives);
  if (archive !== undefined && !archives.some((one) => one === archive))
    throw new UsageError(`--archive: «${archive}» is not known; known archives: ${archives.join(', ')}`);
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
