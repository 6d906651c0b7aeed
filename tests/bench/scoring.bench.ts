import MiniSearch from 'minisearch';
import { readCorpus } from '../../src/cli/gold-corpus.ts';
import type { ScorableTopic } from '../../src/domain/scoring.ts';
import { createScorer } from '../../src/scoring/create-scorer.ts';
import { topicLineSchema } from '../../src/services/collect/topic-line.ts';
import { scoreLine } from '../../src/services/matching/score-line.ts';
import { goldIsThere, goldPaths } from '../quality/gold-paths.ts';
import { readProfile, readScoringData } from '../quality/read-scoring-data.ts';

/**
 * How many topics a second of processor time, with full texts of about 10 kB and every partner of the profile; beside a regular
 * expression per lexicon term and beside indexing the same texts with minisearch. Run: `npx tsx tests/bench/scoring.bench.ts`.
 */
const TEXT_LENGTH = 10_000;
const TOPICS = 600;

const data = readScoringData();
const profile = readProfile('milano');
const scorer = createScorer({ profile, data });
const topics = makeTopics();
const megabytes = topics.reduce((sum, topic) => sum + topic.title.length + (topic.texts[0]?.text.length ?? 0), 0) / 1e6;

const ours = time(
  topics,
  (topic) => {
    scorer.scoreTopic(topic);
    scorer.scorePartners(topic);
  },
  3,
);
/** All that `score-file` does for a line: read, check, score, write. */
const lines = topics.map(({ texts, deadlineOn: _, ...topic }) =>
  JSON.stringify({ ...topic, description: texts[0]?.text }),
);
const wholeLine = time(
  topics,
  (_, i) => {
    const topic = topicLineSchema.parse(JSON.parse(lines[i] ?? ''));
    JSON.stringify(scoreLine({ scorer, profile }, topic));
  },
  3,
);
const patterns = data.lexicon.entries.map(({ term }) => new RegExp(`\\b${quoted(term)}\\b`, 'gi'));
const regex = time(topics.slice(0, 60), (topic) => {
  const text = `${topic.title} ${topic.texts[0]?.text}`;
  for (const pattern of patterns) [...text.matchAll(pattern)].length;
});
const index = new MiniSearch({ fields: ['title', 'text'] });
const minisearch = time(topics.slice(0, 200), (topic, i) =>
  index.add({ id: i, title: topic.title, text: topic.texts[0]?.text }),
);

console.info(`${topics.length} topics, ${megabytes.toFixed(1)} MB, ${data.weights.terms.length} learned terms`);
report('scoring, all partners', ours);
report('a line of score-file', wholeLine);
report(`a regex per term (${patterns.length})`, regex);
report('minisearch indexing', minisearch);

function report(name: string, perSecond: number): void {
  console.info(
    `${name.padEnd(30)} ${perSecond.toFixed(0).padStart(8)} topics/s   ours is ${(ours / perSecond).toFixed(1)} ×`,
  );
}

/** By processor time, since other programs may be at work; the second round counts, when everything is compiled. */
function time(items: readonly ScorableTopic[], run: (topic: ScorableTopic, i: number) => void, rounds = 1): number {
  let used = 0;
  for (let round = 0; round < rounds; round += 1) {
    const start = process.cpuUsage();
    items.forEach(run);
    const { user, system } = process.cpuUsage(start);
    used = user + system;
  }
  return (items.length / used) * 1e6;
}

/** Real texts where they are beside the project, else words of the lexicon; each repeated to the full length. */
function makeTopics(): ScorableTopic[] {
  const paths = goldPaths();
  const real = goldIsThere(paths) ? [...readCorpus(paths.data).values()].filter((one) => one.texts.length > 0) : [];
  const terms = data.lexicon.entries.map(({ term }) => term);
  return Array.from({ length: TOPICS }, (_, i): ScorableTopic => {
    const model = real[i % Math.max(1, real.length)];
    const words = model?.texts[0]?.text ?? terms.slice(i % 50).join(' and some other words of ');
    const text = words.repeat(Math.ceil(TEXT_LENGTH / words.length)).slice(0, TEXT_LENGTH);
    const bare = { callIdentifier: null, callTitle: null, keywords: [], programmeParts: [], deadlineOn: null };
    return {
      ...bare,
      typesOfAction: ['RIA'],
      programme: 'HORIZON',
      key: `BENCH-${i}`,
      identifier: model?.identifier ?? `BENCH-${i}`,
      title: model?.title ?? terms.slice(i, i + 3).join(' '),
      texts: [{ field: 'description', kind: 'description', text }],
    };
  });
}

function quoted(term: string): string {
  return term.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
