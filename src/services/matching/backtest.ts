import { listWins, type TopicWins } from '../../../db/repositories/track-record.ts';
import type { ScorableTopic } from '../../domain/scoring.ts';
import type { Lexicon } from '../../scoring/lexicon.ts';
import { type Baseline, descriptionBm25, keywordCount } from '../../scoring/quality/baselines.ts';
import { averagePrecision, type Judged, listQuality, ranked, recallAt } from '../../scoring/quality/metrics.ts';
import type { ListFigures } from '../../scoring/quality/quality-report.ts';
import type { Deps } from '../deps.ts';
import { QUARTER } from './quality-report.ts';

/** A topic with what really became of it, or what a person thought of it. */
export interface JudgedTopic {
  topic: ScorableTopic;
  wanted: boolean;
  year: number | null;
}

export interface BacktestSet {
  id: string;
  topics: number;
  wanted: number;
  /** Bandolo first, then the rivals, computed in the same run on the same topics. */
  rankings: ListFigures[];
  /** By year: of the wanted, how many stood in the top tenth of that year's topics. */
  travel: { year: number; topics: number; wanted: number; inTopTenth: number }[];
}

/** The outcomes that the store knows: topics by title, wanted where a municipality won. */
export async function outcomesInStore(deps: Pick<Deps, 'db'>): Promise<JudgedTopic[]> {
  return (await listWins(deps.db)).flatMap((win) => {
    const { municipalities, title } = win;
    if (municipalities === null || title === null || win.coverage < LEAST_COVERAGE) return [];
    return [{ topic: byTitle(win.topic, title), wanted: municipalities > 0, year: win.year }];
  });
}

/** Below this share of its projects known, nobody can tell who won in a topic. */
const LEAST_COVERAGE: TopicWins['coverage'] = 0.5;

/** Scores the topics with today's weights and says how the wanted ones ranked, beside both rivals. */
export function backtest(
  scorer: Deps['scorer'],
  lexicon: Lexicon,
  id: string,
  judged: readonly JudgedTopic[],
): BacktestSet {
  const corpus = judged.map(({ topic }) => topic);
  const ours: Baseline = {
    name: 'Bandolo',
    score: (topic) => ({ city: scorer.scoreTopic(topic).cityRelevance }),
  };
  const rivals = [keywordCount(lexicon), descriptionBm25(lexicon, corpus)];
  const items = judged.map(({ topic, wanted, year }) => ({ score: ours.score(topic).city ?? 0, wanted, year }));
  return {
    id,
    topics: judged.length,
    wanted: judged.filter(({ wanted }) => wanted).length,
    rankings: [
      figures(ours.name, items),
      ...rivals.map((rival) =>
        figures(
          rival.name,
          judged.map(({ topic, wanted }) => ({ score: rival.score(topic).city ?? 0, wanted })),
        ),
      ),
    ],
    travel: travel(items),
  };
}

function figures(name: string, items: readonly Judged[]): ListFigures {
  const length = Math.round((items.length * QUARTER.list) / QUARTER.live);
  return {
    name,
    averagePrecision: averagePrecision(items),
    recallAt10: recallAt(items, 0.1),
    recallAt20: recallAt(items, 0.2),
    list: { length, ...listQuality(items, length) },
  };
}

function travel(items: readonly (Judged & { year: number | null })[]): BacktestSet['travel'] {
  // A year in which nothing was wanted has nothing to find.
  const years = [...new Set(items.flatMap(({ year, wanted }) => (year === null || !wanted ? [] : [year])))].sort();
  return years.map((year) => {
    const own = items.filter((item) => item.year === year);
    const top = ranked(own).slice(0, Math.round(own.length / 10));
    const wanted = (some: readonly Judged[]) => some.filter((one) => one.wanted).length;
    return { year, topics: own.length, wanted: wanted(own), inTopTenth: wanted(top) };
  });
}

/** A topic of which only identifier and title are known. */
export const byTitle = (identifier: string, title: string): ScorableTopic => ({
  key: identifier,
  identifier,
  title,
  programme: null,
  callIdentifier: null,
  callTitle: null,
  typesOfAction: [],
  keywords: [],
  programmeParts: [],
  texts: [],
  deadlineOn: null,
});
