import type { TopicDetail } from '../../domain/topic-card.ts';
import { type PhraseEvidence, pillarOf } from './evidence.ts';
import { highlightHtml, highlightText, type Span, withoutOverlap } from './highlight.ts';

/** One text of the call, ready to be shown: our own tags only, evidence marked. */
export interface MarkedText {
  field: string;
  heading: string;
  html: string;
}

/** Phrases beyond this number are in the table but carry no number in the text: it would be all marks. */
export const NUMBERED = 24;

/** Title, keywords and sections with their evidence; title and keywords only where something was found in them. */
export function markedTexts(
  topic: TopicDetail,
  phrases: readonly PhraseEvidence[],
  headings: { title: string; keywords: string },
): MarkedText[] {
  const spansOf = (field: string): Span[] =>
    withoutOverlap(phrases.filter((phrase) => phrase.field === field && phrase.n <= NUMBERED)).map(toSpan);
  const short = (field: string, heading: string, text: string): MarkedText[] => {
    const spans = spansOf(field);
    return spans.length === 0 ? [] : [{ field, heading, html: `<p>${highlightText(text, spans)}</p>` }];
  };
  return [
    ...short('title', headings.title, topic.title),
    ...short('keywords', headings.keywords, topic.keywords.join(' ')),
    ...topic.sections.map(({ heading, html, text }, i) => {
      const field = `section:${i}`;
      const spans = spansOf(field);
      return { field, heading, html: highlightHtml(html, text, spans) ?? asParagraphs(text, spans) };
    }),
  ];
}

/** A mark in the colour of the pillar it speaks for, with its number in the table; against the city it is dashed. */
function toSpan(phrase: PhraseEvidence): Span {
  const colour = `p-${pillarOf(phrase) ?? 'none'}`;
  const against = phrase.city < 0;
  return {
    start: phrase.start,
    end: phrase.end,
    open: `<mark class="${against ? 'against' : colour}">`,
    close: `<sup>${phrase.n}</sup></mark>`,
  };
}

/** The plain text, where HTML and text could not be aligned. */
function asParagraphs(text: string, spans: readonly Span[]): string {
  return `<p class="plain">${highlightText(text, spans)}</p>`;
}
