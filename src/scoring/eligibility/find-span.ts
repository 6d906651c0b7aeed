import type { TextSpan } from '../../domain/eligibility.ts';
import { type EligibilityTopic, oncePerTopic } from './eligibility-topic.ts';

export interface Search {
  /** Plain lower-case words; a text without any of them is not searched further. */
  anchors: readonly string[];
  /** Global and case-insensitive. */
  pattern: RegExp;
  /** A hit whose sentence matches this does not count. */
  unless?: RegExp;
  /** A hit counts only where its sentence matches this too. */
  together?: RegExp;
}

interface Text {
  field: string;
  text: string;
  lower: string;
}

/** Title first, then the sections. */
export const textsOf = oncePerTopic((topic: EligibilityTopic): readonly Text[] => [
  lowered('title', topic.title),
  ...topic.texts.map(({ field, text }) => lowered(field, text)),
]);

/** The first place where a pattern stands and its sentence does not contradict it; null where none does. */
export function findSpan(topic: EligibilityTopic, search: Search): TextSpan | null {
  for (const text of textsOf(topic)) {
    if (!search.anchors.some((anchor) => text.lower.includes(anchor))) continue;
    for (const match of text.text.matchAll(search.pattern)) {
      const sentence = sentenceAround(text.text, match.index, match.index + match[0].length);
      if (search.unless?.test(sentence) || search.together?.test(sentence) === false) continue;
      return spanOf(text.field, match[0], match.index);
    }
  }
  return null;
}

/** Every match of a global pattern in every text that holds one of the anchors. */
export function* matchesIn(topic: EligibilityTopic, { anchors, pattern }: Pick<Search, 'anchors' | 'pattern'>) {
  for (const { field, text, lower } of textsOf(topic)) {
    if (!anchors.some((anchor) => lower.includes(anchor))) continue;
    for (const match of text.matchAll(pattern)) yield { field, match, text };
  }
}

export function spanOf(field: string, phrase: string, start: number): TextSpan {
  return { field, phrase, start, end: start + phrase.length };
}

/** The sentence around a place; a full stop glued to a capital ends one too, as portal texts lose their blanks. */
export function sentenceAround(text: string, start: number, end: number): string {
  const before = text.slice(Math.max(0, start - 400), start);
  const after = text.slice(end, end + 400);
  const from = Math.max(...[...before.matchAll(SENTENCE_END)].map((match) => match.index + 1), 0);
  const stop = after.search(SENTENCE_END);
  return before.slice(from) + text.slice(start, end) + (stop < 0 ? after : after.slice(0, stop));
}

const SENTENCE_END = /[.;!?](?=\s+[A-Z]|[A-Z]|\s*$)|\n/g;

function lowered(field: string, text: string): Text {
  return { field, text, lower: text.toLowerCase() };
}
