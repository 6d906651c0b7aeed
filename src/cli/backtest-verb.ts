import { join } from 'node:path';
import type { Command } from 'commander';
import type { ScorableTopic } from '../domain/scoring.ts';
import { readTrackRecordFile } from '../node/seed-files.ts';
import { type NodeRuntime, readScoringData } from '../node.ts';
import { loadTrackRecord } from '../services/collect/load-track-record.ts';
import { type BacktestSet, backtest, outcomesInStore } from '../services/matching/backtest.ts';
import { type PublishedQuality, publishedQuality } from '../services/matching/quality-report.ts';
import { corpusIsThere, readCorpus } from './gold-corpus.ts';
import { readGoldDir } from './gold-dir.ts';
import { print, printJson, table } from './output.ts';
import { UsageError } from './parse-options.ts';
import { withRuntime } from './with-runtime.ts';

interface BacktestOptions {
  gold?: string;
  texts?: string;
  json?: boolean;
}

/** What today's weights make of topics whose outcome is known. */
interface Recomputed {
  /** The folder of gold, or the outcomes that the store holds. */
  from: string;
  note: string;
  sets: BacktestSet[];
}

const NOTE =
  'Scored with the shipped weights, by text where the topic was judged by its text and the text is at hand, else by title. The weights may have been taught some of these topics; the published figures are of topics held out.';

/** `backtest`: the published error of the matcher, and what can be measured again here and now. */
export function addBacktestVerb(program: Command): void {
  program
    .command('backtest')
    .description('the measured quality of the matcher: published, and again on a folder of gold or the known outcomes')
    .option('--gold <folder>', 'labelled topics (*.jsonl) and outcomes (city_wins*.csv)')
    .option('--texts <folder>', 'the texts of those topics (h2020_topics.jsonl.gz, eu_open_topics_2026.jsonl.gz)')
    .option('--json', 'for machines')
    .action(({ gold, texts, json }: BacktestOptions) =>
      withRuntime(async (runtime) => {
        const published = publishedQuality(runtime);
        const recomputed = await recompute(runtime, gold, texts);
        if (json === true) return await printJson({ published, recomputed });
        await print([...publishedLines(published), '', ...recomputedLines(recomputed)].join('\n'));
      }),
    );
}

async function recompute(
  { deps }: NodeRuntime,
  gold: string | undefined,
  texts: string | undefined,
): Promise<Recomputed> {
  const { lexicon } = readScoringData();
  if (gold !== undefined) {
    const sets = [...readGoldDir(gold, textsOf(gold, texts))].map(([id, judged]) =>
      backtest(deps.scorer, lexicon, id, judged),
    );
    return { from: gold, note: NOTE, sets };
  }
  const bundled = readTrackRecordFile();
  if (bundled !== null) await loadTrackRecord({ deps, input: { snapshot: bundled } });
  const judged = await outcomesInStore(deps);
  const from = 'outcomes in the store (bundled extract, or CORDIS once read)';
  return { from, note: NOTE, sets: [backtest(deps.scorer, lexicon, 'won by a municipality', judged)] };
}

/** The folder that was named, else `data` beside the gold; without either every topic is scored by title. */
function textsOf(gold: string, named: string | undefined): Map<string, ScorableTopic> {
  const folder = named ?? join(gold, '..', 'data');
  if (corpusIsThere(folder)) return readCorpus(folder);
  if (named !== undefined) throw new UsageError(`${named} holds no texts of topics`);
  return new Map();
}

function publishedLines(published: PublishedQuality | null): string[] {
  if (published === null) return ['published: no report is bundled'];
  const { report, ofTheseWeights } = published;
  const rows = report.city.flatMap(({ id, split, topics, wanted, ours, baselines }) =>
    [ours, ...baselines].map((one) => row(`${id}, ${split} (${wanted} of ${topics})`, one)),
  );
  const pillars = report.pillars.map(({ id, split, accuracyThemed, macroF1City }) => [
    `pillar, ${id}, ${split}`,
    `accuracy ${accuracyThemed}`,
    `macro-F1 ${macroF1City}`,
  ]);
  const { partners } = report;
  const travels = report.timeTravel.map(
    ({ year, known, won, inTopTenth }) =>
      `1 March ${year}: ${inTopTenth} of ${won} in the top tenth (wins known of: ${known})`,
  );
  const elsewhere = partners.elsewhere.map(
    ({ profile, partners: bodies, wins, inFirstThree }) =>
      `${profile}: its municipality among the first three of ${bodies} in ${inFirstThree} of ${wins} topics it won`,
  );
  return [
    `published, topics held out, weights ${report.weightsVersion}${ofTheseWeights ? '' : ' (others score today)'}`,
    table([HEAD, ...rows]),
    table([
      ...pillars,
      ...partnerRows('each topic hidden', partners.figures),
      ...partners.forward.flatMap(({ until, figures }) => partnerRows(`by the record of ${until}`, figures)),
    ]),
    ...elsewhere,
    ...travels,
  ];
}

const partnerRows = (about: string, figures: PublishedQuality['report']['partners']['figures']): string[][] =>
  figures.map(({ name, reciprocalRank, inFirstThree, othersInFirstFive }) => [
    `partners, ${about}, ${name}`,
    `MRR ${reciprocalRank}, first three ${inFirstThree}`,
    `others in first five ${othersInFirstFive}`,
  ]);

function recomputedLines({ from, note, sets }: Recomputed): string[] {
  const rows = sets.flatMap(({ id, topics, wanted, rankings }) =>
    rankings.map((one) => row(`${id} (${wanted} of ${topics})`, one)),
  );
  const travels = sets.flatMap(({ id, travel }) =>
    travel.map(({ year, wanted, inTopTenth }) => `${id}, ${year}: ${inTopTenth} of ${wanted} in the top tenth`),
  );
  return [`measured again on ${from}`, note, table([HEAD, ...rows]), ...travels];
}

const HEAD = ['set', 'ranking', 'AP', 'recall@10%', 'recall@20%', 'list', 'found', 'missed', 'noise'];

const row = (
  set: string,
  { name, averagePrecision, recallAt10, recallAt20, list }: BacktestSet['rankings'][number],
) => [
  set,
  name,
  averagePrecision.toFixed(3),
  recallAt10.toFixed(3),
  recallAt20.toFixed(3),
  ...[list.length, list.found, list.missed, list.noise].map(String),
];
