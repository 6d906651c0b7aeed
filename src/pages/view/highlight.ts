/** A stretch of the plain text that is to be marked; stretches do not overlap. */
export interface Span {
  start: number;
  end: number;
  /** Tag that opens the mark, and what closes it. */
  open: string;
  close: string;
}

/** Tags of a call's text that are shown; anything else is dropped, its content stays. Headings become one level. */
const TAGS: Readonly<Record<string, string>> = {
  p: 'p',
  ul: 'ul',
  ol: 'ol',
  li: 'li',
  br: 'br',
  strong: 'strong',
  b: 'strong',
  em: 'em',
  i: 'em',
  u: 'span',
  a: 'a',
  sup: 'sup',
  sub: 'sub',
  table: 'table',
  thead: 'thead',
  tbody: 'tbody',
  tr: 'tr',
  td: 'td',
  th: 'th',
  blockquote: 'blockquote',
  h1: 'h4',
  h2: 'h4',
  h3: 'h4',
  h4: 'h4',
  h5: 'h4',
  h6: 'h4',
};
const PIECES =
  /<(\/?)([a-zA-Z][a-zA-Z0-9]*)([^>]*)>|<!--[\s\S]*?-->|&(?:#\d+|#[xX][0-9a-fA-F]+|[a-zA-Z]\w*);|[^<&]|[<&]/gu;
const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  shy: '\u00ad',
};

/**
 * Sanitised HTML with the spans of its plain text marked, written anew with our own tags. The two are aligned character
 * by character, white space aside; null where they do not say the same, and the caller shows the plain text instead.
 */
export function highlightHtml(html: string, text: string, spans: readonly Span[]): string | null {
  const ordered = [...spans].sort((a, b) => a.start - b.start);
  let out = '';
  let at = 0;
  let next = 0;
  let open: Span | undefined;
  for (const [piece, slash = '', name] of html.matchAll(PIECES)) {
    if (name !== undefined || piece.startsWith('<!--')) {
      const tag = name === undefined ? '' : rewriteTag(slash, name, piece);
      // A mark may not cross a tag: it is closed before and opened again after.
      out += open === undefined ? tag : `${open.close.replace(/^<sup>.*?<\/sup>/, '')}${tag}${open.open}`;
      continue;
    }
    const character = decode(piece);
    if (/^\s*$/u.test(character)) {
      out += escapeHtml(character);
      continue;
    }
    at = skipSpace(text, at);
    if (!text.startsWith(character, at)) return null;
    const span = ordered[next];
    if (open === undefined && span !== undefined && at >= span.start && at < span.end) {
      open = span;
      out += span.open;
    }
    out += escapeHtml(character);
    at += character.length;
    if (open !== undefined && at >= open.end) {
      out += open.close;
      open = undefined;
      next += 1;
    }
  }
  return skipSpace(text, at) === text.length ? out + (open?.close ?? '') : null;
}

/** Plain text with its spans marked, a paragraph a line. */
export function highlightText(text: string, spans: readonly Span[]): string {
  const ordered = [...spans].sort((a, b) => a.start - b.start);
  let out = '';
  let at = 0;
  for (const { start, end, open, close } of ordered) {
    if (start < at) continue;
    out += `${escapeHtml(text.slice(at, start))}${open}${escapeHtml(text.slice(start, end))}${close}`;
    at = end;
  }
  return out + escapeHtml(text.slice(at));
}

/** Spans without overlap; of two that touch the same characters the one that comes first in the list stays. */
export function withoutOverlap<Item extends { start: number; end: number }>(items: readonly Item[]): Item[] {
  const kept: Item[] = [];
  for (const item of items) {
    if (kept.every((other) => item.end <= other.start || item.start >= other.end)) kept.push(item);
  }
  return kept;
}

export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

function rewriteTag(slash: string, name: string, whole: string): string {
  const tag = TAGS[name.toLowerCase()];
  if (tag === undefined) return '';
  if (slash !== '') return tag === 'br' ? '' : `</${tag}>`;
  if (tag !== 'a') return `<${tag}>`;
  const address = /href\s*=\s*(?:"([^"]*)"|'([^']*)')/i.exec(whole);
  const url = decode(address?.[1] ?? address?.[2] ?? '');
  return /^(https?:|mailto:)/i.test(url) ? `<a href="${escapeHtml(url)}" rel="noopener">` : '<a>';
}

function decode(piece: string): string {
  return piece.replace(/&(#\d+|#[xX][0-9a-fA-F]+|[a-zA-Z]\w*);/g, (entity, name: string) => {
    if (!name.startsWith('#')) return NAMED[name] ?? entity;
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code <= 0x10ffff ? String.fromCodePoint(code) : entity;
  });
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && /\s/u.test(text.charAt(at))) at += 1;
  return at;
}
