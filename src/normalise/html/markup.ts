/** Tags that survive, and what they become. Everything else loses its tag and keeps its content. */
export const KEPT: Readonly<Record<string, string>> = {
  p: 'p',
  div: 'div',
  blockquote: 'blockquote',
  h1: 'h4',
  h2: 'h4',
  h3: 'h4',
  h4: 'h4',
  h5: 'h5',
  h6: 'h6',
  ul: 'ul',
  ol: 'ol',
  li: 'li',
  dl: 'dl',
  dt: 'dt',
  dd: 'dd',
  table: 'table',
  caption: 'caption',
  thead: 'thead',
  tbody: 'tbody',
  tr: 'tr',
  th: 'th',
  td: 'td',
  a: 'a',
  b: 'strong',
  strong: 'strong',
  i: 'em',
  em: 'em',
  u: 'u',
  sub: 'sub',
  sup: 'sup',
};

/** Lost with all they hold. */
export const DROPPED = new Set(
  'script style iframe object embed applet noscript noembed noframes template svg math select textarea title head frameset audio video canvas xmp plaintext'.split(
    ' ',
  ),
);

/** Tags that begin and end a line of the plain text. */
export const BLOCKS = new Set(
  'p div blockquote h1 h2 h3 h4 h5 h6 ul ol li dl dt dd table caption thead tbody tfoot tr section article header footer main aside nav form fieldset center pre address figure figcaption'.split(
    ' ',
  ),
);

/** Kept tags that end an open one when they begin, as every parser of HTML reads them. */
const ENDS_A_PARAGRAPH = ['p'];
export const ENDS: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(
    ['p', 'div', 'blockquote', 'h4', 'h5', 'h6', 'ul', 'ol', 'dl', 'table', 'hr'].map((tag) => [tag, ENDS_A_PARAGRAPH]),
  ),
  li: ['li'],
  dt: ['dt', 'dd'],
  dd: ['dt', 'dd'],
  tbody: ['thead', 'tbody'],
  tr: ['tr', 'th', 'td'],
  th: ['th'],
  td: ['thead', 'th', 'td'],
};

export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"]/g, (c) => (c === '&' ? '&amp;' : c === '<' ? '&lt;' : c === '>' ? '&gt;' : '&quot;'));
