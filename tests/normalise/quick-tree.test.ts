import { load } from 'cheerio/slim';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type QuickNode, quickTree } from '../../src/normalise/html/quick-tree.ts';
import { makeCatalogue } from '../fake-portal/catalogue.ts';

type Bare = string | { name: string; attribs: Record<string, string>; children: Bare[] };
type Root = ReturnType<ReturnType<typeof load>['root']>;
type Parsed = NonNullable<Root[0]>['children'][number];

/** The tree as the full parser reads it. */
const slow = (html: string): Bare[] =>
  load(html, { xml: false }, false)
    .root()
    .get(0)
    ?.children.flatMap((node) => bare(node)) ?? [];

function bare(node: Parsed | QuickNode): Bare[] {
  if (node.nodeType === 3) return [node.data];
  if (!('attribs' in node)) return [];
  return [{ name: node.name, attribs: { ...node.attribs }, children: node.children.flatMap((child) => bare(child)) }];
}

const quick = (html: string): Bare[] | null => quickTree(html)?.flatMap((node) => bare(node)) ?? null;

const NAMES =
  'p div span ul ol li b strong i em u sup sub a h1 h4 h6 table thead tbody colgroup tr td th blockquote dl br hr img col';
const PIECES = [
  ...NAMES.split(' ').flatMap((name) => [`<${name}>`, `</${name}>`, `<${name}/>`, `<${name} class="x y">`]),
  ...[
    '<a href="https://example.eu/?a=1&amp;b=2">',
    '<a href=x>',
    "<a href='x'>",
    '<p class="a" class="b">',
    '<p hidden>',
  ],
  ...[
    '<P>',
    '<!-- x -->',
    '<!doctype html>',
    '<script>',
    '</script>',
    '<svg>',
    '<title>',
    '< p>',
    '<',
    '>',
    '"',
    '<p ',
  ],
  ...[
    'words',
    ' ',
    '\n',
    '\u00a0',
    'R&D',
    'A & B',
    '&',
    '&amp;',
    '&amp;nbsp;',
    '&nbsp',
    '&eacute;',
    '&#8217;',
    '&#x27;',
  ],
  ...['&rsquo;', '&ldquo;', '&euro;', '&notit;', '&;', '\u0000', '\ud800', '[1]', '=', '/>'],
];

describe('the quick tree', () => {
  it('is that of the full parser, or none, for any markup', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 14 }), (pieces) => {
        const html = pieces.join('');
        const found = quick(html);
        if (found !== null) expect(found).toEqual(slow(html));
      }),
      { numRuns: 10_000 },
    );
  });

  it('is that of the full parser where elements are closed in order, whatever stands in what', () => {
    const { tree } = fc.letrec<{ tree: string; text: string }>((tie) => ({
      text: fc.constantFrom('words', ' ', 'a &amp; b', 'A & B', 'è', '&rsquo;s'),
      tree: fc
        .tuple(
          fc.constantFrom(...NAMES.split(' ').filter((name) => !['br', 'hr', 'img', 'col'].includes(name))),
          fc.array(fc.oneof({ maxDepth: 5 }, tie('text'), tie('tree')), { maxLength: 4 }),
        )
        .map(([name, inner]) => `<${name}>${inner.join('')}</${name}>`),
    }));
    let read = 0;
    fc.assert(
      fc.property(tree, (html) => {
        const found = quick(html);
        if (found === null) return;
        read += 1;
        expect(found).toEqual(slow(html));
      }),
      { numRuns: 2_000 },
    );
    expect(read).toBeGreaterThan(200);
  });

  it('reads what portals write: paragraphs, lists, tables, links, notes', () => {
    const html =
      '<p class="topicdescriptionkind">Scope:</p><p>Cities &amp; regions<sup>[1]</sup>&nbsp;– “A & B”.<br/>More</p>' +
      '<ul>\n<li><a target="_blank" href="https://example.eu/?a=1&amp;b=2">a guide</a></li><li>two</li></ul>' +
      '<p><br></br></p><p>A&#xa0;line&#8217;s end<br></br></p>' +
      '<table><colgroup><col width="2"></col></colgroup><tbody><tr><td>1</td><td><strong>2</strong></td></tr></tbody></table>';
    expect(quick(html)).toEqual(slow(html));
    const [topic] = makeCatalogue({ topics: 1 });
    expect(quick(topic?.description ?? '')).toEqual(slow(topic?.description ?? ''));
  });

  it.each([
    ['elements that end each other', '<p>one<p>two'],
    ['an element left open', '<div>one'],
    ['elements closed in another order', '<b><i>one</b></i>'],
    ['a comment', '<p>one<!-- two --></p>'],
    ['an entity that few know', '<p>caf&eacute;</p>'],
    ['an end tag that joins the words around it', 'one</hr>two'],
    ['a script', '<script>"</p>"</script>'],
  ])('leaves %s to the full parser', (_, html) => {
    expect(quickTree(html)).toBeNull();
  });
});
