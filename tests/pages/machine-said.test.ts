import { describe, expect, it, vi } from 'vitest';
import { inItalian } from '../../src/pages/sources/machine-said.tsx';
import { MACHINE_SENTENCES } from '../../src/pages/sources/machine-sentences.ts';
import { makeCatalogue } from '../fake-portal/catalogue.ts';
import { FAULTS } from '../fake-portal/faults.ts';
import { openHarness } from '../fake-portal/harness.ts';

vi.setConfig({ testTimeout: 60_000 });
const SMALL = { topics: 101, cascades: 3, externals: 2, textLength: 100 };
const holes = (text: string) => [...new Set(text.match(/\{\w+\}/g))].sort();

/** The sentences of all issues and certificates that a store holds. */
function sentencesOf({ all }: Awaited<ReturnType<typeof openHarness>>, details: readonly string[]): string[] {
  return [...details, ...all<{ message: string }>('select message from issues').map(({ message }) => message)];
}

describe('what the machine says of a reading', () => {
  it('has the same holes in both languages', () => {
    for (const [english, italian] of MACHINE_SENTENCES) expect(holes(italian), english).toEqual(holes(english));
  });

  it.each(FAULTS)('is said in Italian: %s', async (fault) => {
    const h = await openHarness(SMALL, { firstByteMs: 5, tries: 2 });
    await h.collect();
    h.portal.faults.add(fault);
    const { certificate } = await h.collect(1);
    const details = certificate.kinds.flatMap(({ reasons }) => reasons.map(({ detail }) => detail));
    // The portal's own warnings are quoted, not translated.
    const own = sentencesOf(h, details).filter((sentence) => !sentence.startsWith('['));
    for (const sentence of own) expect(inItalian(sentence), sentence).not.toBeNull();
    h.close();
  });

  it('is said in Italian where rows are odd', async () => {
    const catalogue = makeCatalogue(SMALL);
    const odd = [
      { identifier: [] },
      {
        status: ['99'],
        frameworkProgramme: ['98'],
        deadlineModel: ['three-stage'],
        typesOfAction: ['Odd'],
        odd: ['x'],
      },
      { title: [], deadlineDate: ['soon'], startDate: ['soon'], actions: ['{'], budgetOverview: ['{'] },
      { title: ['a\u200bb'], descriptionByte: [`<p>a\u0000b <a href="javascript:x">c</a></p>${'<p>y</p>'.repeat(9)}`] },
      { descriptionByte: [`<p>${'long '.repeat(110_000)}</p>`], deadlineDate: ['2027-02-03T11:00:00.000+0000'] },
      { deadlineDate: ['2029-02-03T00:00:00.000+0000'] },
    ];
    for (const [at, extra] of odd.entries()) Object.assign(catalogue[at] ?? {}, { extra });
    const h = await openHarness(catalogue);
    const { certificate } = await h.collect();
    expect(certificate.verdict).toBe('certified');
    const sentences = sentencesOf(h, []);
    expect(sentences.length).toBeGreaterThan(10);
    for (const sentence of sentences) expect(inItalian(sentence), sentence).not.toBeNull();
    h.close();
  });

  it('is said inside of another sentence too, and left as it is where the book lacks it', () => {
    expect(inItalian('not read: http://a.b/c answered HTTP 500 (4 tries)')).toBe(
      'non letto: http://a.b/c ha risposto HTTP 500 (4 tentativi)',
    );
    expect(inItalian('something new')).toBeNull();
  });
});
