import type { ScorableTopic } from '../../../src/domain/scoring.ts';
import type { Baseline } from '../../../src/scoring/quality/baselines.ts';
import { stem } from '../../../src/scoring/text/stem.ts';
import { STOP_WORDS } from '../../../src/scoring/text/stop-words.ts';
import { TokenSpans, tokenise } from '../../../src/scoring/text/tokenise.ts';
import type { Split } from '../splits.ts';
import { type Example, fitLogistic } from './logistic-regression.ts';

/** What a rival is taught: a topic and how it was judged, by target; a target that is missing is not taught. */
export interface RegressionLesson {
  topic: ScorableTopic;
  labels: Readonly<Record<string, boolean>>;
}

const LEAST_TOPICS = 2;
const COST = 10;

/**
 * What a data scientist would try first: TF-IDF of words and pairs of words, and a logistic regression a target, taught on
 * the same parts of the gold as the matcher. Its weights have no reason that a person would accept.
 */
export function bigramRegression(
  lessons: readonly RegressionLesson[],
  { parts }: Split,
  view: (topic: ScorableTopic) => ScorableTopic,
): Baseline {
  const scores = new Map<string, Record<string, number>>();
  const counts = new Map(lessons.map(({ topic }) => [topic.identifier, termCounts(view(topic))]));
  const targets = [...new Set(lessons.flatMap(({ labels }) => Object.keys(labels)))];
  for (const { taught, tested } of parts) {
    const known = lessons.filter(({ topic }) => taught(topic));
    const space = new TfIdf(known.map(({ topic }) => counts.get(topic.identifier) ?? new Map()));
    const rowOf = (topic: ScorableTopic) => space.row(counts.get(topic.identifier) ?? new Map());
    const rows = known.map(({ topic, labels }) => ({ ...rowOf(topic), labels }));
    const asked = lessons.filter(({ topic }) => tested(topic)).map(({ topic }) => ({ topic, row: rowOf(topic) }));
    for (const target of targets) {
      const examples = rows.map(
        ({ labels, ...row }): Example => ({ ...row, label: labels[target] ? 1 : 0, weight: 1 }),
      );
      const { bias, weights } = fitLogistic(examples, space.size, COST);
      for (const { topic, row } of asked) {
        const sum = row.indices.reduce((total, index, i) => total + (weights[index] ?? 0) * (row.values[i] ?? 0), bias);
        scores.set(topic.identifier, { ...scores.get(topic.identifier), [target]: sum });
      }
    }
  }
  return { name: 'bigram regression', score: ({ identifier }) => scores.get(identifier) ?? {} };
}

/** Rows of TF-IDF on unit length, over the terms of the topics it was made from. */
class TfIdf {
  readonly #terms = new Map<string, { index: number; rarity: number }>();

  constructor(topics: readonly ReadonlyMap<string, number>[]) {
    const holding = new Map<string, number>();
    for (const topic of topics) for (const term of topic.keys()) holding.set(term, (holding.get(term) ?? 0) + 1);
    for (const [term, count] of holding) {
      if (count < LEAST_TOPICS) continue;
      this.#terms.set(term, { index: this.#terms.size, rarity: Math.log((topics.length + 1) / (count + 1)) + 1 });
    }
  }

  get size(): number {
    return this.#terms.size;
  }

  row(topic: ReadonlyMap<string, number>): Pick<Example, 'indices' | 'values'> {
    const found = [...topic].flatMap(([term, count]) => {
      const known = this.#terms.get(term);
      return known === undefined ? [] : [{ index: known.index, value: known.rarity * (1 + Math.log(count)) }];
    });
    const length = Math.sqrt(found.reduce((sum, { value }) => sum + value * value, 0)) || 1;
    return {
      indices: Int32Array.from(found, ({ index }) => index),
      values: Float64Array.from(found, ({ value }) => value / length),
    };
  }
}

const spans = new TokenSpans();

function termCounts({ title, texts }: ScorableTopic): Map<string, number> {
  const counts = new Map<string, number>();
  const add = (term: string): Map<string, number> => counts.set(term, (counts.get(term) ?? 0) + 1);
  for (const text of [title, ...texts.map((one) => one.text)]) {
    tokenise(text, spans);
    let before: string | null = null;
    for (let i = 0; i < spans.count; i += 1) {
      const word = stem(text.slice(spans.starts[i], spans.ends[i]));
      if (STOP_WORDS.has(word)) continue;
      add(word);
      if (before !== null) add(`${before} ${word}`);
      before = word;
    }
  }
  return counts;
}
