import type { ScorableTopic } from '../../../src/domain/scoring.ts';
import { stem } from '../../../src/scoring/text/stem.ts';
import { STOP_WORDS } from '../../../src/scoring/text/stop-words.ts';
import { TokenSpans, tokenise } from '../../../src/scoring/text/tokenise.ts';

export interface Candidate {
  term: string;
  topics: number;
}

/** Words and pairs of neighbouring words, by the number of topics they stand in, at least `atLeast`. Sorted by name. */
export function candidateTerms(topics: Iterable<ScorableTopic>, atLeast: number): Candidate[] {
  const counts = new Map<string, number>();
  for (const topic of topics) {
    const found = new Set<string>();
    for (const text of [topic.title, ...topic.texts.map((one) => one.text)]) collect(text, found);
    for (const term of found) counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  return [...counts]
    .filter(([, topicsWith]) => topicsWith >= atLeast)
    .map(([term, topicsWith]) => ({ term, topics: topicsWith }))
    .sort((a, b) => (a.term < b.term ? -1 : 1));
}

const spans = new TokenSpans();

function collect(text: string, into: Set<string>): void {
  tokenise(text, spans);
  let before = '';
  let sentence = -1;
  for (let i = 0; i < spans.count; i += 1) {
    const word = text.slice(spans.starts[i], spans.ends[i]);
    const stemmed = stem(word);
    if (STOP_WORDS.has(stemmed) || STOP_WORDS.has(word.toLowerCase())) continue;
    if (spans.sentences[i] !== sentence) before = '';
    sentence = spans.sentences[i] ?? 0;
    if (!isNumber(stemmed)) into.add(stemmed);
    if (before !== '' && !(isNumber(stemmed) && isNumber(before))) into.add(`${before} ${stemmed}`);
    before = stemmed;
  }
}

/** A bare number is a year or a running number, nobody's theme. */
function isNumber(word: string): boolean {
  return /^\d+$/.test(word);
}
