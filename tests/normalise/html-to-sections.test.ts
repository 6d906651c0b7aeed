import { describe, expect, it } from 'vitest';
import { htmlToSections, type SectionOptions } from '../../src/normalise/html/html-to-sections.ts';
import { SECTION_LIMIT } from '../../src/normalise/html/section-writer.ts';
import { Notes } from '../../src/normalise/notes.ts';

const DESCRIPTION: SectionOptions = { kind: 'description', heading: 'Description' };
const CONDITIONS: SectionOptions = { kind: 'conditions', heading: 'Conditions', splitAtHeadings: true };

function read(html: string, options = DESCRIPTION) {
  const notes = new Notes('X-1');
  return { sections: htmlToSections(html, options, notes), issues: notes.issues };
}
const headed = (html: string, options = DESCRIPTION) =>
  read(html, options).sections.map(({ kind, heading, text }) => [kind, heading, text]);
const text = (html: string) => read(html).sections[0]?.text;
const htmlOf = (html: string) => read(html).sections[0]?.html;

it('a label that nobody marked leaves the markup behind it as it is', () => {
  expect(htmlOf('<p><b>Scope</b>: In <a href="https://x.eu/">three</a> cities.</p>')).toBe(
    '<p>In <a href="https://x.eu/">three</a> cities.</p>',
  );
});

describe('headings of descriptions', () => {
  it.each<[string, string, string[][]]>([
    [
      'paragraphs of today',
      '<p class="topicdescriptionkind">Expected Outcome:</p><p>Cleaner air.</p><p class="topicdescriptionkind">Scope</p><p>Pilots.</p>',
      [
        ['outcome', 'Expected Outcome', 'Cleaner air.'],
        ['scope', 'Scope', 'Pilots.'],
      ],
    ],
    [
      'spans of Horizon 2020',
      '<span class="topicdescriptionkind">Specific Challenge:</span><p>Heat.</p><span class="topicdescriptionkind">Scope:</span><p>Shade.</p>',
      [
        ['challenge', 'Specific Challenge', 'Heat.'],
        ['scope', 'Scope', 'Shade.'],
      ],
    ],
    [
      'the block on technology readiness, headed null',
      '<p class="topicdescriptionkind">null</p><p>Reach TRL 7.</p>',
      [['trl', 'Technology Readiness Level', 'Reach TRL 7.']],
    ],
    [
      'a heading without its blank',
      '<p class="topicdescriptionkind">ExpectedOutcome:</p><p>Quiet streets.</p>',
      [['outcome', 'Expected Outcome', 'Quiet streets.']],
    ],
    [
      'a heading glued to its text',
      '<p class="topicdescriptionkind">Scope:Pilots in three cities.</p>',
      [['scope', 'Scope', 'Pilots in three cities.']],
    ],
    [
      'a span without its end tag',
      '<span class="topicdescriptionkind">Scope:<p>Pilots.</p><p>Plans.</p>',
      [['scope', 'Scope', 'Pilots.\nPlans.']],
    ],
    [
      'labels that nobody marked',
      '<p>Mind the annex.</p><p>Scope: Pilots in <a href="https://x.eu/">three</a> cities.</p><p>And plans.</p><p><strong>Expected&nbsp;Impact :</strong> Air.</p><h3>ExpectedOutcome</h3><ul><li>Quiet.</li></ul>',
      [
        ['description', 'Description', 'Mind the annex.'],
        ['scope', 'Scope', 'Pilots in three cities.\nAnd plans.'],
        ['impact', 'Expected Impact', 'Air.'],
        ['outcome', 'Expected Outcome', 'Quiet.'],
      ],
    ],
    [
      'words of a label that are none',
      '<p>Scope and objectives are wide.</p><p>Objectives of the call: many.</p><ul><li>Scope: no paragraph.</li></ul>',
      [
        [
          'description',
          'Description',
          'Scope and objectives are wide.\nObjectives of the call: many.\nScope: no paragraph.',
        ],
      ],
    ],
    [
      'labels beside marked heads, which are text',
      '<p class="topicdescriptionkind">Scope</p><p>Objective: pilots.</p>',
      [['scope', 'Scope', 'Objective: pilots.']],
    ],
    [
      'words before the first heading',
      '<p>Mind the annex.</p><p class="topicdescriptionkind">Scope</p><p>Pilots.</p>',
      [
        ['description', 'Description', 'Mind the annex.'],
        ['scope', 'Scope', 'Pilots.'],
      ],
    ],
    ['a heading with nothing below', '<p class="topicdescriptionkind">Scope</p><p>&nbsp;</p>', []],
    ['no heading', '<p>Only text.</p>', [['description', 'Description', 'Only text.']]],
    [
      'another language',
      '<p class="topicdescriptionkind">Ambito di applicazione:</p><p>Piloti.</p>',
      [['other', 'Ambito di applicazione', 'Piloti.']],
    ],
  ])('%s', (_, html, expected) => expect(headed(html)).toEqual(expected));
});

describe('headings of conditions', () => {
  it('begins a section at each numbered heading that has a content', () => {
    const html =
      '<h4>1. Admissibility</h4><p>Ten pages.</p><h4>2. Eligible countries</h4><h4>3. Other</h4><p>Three cities.</p>';
    expect(headed(html, CONDITIONS)).toEqual([
      ['conditions', '1. Admissibility', 'Ten pages.'],
      ['conditions', '3. Other', 'Three cities.'],
    ]);
  });
});

describe('plain text', () => {
  it.each<[string, string, string]>([
    [
      'lists and tables line by line',
      '<ul><li>One<li>Two</ul><table><tr><td>A</td><td>B</td></tr></table>',
      'One\nTwo\nA\nB',
    ],
    ['line breaks', 'one<br>two<br/><br>three', 'one\ntwo\nthree'],
    ['words parted only by an empty block', 'one<p></p>two', 'one\ntwo'],
    [
      'notes in double brackets',
      '<p>Act now[[ See <a href="https://x.eu">the plan</a>. ]] and well.</p>',
      'Act now and well.',
    ],
    ['an open note', '<p>Act [[ now.</p><p>Next.</p>', 'Act [[ now.\nNext.'],
    ['marks of notes', '<p>Act<sup>[1]</sup> now, 5 m<sup>2</sup>.</p>', 'Act now, 5 m2.'],
    ['bodies of notes', '<p>Act.</p><p>[1] COM(2020) 1</p>', 'Act.'],
    ['entities encoded twice', '<p>Research &amp;amp; cities&amp;nbsp;first</p>', 'Research & cities first'],
    ['an attribute that lost its quote’s place', '<div class="eui-u-mt-l>">Kept</div>', 'Kept'],
    ['words cut by a span', '<p>infra<span>structure</span></p>', 'infrastructure'],
  ])('%s', (_, html, expected) => expect(text(html)).toBe(expected));
});

describe('sanitised HTML', () => {
  it.each<[string, string, string]>([
    ['scripts and styles', '<p>a<script>x()</script><style>p{}</style>b</p>', '<p>ab</p>'],
    ['handlers and unknown attributes', '<p onclick="x()" style="a" class="b">a</p>', '<p>a</p>'],
    ['pictures and frames', '<p>a<img src=x onerror=x()><iframe src=x>y</iframe></p>', '<p>a</p>'],
    ['a script in a link', '<a href="javascript:x()">a</a>', 'a'],
    ['text that looks like markup', '<p>&lt;script&gt;</p>', '<p>&lt;script&gt;</p>'],
    ['the same, encoded twice', '<p>&amp;lt;script&amp;gt;</p>', '<p>&lt;script&gt;</p>'],
    ['headings of its own', '<h1>a</h1><p>b</p>', '<h4>a</h4><p>b</p>'],
    ['tags of looks', '<p><b>a</b> <i>b</i> <font color=red>c</font></p>', '<p><strong>a</strong> <em>b</em> c</p>'],
    ['elements left open', '<ul><li>a<li><b>b', '<ul><li>a</li><li><strong>b</strong></li></ul>'],
    ['tags named like parts of the language', '<constructor>a</constructor><valueOf>b', 'ab'],
    ['empty elements', '<p> </p><p><em></em>a</p><br>', '<p>a</p>'],
  ])('%s', (_, html, expected) => expect(htmlOf(html)).toBe(expected));

  it('says which link it took away', () => {
    expect(read('<a href="data:text/html,x">a</a>').issues).toEqual([
      { kind: 'unsafe-link', subject: 'X-1', message: 'Description: link removed', value: 'data:text/html,x' },
    ]);
  });

  it('says that it repaired something', () => {
    expect(read('<p>a\u202eb</p>').issues.map((issue) => issue.kind)).toEqual(['repaired-text']);
  });
});

describe('too much of it', () => {
  it('cuts a section that nobody would read, with a mark', () => {
    const { sections, issues } = read(
      `<p>${'word & '.repeat(200_000)}</p><p class="topicdescriptionkind">Scope</p><p>x</p>`,
    );
    expect(sections.map((section) => section.heading)).toEqual(['Description', 'Scope']);
    expect(sections[0]?.html.length).toBeLessThan(SECTION_LIMIT + 100);
    expect(sections[0]?.html.endsWith('</p><p>[…]</p>')).toBe(true);
    expect(sections[0]?.text.endsWith('\n[…]')).toBe(true);
    expect(issues.map((issue) => issue.kind)).toEqual(['section-cut']);
  });

  it.each<[string, string]>([
    ['elements without end', '<b>'.repeat(800_000) + '</i>'.repeat(600_000)],
    ['angle brackets only', '<'.repeat(5_000_000)],
    ['brackets of notes only', '[['.repeat(2_500_000)],
    ['ampersands only', `&${'amp;'.repeat(1_250_000)}`],
    ['white space only', '\u00a0'.repeat(5_000_000)],
    ['garbled letters only', 'Â'.repeat(5_000_000)],
    ['headings only', '<p class=topicdescriptionkind>a</p>b'.repeat(140_000)],
  ])('reads 5 MB of %s in linear time', { timeout: 20_000 }, (_, html) => {
    const started = performance.now();
    read(html);
    // Quadratic work would take minutes.
    expect(performance.now() - started).toBeLessThan(15_000);
  });
});
