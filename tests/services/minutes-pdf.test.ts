import { expect, it } from 'vitest';
import { findMinutesPdf, insertMinutesPdf } from '../../db/repositories/desk/board.ts';
import { writeTogether } from '../../db/repositories/desk/write-together.ts';
import { Paper } from '../../src/pages/paper/paper.ts';
import { paperFonts } from '../support/paper-fonts.ts';
import { emptyStore } from '../support/store.ts';

it('a paper is drawn and kept on both engines: the first one stays, byte by byte', async () => {
  const { db } = await emptyStore();
  const head = {
    title: 'Verbale n. 1',
    author: 'Milano',
    lang: 'it',
    madeAt: '2026-11-22T10:00:00Z',
    foot: '1',
  } as const;
  const paper = new Paper(head, await paperFonts());
  paper.heading(1, 'Perché la città è così: Łódź');
  const pdf = await paper.bytes();
  expect(new TextDecoder().decode(pdf.slice(0, 8))).toBe('%PDF-1.7');
  const keep = (bytes: Uint8Array, pdfHash: string) =>
    writeTogether(db, [insertMinutesPdf(db, { minutesNumber: 1, pdf: bytes, pdfHash, pdfMadeAt: head.madeAt })]);
  await keep(pdf, 'first');
  await keep(new Uint8Array([1, 2, 3]), 'second');
  expect(new Uint8Array((await findMinutesPdf(db, 1)) ?? [])).toEqual(new Uint8Array(pdf));
});
