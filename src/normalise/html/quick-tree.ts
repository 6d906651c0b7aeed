import { BLOCKS } from './markup.ts';

export interface QuickWords {
  readonly nodeType: 3;
  data: string;
}

export interface QuickElement {
  readonly nodeType: 1;
  readonly name: string;
  readonly attribs: Readonly<Record<string, string>>;
  readonly children: QuickNode[];
}

export type QuickNode = QuickWords | QuickElement;

/** Elements whose end tags portals write; within them nothing is read in another way than as markup. */
const PAIRED = new Set(
  'p div span ul ol li b strong i em u sup sub a h1 h2 h3 h4 h5 h6 table thead tbody colgroup tr td th blockquote'.split(
    ' ',
  ),
);
const VOID = new Set(['br', 'hr', 'img', 'col']);
/** By element, what would end it by merely beginning, had it no end tag of its own; read by the other parser. */
const ENDED_BY: Readonly<Record<string, readonly string[]>> = {
  p: [...BLOCKS, 'hr', 'h1', 'h2', 'h3'],
  li: ['li'],
  tr: ['tr'],
  th: ['tr', 'th', 'td'],
  td: ['tr', 'td'],
  thead: ['td', 'tbody'],
  tbody: ['tbody'],
};

const TAG = /<(\/?)([a-z][a-z0-9]*)((?:[ \n\t\r\f]+[a-z][a-z-]*="[^"]*")*)[ \n\t\r\f]*(\/?)>/y;
const ATTRIBUTE = /([a-z][a-z-]*)="([^"]*)"/g;
const ENTITY =
  /&(?:(amp|lt|gt|quot|nbsp|rsquo|lsquo|ldquo|rdquo|ndash|mdash|hellip|bull|euro);|#(\d{1,5});|#x([\da-fA-F]{1,4});)?/g;
const CHARACTERS: Readonly<Record<string, string>> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', nbsp: '\u00a0', rsquo: '’', lsquo: '‘', ldquo: '“', rdquo: '”' },
  ...{ ndash: '–', mdash: '—', hellip: '…', bull: '•', euro: '€' },
};

/**
 * The tree of a document that is written as it should be: every element of the usual ones, closed in order, attributes in
 * double quotes, entities that everybody knows. That is nearly all that portals write, and takes a third of the time of a
 * parser that must be ready for anything. Null where there is any doubt: then that parser reads it, and no other reading
 * than its own is ever given (tests/normalise/quick-tree.test.ts holds the two against each other).
 */
export function quickTree(html: string): QuickNode[] | null {
  const top: QuickNode[] = [];
  const open: QuickElement[] = [];
  let children = top;
  for (let at = 0; at < html.length; ) {
    const tagAt = html.indexOf('<', at);
    const end = tagAt < 0 ? html.length : tagAt;
    if (end > at) {
      const data = decoded(html.slice(at, end));
      if (data === null) return null;
      children.push({ nodeType: 3, data });
    }
    if (tagAt < 0) break;
    TAG.lastIndex = tagAt;
    const found = TAG.exec(html);
    if (found === null) return null;
    at = TAG.lastIndex;
    const [, isEnd, name = '', written = '', closed] = found;
    if (isEnd === '/') {
      if (VOID.has(name) && written === '' && closed === '') {
        // Written as XML is: of no use but at a line end, which every parser takes for another one.
        if (name === 'br') children.push({ nodeType: 1, name, attribs: NONE, children: [] });
        else if (children.at(-1)?.nodeType !== 1) return null; // the words around it would be one
        continue;
      }
      if (open.pop()?.name !== name || written !== '' || closed !== '') return null;
      children = open.at(-1)?.children ?? top;
      continue;
    }
    const attribs = written === '' ? NONE : attributesOf(written);
    if (attribs === null || ENDED_BY[open.at(-1)?.name ?? '']?.includes(name) === true) return null;
    const element: QuickElement = { nodeType: 1, name, attribs, children: [] };
    children.push(element);
    if (VOID.has(name)) continue;
    if (!PAIRED.has(name) || closed === '/') return null;
    open.push(element);
    children = element.children;
  }
  return open.length === 0 ? top : null;
}

const NONE: Readonly<Record<string, string>> = {};

function attributesOf(written: string): Record<string, string> | null {
  const attribs: Record<string, string> = {};
  for (const [, name = '', raw = ''] of written.matchAll(ATTRIBUTE)) {
    const value = decoded(raw);
    if (value === null || name in attribs) return null;
    attribs[name] = value;
  }
  return attribs;
}

/** Text with its entities decoded; null where one of them is none of those that we know. */
function decoded(raw: string): string | null {
  if (!raw.includes('&')) return raw;
  let isKnown = true;
  const text = raw.replace(ENTITY, (entity, name?: string, decimal?: string, hex?: string, offset = 0) => {
    const found = meant(raw, offset, name, decimal, hex);
    isKnown &&= found !== undefined;
    return found ?? entity;
  });
  return isKnown ? text : null;
}

/** What stands for itself or by name or number at an ampersand. */
function meant(raw: string, at: number, name?: string, decimal?: string, hex?: string): string | undefined {
  if (name !== undefined) return CHARACTERS[name];
  // Before a blank it means itself; before anything else it might begin some other entity.
  if (decimal === undefined && hex === undefined) return raw[at + 1] === ' ' ? '&' : undefined;
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
  // Numbers of controls and of halves of characters mean something else than they say.
  return code >= 0xa0 && code < 0xd800 ? String.fromCharCode(code) : undefined;
}
