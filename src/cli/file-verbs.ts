import type { Command } from 'commander';
import { z } from 'zod';
import { readProfileFile } from '../node/profile-file.ts';
import { lazyScorer } from '../node.ts';
import { importTopics } from '../services/collect/import-topics.ts';
import { readTopicLines } from '../services/collect/topic-line.ts';
import { scoreLine } from '../services/matching/score-line.ts';
import { scoreTopics } from '../services/matching/score-topics.ts';
import { byteLines, openToRead } from './line-file.ts';
import { EXIT, print, printJson, tell } from './output.ts';
import { parseOptions } from './parse-options.ts';
import { withRuntime } from './with-runtime.ts';

/** `import` and `score-file`: topics from JSON Lines. */
export function addFileVerbs(program: Command): void {
  program
    .command('import <file>')
    .description('load topics from a JSON Lines file as source «file»; - reads standard input')
    .option('--json', 'for machines')
    .action((file: string, { json }: { json?: boolean }) => importFile(file, json === true));
  program
    .command('score-file <file>')
    .description(
      'topics in, one JSON object per topic out, in the same order; no store is touched; - reads standard input',
    )
    .option('--profile <profile>', 'bundled name or profile file', process.env['CITY_PROFILE'] || 'milano')
    .option('--track-record-until <day>', 'leave out projects that started after this day')
    .option('--partner-evidence', 'give the evidence of partners too')
    .option('--json', 'what it prints anyway')
    .action(scoreFile);
}

async function importFile(file: string, json: boolean): Promise<void> {
  const lines = byteLines(await openToRead(file));
  const report = await withRuntime(async ({ deps }) => {
    const onProblem = (line: number, problem: string) => tell(`${file}: line ${line}: ${problem}; skipped`);
    const imported = await importTopics({ deps, input: { lines, onProblem } });
    return { ...imported, ...(await scoreTopics({ deps })) };
  });
  if (json) await printJson(report);
  else
    await print(
      `read ${report.read}: added ${report.added}, changed ${report.changed}, unchanged ${report.unchanged}; skipped ${report.skipped.length}`,
    );
  if (report.overlaid > 0)
    tell(`${report.overlaid} topics of other sources show the file's facts until their source is read again`);
  if (report.skipped.length > 0) process.exitCode = EXIT.failed;
}

const scoreOptions = z.object({
  profile: z.string(),
  trackRecordUntil: z.iso.date({ error: '--track-record-until takes a day, YYYY-MM-DD' }).optional(),
  partnerEvidence: z.boolean().default(false),
});

async function scoreFile(file: string, given: object): Promise<void> {
  const options = parseOptions(scoreOptions, given);
  const profile = readProfileFile(options.profile);
  const lines = byteLines(await openToRead(file));
  const scoring = { profile, scorer: lazyScorer(profile) };
  for await (const line of readTopicLines(lines)) {
    if ('topic' in line) await print(JSON.stringify(scoreLine(scoring, line.topic, options)));
    else {
      tell(`${file}: line ${line.number}: ${line.problem}; skipped`);
      process.exitCode = EXIT.failed;
    }
  }
}
