const list = (words: string): string[] => words.trim().split(/\s+/);
const stay = (words: string): [string, string][] => list(words).map((word) => [word, word]);
const become = (tag: string, words: string): [string, string][] => list(words).map((word) => [word, tag]);

/** Tags that survive, and what they become. Everything else loses its tag and keeps its content. */
export const KEPT: ReadonlyMap<string, string> = new Map([
  ...stay('p blockquote h4 h5 h6 ul ol li dl dt dd table caption thead tbody tr th td a u sub sup'),
  ...become(
    'div',
    'div section article header footer main aside nav form fieldset center pre address figure figcaption',
  ),
  ...become('h4', 'h1 h2 h3'),
  ...become('tbody', 'tfoot'),
  ...become('strong', 'b strong'),
  ...become('em', 'i em'),
]);

/** Lost with all they hold. */
export const DROPPED = new Set(
  list(`script style iframe object embed applet noscript noembed noframes template svg math select textarea title head
    frameset audio video canvas xmp plaintext`),
);

/** Tags that begin and end a line of the plain text. */
export const BLOCKS = new Set([...KEPT.keys()].filter((tag) => !/^(a|b|strong|i|em|u|sub|sup)$/.test(tag)));

/** Kept tags that end an open one when they begin, as every parser of HTML reads them. */
export const ENDS: ReadonlyMap<string, readonly string[]> = new Map([
  ...list('p div blockquote h4 h5 h6 ul ol dl table').map((tag): [string, string[]] => [tag, ['p']]),
  ['li', ['li']],
  ['dt', ['dt', 'dd']],
  ['dd', ['dt', 'dd']],
  ['tbody', ['thead', 'tbody']],
  ['tr', ['tr', 'th', 'td']],
  ['th', ['th']],
  ['td', ['thead', 'th', 'td']],
]);

export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"]/g, (c) => (c === '&' ? '&amp;' : c === '<' ? '&lt;' : c === '>' ? '&gt;' : '&quot;'));
