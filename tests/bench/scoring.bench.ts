import MiniSearch from 'minisearch';
import type { ScorableTopic } from '../../src/domain/scoring.ts';
import { createScorer } from '../../src/scoring/create-scorer.ts';
import { goldIsThere, goldPaths } from '../quality/gold-paths.ts';
import { readCorpus } from '../quality/read-corpus.ts';
import { readProfile, readScoringData } from '../quality/read-scoring-data.ts';

/**
 * How many topics a second on one core, with full texts of about 10 kB and every partner of the profile; beside a regular
 * expression per lexicon term and beside indexing the same texts with minisearch. Run: `npx tsx tests/bench/scoring.bench.ts`.
 */
const TEXT_LENGTH = 10_000;
const TOPICS = 600;

const data = readScoringData();
const scorer = createScorer({ profile: readProfile('milano'), data });
const topics = makeTopics();
const megabytes = topics.reduce((sum, topic) => sum + topic.title.length + (topic.texts[0]?.text.length ?? 0), 0) / 1e6;

for (const topic of topics.slice(0, 100)) scorer.scorePartners(topic);
const ours = time(topics, (topic) => {
  scorer.scoreTopic(topic);
  scorer.scorePartners(topic);
});
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
report(`a regex per term (${patterns.length})`, regex);
report('minisearch indexing', minisearch);

function report(name: string, perSecond: number): void {
  console.info(
    `${name.padEnd(30)} ${perSecond.toFixed(0).padStart(8)} topics/s   ours is ${(ours / perSecond).toFixed(1)} ×`,
  );
}

function time(items: readonly ScorableTopic[], run: (topic: ScorableTopic, i: number) => void): number {
  const start = performance.now();
  items.forEach(run);
  return (items.length / (performance.now() - start)) * 1000;
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
