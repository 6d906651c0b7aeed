import { describe, expect, it } from 'vitest';
import { evidenceBar, phrasesOf } from '../../src/pages/view/evidence.ts';
import { highlightHtml, highlightText, withoutOverlap } from '../../src/pages/view/highlight.ts';
import { bestRung, leadTimes } from '../../src/pages/view/lead-time.ts';
import { timeline } from '../../src/pages/view/timeline.ts';
import { aRound } from '../support/topics.ts';

const NOW = '2026-11-22T09:00:00Z';
const mark = (start: number, end: number) => ({ start, end, open: '<mark>', close: '<sup>1</sup></mark>' });

describe('time against the minima', () => {
  it('asks for sixteen weeks to coordinate, twelve for support, eight for a first stage', () => {
    expect(leadTimes(['IA'], 'single-stage').map(({ weeks }) => weeks)).toEqual([16, 10, 5, 2]);
    expect(leadTimes(['CSA'], null).map(({ weeks }) => weeks)).toEqual([12, 10, 5, 2]);
    expect(leadTimes(['RIA'], 'two-stage').map(({ rung, weeks }) => [rung, weeks])).toEqual([
      ['coordinator', 8],
      ['partner', 4],
      ['supporter', 2],
    ]);
  });

  it.each([
    [112, 'coordinator'],
    [111, 'pilot'],
    [69, 'partner'],
    [34, 'supporter'],
    [13, null],
  ])('%i days are enough for %s', (days, rung) => {
    expect(bestRung(days, leadTimes(['IA'], null))).toBe(rung);
  });
});

describe('an evidence bar', () => {
  it('is as long as the score and cut by the weights, the heaviest first', () => {
    const bar = evidenceBar(0.8, [1, 2, 1, 0.5, 0.5, -3]);
    expect(bar.map(({ shade }) => shade)).toEqual([1, 2, 3, 4]);
    const last = bar.at(-1);
    expect((last?.x ?? 0) + (last?.width ?? 0)).toBeCloseTo(80, -1);
    expect(bar[0]?.width).toBeGreaterThan(bar[1]?.width ?? 0);
  });

  it('is one piece without reasons and empty for zero', () => {
    expect(evidenceBar(0.5, [])).toEqual([{ x: 0, width: 50, shade: 1 }]);
    expect(evidenceBar(0, [])).toEqual([]);
  });

  it('gathers what one phrase says of city and pillars', () => {
    const span = { phrase: 'cities', field: 'title', start: 0, end: 6 };
    const phrases = phrasesOf([
      { ...span, target: 'city', weight: 1 },
      { ...span, target: 'living', weight: 0.2 },
      { ...span, target: 'mobility', weight: 0.7 },
      { target: 'city', phrase: 'base rate', field: 'bias', start: null, end: null, weight: -1 },
    ]);
    expect(phrases).toHaveLength(1);
    expect(phrases[0]).toMatchObject({ n: 1, city: 1, pillars: [{ pillar: 'mobility' }, { pillar: 'living' }] });
  });
});

describe('marks in a call’s text', () => {
  it('stand in the HTML where they stand in the text, white space and entities aside', () => {
    const text = 'Cities & towns\nwith bicycles.';
    const html = '<p>Cities &amp; towns</p>\n<ul><li>with <b>bicycles</b>.</li></ul>';
    const start = text.indexOf('bicycles');
    expect(highlightHtml(html, text, [mark(0, 6), mark(start, start + 8)])).toBe(
      '<p><mark>Cities<sup>1</sup></mark> &#38; towns</p>\n<ul><li>with <strong><mark>bicycles<sup>1</sup></mark></strong>.</li></ul>',
    );
  });

  it('are closed and opened again around a tag', () => {
    expect(highlightHtml('<p>lead <em>cities</em></p>', 'lead cities', [mark(0, 11)])).toBe(
      '<p><mark>lead </mark><em><mark>cities<sup>1</sup></mark></em></p>',
    );
  });

  it('are given up where HTML and text differ', () => {
    expect(highlightHtml('<p>one</p>', 'two', [])).toBeNull();
    expect(highlightText('a < b', [mark(0, 1)])).toBe('<mark>a<sup>1</sup></mark> &#60; b');
  });

  it('let through our own tags only', () => {
    const html =
      '<p onclick="x">a<script>b</script><a href="javascript:x">c</a><a href="https://e.eu/?a=1&amp;b=2">d</a></p>';
    expect(highlightHtml(html, 'abcd', [])).toBe(
      '<p>ab<a>c</a><a href="https://e.eu/?a=1&#38;b=2" rel="noopener">d</a></p>',
    );
  });

  it('never overlap: the weightier phrase stays', () => {
    expect(withoutOverlap([mark(5, 10), mark(8, 12), mark(10, 14)])).toHaveLength(2);
  });
});

describe('a timeline', () => {
  const start = { roles: ['coordinator' as const], weeks: 16, day: '2026-10-08' };

  it('has today, ticks and windows in order, and says which start has passed', () => {
    const drawn = timeline([aRound()], NOW, '2027-01-28T16:00:00Z', [start]);
    const window = drawn?.windows[0];
    expect(drawn?.starts[0]?.past).toBe(true);
    expect(window?.from.x).toBeLessThan(drawn?.now?.x ?? 0);
    expect(window?.to.x).toBeGreaterThan(drawn?.now?.x ?? 0);
    expect(window?.filledTo).toBe(drawn?.now?.x);
    const xs = drawn?.ticks.map(({ x }) => x) ?? [];
    expect(xs).toEqual([...xs].sort((a, b) => a - b));
    expect(xs.length).toBeGreaterThan(2);
  });

  it('names months far enough apart over many years', () => {
    const drawn = timeline(
      [
        aRound({ opensOn: '2014-01-01', closesOn: '2014-04-01' }),
        aRound({ opensOn: '2019-09-05', closesOn: '2020-01-29' }),
      ],
      NOW,
      null,
      [],
    );
    const xs = drawn?.ticks.map(({ x }) => x) ?? [];
    for (const [i, x] of xs.entries()) if (i > 0) expect(x - (xs[i - 1] ?? 0)).toBeGreaterThan(50);
    expect(drawn?.now).toBeNull();
  });

  it('lets an unknown end run to the edge, and is nothing without any date', () => {
    const drawn = timeline([aRound({ opensOn: '2026-12-01', deadlines: [] })], NOW, null, []);
    expect(drawn?.windows[0]?.to).toEqual({ x: drawn?.plot.right, known: false });
    expect(timeline([aRound({ opensOn: null, deadlines: [] })], NOW, null, [])).toBeNull();
  });
});
