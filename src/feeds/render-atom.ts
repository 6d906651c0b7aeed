import type { Language } from '../domain/labels/localised.ts';
import type { Instant } from '../domain/topic.ts';

export interface AtomFeed {
  /** Permanent URI, the same wherever the feed is served from. */
  id: string;
  /** Where it is served from. */
  self: string;
  title: string;
  subtitle: string;
  /** Page for people. */
  link: string;
  language: Language;
  author: string;
  /** Instant of the newest entry; the epoch of the store for an empty feed, never now. */
  updatedAt: Instant;
  entries: readonly AtomEntry[];
}

export interface AtomEntry {
  /** Stable URI: the same change is the same entry for ever. */
  id: string;
  title: string;
  link: string;
  publishedAt: Instant;
  updatedAt: Instant;
  summary: string;
  categories: readonly string[];
}

/** RFC 4287 text. Titles and summaries are plain text: nothing of a portal's markup goes in. */
export function renderAtom(feed: AtomFeed): string {
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${feed.language}">`,
    `<id>${xmlText(feed.id)}</id>`,
    `<title>${xmlText(feed.title)}</title>`,
    `<subtitle>${xmlText(feed.subtitle)}</subtitle>`,
    `<updated>${feed.updatedAt}</updated>`,
    `<author><name>${xmlText(feed.author)}</name></author>`,
    `<link rel="self" type="application/atom+xml" href="${xmlText(feed.self)}"/>`,
    `<link rel="alternate" type="text/html" href="${xmlText(feed.link)}"/>`,
    ...feed.entries.map(renderEntry),
    '</feed>',
    '',
  ].join('\n');
}

function renderEntry(entry: AtomEntry): string {
  return [
    '<entry>',
    `<id>${xmlText(entry.id)}</id>`,
    `<title>${xmlText(entry.title)}</title>`,
    `<link rel="alternate" type="text/html" href="${xmlText(entry.link)}"/>`,
    `<published>${entry.publishedAt}</published>`,
    `<updated>${entry.updatedAt}</updated>`,
    `<summary>${xmlText(entry.summary)}</summary>`,
    ...entry.categories.map((term) => `<category term="${xmlText(term)}"/>`),
    '</entry>',
  ].join('\n');
}

/** XML 1.0 allows no control character but tab and line ends, not even escaped; the rest is dropped. */
function xmlText(text: string): string {
  return text
    .replace(
      /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g,
      '',
    )
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
}
