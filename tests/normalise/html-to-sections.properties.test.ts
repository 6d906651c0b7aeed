import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { htmlToSections, type SectionOptions } from '../../src/normalise/html/html-to-sections.ts';
import { Notes } from '../../src/normalise/notes.ts';

/** No halves of entities: put together from two elements they are decoded at the second reading only (and escaped). */
const PIECES = [
  ...[
    '<p>',
    '</p>',
    '<div>',
    '</div>',
    '<span>',
    '</span>',
    '<b>',
    '</b>',
    '<em>',
    '</em>',
    '<br>',
    '<hr/>',
    '<section>',
  ],
  ...[
    '<ul>',
    '<ol>',
    '<li>',
    '</li>',
    '</ul>',
    '<table>',
    '<tr>',
    '<td>',
    '</td>',
    '</table>',
    '<tbody>',
    '<h2>',
    '</h2>',
  ],
  ...[
    '<p class="topicdescriptionkind">Scope:</p>',
    '<span class="topicdescriptionkind">null',
    '<h4>1. Admissibility</h4>',
  ],
  ...[
    '<a href="https://example.eu/?a=1&amp;amp;b=2">',
    '<a href="javascript:alert(1)">',
    '<a href=" JaVa&#10;Script&colon;x">',
    '</a>',
  ],
  ...[
    '<a href="http:// example.eu/x y">',
    '<a href="mailto:a@b.eu" onclick="x()">',
    '<a href="data:text/html,<script>">',
  ],
  ...[
    '<script>',
    '</script>',
    '<style>',
    '</style>',
    '<svg onload=x>',
    '<img src=x onerror=alert(1)>',
    '<iframe src=x>',
  ],
  ...['<scr', 'ipt>', '<!--', '-->', '<![CDATA[', ']]>', '&lt;script&gt;', '&amp;lt;script&amp;gt;', '&#60;', '&'],
  ...[
    '[[',
    ']]',
    '[1]',
    '[',
    ']',
    'Ã¨',
    'Ã',
    'Â',
    '\u0000',
    '\u202e',
    '\ufeff',
    '\u00a0',
    ' ',
    '  ',
    '\r\n',
    '"',
    "'",
    '<',
    '>',
  ],
  ...['word', 'city', ' and ', 'TRL 6', 'è', '’', '🚲', '&nbsp;', '&amp;nbsp;', '&#8203;', '&#x26;', 'class="x>"'],
];
const html = fc
  .array(fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...PIECES) }, fc.string({ maxLength: 8 })), { maxLength: 40 })
  .map((pieces) => pieces.join(''));
const OPTIONS: SectionOptions = { kind: 'description', heading: 'Description' };
const read = (text: string, options = OPTIONS) => htmlToSections(text, options, new Notes('X'));

/** Every tag of a sanitised text, as it stands there. */
const tagsOf = (text: string): string[] => text.match(/<[^>]*>/g) ?? [];
const HARMLESS =
  /^<\/?(p|div|blockquote|h[456]|ul|ol|li|dl|dt|dd|table|caption|thead|tbody|tr|th|td|a|strong|em|u|sub|sup|br|hr)>$/;
const LINK = /^<a href="(https?:|mailto:)[^"<>]*">$/;

describe('htmlToSections, whatever it is given', () => {
  it('writes only tags of the allow-list, without attributes but a safe href', () => {
    fc.assert(
      fc.property(html, (text) => {
        for (const section of read(text)) {
          for (const tag of tagsOf(section.html)) expect(HARMLESS.test(tag) || LINK.test(tag), tag).toBe(true);
          expect(section.html.replace(/<[^>]*>/g, '')).not.toMatch(/[<>]/);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('leaves nothing of hidden characters', () => {
    fc.assert(
      fc.property(html, (text) => {
        for (const section of read(text))
          expect(section.html + section.text).not.toMatch(/[\u0000-\u0009\u202a-\u202e\ufeff]/);
      }),
      { numRuns: 300 },
    );
  });

  it('changes nothing more in what it wrote', () => {
    fc.assert(
      fc.property(html, (text) => {
        for (const { kind, heading, html: once } of read(text)) {
          // The first line keeps alive a section that holds nothing but a footnote.
          const [again] = read(`<p>First</p>${once}`, { kind, heading });
          expect(again?.html).toBe(`<p>First</p>${once}`);
        }
      }),
      { numRuns: 2_000 },
    );
  });
});
