import type { ScorableTopic } from '../../domain/scoring.ts';
import { type Lexicon, THEMES } from '../lexicon.ts';
import { TermTable } from '../term-table.ts';
import { topicFeatures } from '../topic-features.ts';

/** A rival that any office could build in a day; its figures stand beside ours. */
export interface Baseline {
  name: string;
  /** A score per theme (`city` and the pillars); only their order means something. */
  score(topic: ScorableTopic): Record<string, number>;
}

/** Counts the curated words of each theme wherever they stand. */
export function keywordCount(lexicon: Lexicon): Baseline {
  const table = new TermTable(lexicon, [], 1);
  return {
    name: 'keyword count',
    score: (topic) => {
      const counts = Object.fromEntries(THEMES.map((theme) => [theme, 0]));
      for (const hit of topicFeatures(topic, table).hits) {
        for (const { theme } of table.of(hit).entries) counts[theme] = (counts[theme] ?? 0) + hit.count;
      }
      return counts;
    },
  };
}

const K1 = 1.2;
const B = 0.75;

/** Okapi BM25 of the theme's description (its curated words as the query) over the given topics. */
export function descriptionBm25(lexicon: Lexicon, corpus: readonly ScorableTopic[]): Baseline {
  const table = new TermTable(lexicon, [], 1);
  const frequencies = new Map<number, number>();
  let words = 0;
  for (const topic of corpus) {
    const { hits } = topicFeatures(topic, table);
    words += lengthOf(topic);
    for (const term of new Set(hits.map((hit) => hit.term))) frequencies.set(term, (frequencies.get(term) ?? 0) + 1);
  }
  const meanLength = words / Math.max(1, corpus.length);
  return {
    name: 'BM25 of the description',
    score: (topic) => {
      const scores = Object.fromEntries(THEMES.map((theme) => [theme, 0]));
      const norm = K1 * (1 - B + (B * lengthOf(topic)) / meanLength);
      for (const hit of topicFeatures(topic, table).hits) {
        const { term, count } = hit;
        const df = frequencies.get(term) ?? 0;
        const idf = Math.log(1 + (corpus.length - df + 0.5) / (df + 0.5));
        for (const { theme } of table.of(hit).entries) {
          scores[theme] = (scores[theme] ?? 0) + (idf * count * (K1 + 1)) / (count + norm);
        }
      }
      return scores;
    },
  };
}

/** Length in characters: near enough for a norm. */
function lengthOf(topic: ScorableTopic): number {
  return topic.title.length + topic.texts.reduce((sum, { text }) => sum + text.length, 0);
}
