import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { fontRuns } from '../../../src/pages/paper/font-runs.ts';
import { type Desk, idIn, openDesk, textOf } from './desk-world.ts';
import { recorded } from './opinion-story.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

describe('the minutes on paper', () => {
  it('are an accessible A4 made once: whoever asks later gets the same bytes, their hash on the page', async () => {
    const { link } = await recorded(desk);
    await desk.post(null, link);
    const both = await Promise.all([desk.file('anna', '/verbali/1.pdf'), desk.file('bea', '/verbali/1.pdf')]);
    const [first = new Uint8Array(), second = new Uint8Array()] = both;
    expect(sha256(first)).toBe(sha256(second));
    const raw = Buffer.from(first).toString('latin1');
    expect(raw.startsWith('%PDF-1.7')).toBe(true);
    for (const mark of ['/Lang (it)', '/Marked true', '/DisplayDocTitle true', '/MediaBox [0 0 595.28 841.89]'])
      expect(raw).toContain(mark);
    expect((await desk.get('anna', '/verbali/1')).html).toContain(sha256(first));
  });

  it('stay as they were signed when the protocol number comes later', async () => {
    const { link } = await recorded(desk);
    await desk.post(null, link);
    const signed = sha256(await desk.file('anna', '/verbali/1.pdf'));
    await desk.post('sergio', '/verbali/1/protocollo', { protocolNumber: '77/2026', protocolledOn: '2026-12-02' });
    expect(sha256(await desk.file('sergio', '/verbali/1.pdf'))).toBe(signed);
    expect(textOf((await desk.get('sergio', '/verbali/1')).html)).toContain('77/2026');
  });

  it('are for whom the minutes are for', async () => {
    const { link } = await recorded(desk);
    await desk.post(null, link);
    expect((await desk.get('pina', '/verbali/1.pdf')).status).toBe(403);
    expect((await desk.get('anna', '/verbali/2.pdf')).status).toBe(404);
  });
});

describe('the pack of a sitting', () => {
  it('is one paper with every dossier of the agenda', async () => {
    const { id } = await recorded(desk);
    const convened = await desk.post('sergio', '/sedute', {
      kind: 'meeting',
      on: '2026-12-01',
      hour: '15:00',
      'dossiers[]': id,
      otherBusiness: 'Varie ed eventuali',
    });
    const sitting = idIn(convened.location);
    const raw = Buffer.from(await desk.file('bea', `/sedute/${sitting}/fascicolo`)).toString('latin1');
    expect(raw.startsWith('%PDF-1.7')).toBe(true);
    expect(raw).toContain('/Count 2');
    expect((await desk.get('pina', `/sedute/${sitting}/fascicolo`)).status).toBe(403);
  });
});

describe('the letters of Europe', () => {
  it('come each from the font that has them', () => {
    expect(fontRuns('Łódź è qui')).toEqual([
      { text: 'Ł', extended: true },
      { text: 'ód', extended: false },
      { text: 'ź', extended: true },
      { text: ' è qui', extended: false },
    ]);
    expect(fontRuns('perche\u0301 北')).toEqual([{ text: 'perché ?', extended: false }]);
  });
});
