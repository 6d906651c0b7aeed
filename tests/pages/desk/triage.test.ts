import { sql } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Desk, deskStore, openDesk, textOf } from './desk-world.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk(await deskStore(20));
});

const KEY = 'HORIZON-CL5-2027-D6-01';
const boxes = (html: string): string[] =>
  [...html.matchAll(/name="keys\[\]" value="([^"]+)"/g)].map((match) => match[1] ?? '');

describe('Monday in 20 minutes', () => {
  it('offers at most twelve a week by the last day to start, the rest in the queue', async () => {
    const { html } = await desk.get('anna', '/triage');
    expect(boxes(html)).toHaveLength(12);
    const text = textOf(html);
    expect(text).toContain('12 bandi da giudicare; questa settimana 0 di 12');
    expect(text).toContain('In coda: 11');
    expect(html).not.toMatch(/undefined|\[object |NaN/);
  });

  it('keeps into assigned dossiers and discards with a reason, and the places of the week are used up', async () => {
    const [first = '', second = ''] = boxes((await desk.get('anna', '/triage')).html);
    const kept = await desk.post('anna', '/triage/decisioni', {
      'keys[]': first,
      decision: 'keep',
      'groups[]': ['mobility'],
      owner: '',
    });
    expect(kept.location).toBe('/triage?fatto=tenuto');
    expect((await desk.post('anna', '/triage/decisioni', { 'keys[]': second, decision: 'discard' })).status).toBe(400);
    await desk.post('anna', '/triage/decisioni', { 'keys[]': second, decision: 'discard', reasonCode: 'out-of-scope' });
    const { html } = await desk.get('anna', '/triage');
    expect(boxes(html)).toHaveLength(10);
    expect(textOf(html)).toContain('scartato (fuori ambito) · Anna Segreti');
    expect(textOf((await desk.get('anna', '/dossier')).html)).toContain('assegnato · Anna Segreti');
  });

  it('discards a family at once, and takes one of them back', async () => {
    await desk.post('anna', '/triage/decisioni', {
      'keys[]': 'CASCADE-A1',
      decision: 'discard-family',
      reasonCode: 'capacity',
    });
    const { html } = await desk.get('anna', '/triage');
    expect(textOf(html)).toContain('Riporta in coda');
    const back = await desk.post('anna', '/triage/ripresa', { key: 'CASCADE-A1' });
    expect(back.status).toBe(303);
  });

  it('tells the second person who did what', async () => {
    await desk.post('anna', '/triage/decisioni', { 'keys[]': KEY, decision: 'discard', reasonCode: 'capacity' });
    const late = await desk.post('carlo', '/triage/decisioni', { 'keys[]': KEY, decision: 'keep' });
    expect(late.status).toBe(409);
    expect(textOf(late.html)).toContain('Anna Segreti è arrivato prima: scartato');
  });

  it('lets one of twenty keep a call, whoever they are', async () => {
    const tries = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        desk.post(n % 2 === 0 ? 'anna' : 'carlo', '/triage/decisioni', { 'keys[]': KEY, decision: 'keep' }),
      ),
    );
    expect(tries.filter(({ status }) => status === 303)).toHaveLength(1);
    const rows = await desk.store.db.all(sql`select count(*) as n from dossiers`);
    expect(rows).toEqual([{ n: 1 }]);
  });

  it('keeps corrections of the pillar as labels, by coordinators of the group only', async () => {
    await desk.post('carlo', '/triage/pilastro', { key: KEY, 'pillars[]': ['environment', 'mobility'] });
    expect(textOf((await desk.get('anna', '/triage')).html)).toContain('Ambiente');
    const rows = await desk.store.db.all(sql`select machine, corrected, proposed from pillar_labels`);
    expect(rows).toEqual([{ machine: 'mobility', corrected: '["environment","mobility"]', proposed: 0 }]);
  });

  it('shows a first load as a baseline, never as hundreds of news', async () => {
    const text = textOf((await desk.get('anna', '/oggi')).html);
    expect(text).toContain('Nulla di nuovo in settimana');
  });

  it('lets a group member propose, which decides nothing and is told to who decides', async () => {
    const [first = ''] = boxes((await desk.get('rita', '/triage')).html);
    const form = { 'keys[]': first, decision: 'keep', note: 'Serve al PUMS' };
    expect((await desk.post('rita', '/triage/decisioni', form)).status).toBe(403);
    expect((await desk.post('rita', '/triage/proposte', form)).location).toBe('/triage?fatto=proposto');
    expect(boxes((await desk.get('anna', '/triage')).html)).toHaveLength(12);
    for (const decider of ['anna', 'carlo'] as const) {
      expect(textOf((await desk.get(decider, '/triage')).html)).toContain(
        'Rita Legge propone di tenere: Serve al PUMS',
      );
      expect(textOf((await desk.get(decider, '/oggi')).html)).toContain('Un membro del gruppo propone');
    }
    expect(textOf((await desk.get('ugo', '/triage')).html)).not.toContain('Serve al PUMS');
  });
});
