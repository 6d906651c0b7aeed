import type { ScorableTopic } from '../../../src/domain/scoring.ts';
import { TermTable } from '../../../src/scoring/term-table.ts';
import { topicFeatures } from '../../../src/scoring/topic-features.ts';
import type { Seen, Weights } from '../../../src/scoring/weights.ts';
import type { GoldSet } from '../gold-set.ts';
import { WANTED_FROM } from '../read-gold.ts';

/** Writes beside each term and each structural feature where it comes from: the lexicon, and how often it was seen. */
export function withSources(weights: Weights, set: GoldSet): Weights {
  const { lexicon, withText, byTitle, picked, wins, ownWins } = set;
  const table = new TermTable(lexicon, weights.terms, weights.corpusTopics);
  const terms = weights.terms.map(() => nothingSeen());
  const structure = new Map<string, Seen>();
  const note = (topic: ScorableTopic, about: keyof Seen, hit: boolean): void => {
    const features = topicFeatures(topic, table);
    const learned = new Set(features.hits.filter(({ view }) => view !== 'call').map((one) => table.of(one).learned));
    for (const i of learned) count(terms[i], about, hit);
    for (const name of features.structure) {
      if (Object.keys(weights.structure[name] ?? {}).length === 0) continue;
      const seen = structure.get(name) ?? nothingSeen();
      structure.set(name, seen);
      count(seen, about, hit);
    }
  };
  for (const { topic, city } of [...withText, ...byTitle, ...picked]) note(topic, 'labels', city >= WANTED_FROM);
  for (const { topic, municipalities } of [...wins, ...ownWins]) note(topic, 'wins', municipalities > 0);
  const curated = curatedWords(table);
  return {
    ...weights,
    seen: Object.fromEntries([...structure].sort(([a], [b]) => (a < b ? -1 : 1))),
    terms: weights.terms.map(({ term, topics, title, text }, i) => {
      const lists = curated.get(i);
      return { term, topics, ...terms[i], ...(lists === undefined ? {} : { curated: lists }), title, text };
    }),
  };
}

const nothingSeen = (): Seen => ({ labels: [0, 0], wins: [0, 0] });

function count(seen: Seen | undefined, about: keyof Seen, hit: boolean): void {
  if (seen === undefined) return;
  seen[about][0] += 1;
  if (hit) seen[about][1] += 1;
}

/** By learned term the subjects and themes of the lexicon that hold it too. */
function curatedWords(table: TermTable): Map<number, string[]> {
  return new Map(
    table.known.flatMap(({ learned, subjects, entries }) => {
      const lists = [...subjects.map((s) => table.subjects[s] ?? ''), ...entries.map(({ theme }) => `theme ${theme}`)];
      return learned < 0 || lists.length === 0 ? [] : [[learned, [...new Set(lists)]] as const];
    }),
  );
}
