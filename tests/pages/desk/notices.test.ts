import { beforeAll, describe, expect, it } from 'vitest';
import { type Desk, idIn, openDesk, textOf } from './desk-world.ts';

const HOSTILE = '"><script>alert(1)</script><img src=x onerror=alert(1)>';

let desk: Desk;
let id: string;
let notice: string;
beforeAll(async () => {
  desk = await openDesk();
  const form = { topicKey: 'HORIZON-CL5-2027-D6-01', owner: 'carlo' };
  id = idIn((await desk.post('anna', '/dossier/nuovo/da-valutare', form)).location);
});

const publish = (closesOn: string) =>
  desk.post('anna', `/dossier/${id}/avviso`, {
    'roles[]': ['partner', 'follower'],
    text: `Cerchiamo una ciclofficina. ${HOSTILE}`,
    closesOn,
  });

const answer = (own: Record<string, string> = {}) =>
  desk.post(null, notice, {
    organisation: 'Ciclofficina Balenga',
    person: 'Bice Sella',
    email: 'bice@example.org',
    role: 'partner',
    competences: 'riparazioni, formazione',
    ...own,
  });

describe('a public notice', () => {
  it('is published by the secretariat for a day to come, and read by anybody without the house behind it', async () => {
    expect((await publish('2026-11-21')).status).toBe(400);
    expect((await publish('2026-12-15')).status).toBe(303);
    const { html } = await desk.get(null, '/avvisi');
    notice = /href="(\/avvisi\/\w+)"/.exec(html)?.[1] ?? '';
    const page = await desk.get(null, notice);
    expect(textOf(page.html)).toContain('Dal 22 novembre 2026 al 15 dicembre 2026');
    expect(page.html).not.toMatch(/<script>|<img/);
    for (const secret of [id, 'Carlo', 'assegnato']) expect(page.html).not.toContain(secret);
  });

  it('brings an outside body into the dossier, with whom to write to, and tells who published it', async () => {
    expect((await answer()).status).toBe(303);
    const text = textOf((await desk.get('anna', `/dossier/${id}`)).html);
    expect(text).toContain('ciclofficina balenga · partner');
    expect(text).toContain('Ciclofficina Balenga · Bice Sella · bice@example.org');
    expect(textOf((await desk.get('anna', '/oggi')).html)).toContain('Un ente ha risposto all’avviso pubblico');
  });

  it('lets nobody write over another, pass for one of ours, take a role not sought, or smuggle markup', async () => {
    expect((await answer({ organisation: ' ciclofficina  BALENGA', email: 'thief@example.org' })).status).toBe(409);
    expect((await answer({ organisation: 'atm', lead: 'yes', bodyId: 'atm' })).status).toBe(303);
    expect((await answer({ organisation: 'Altra', role: 'coordinator' })).status).toBe(400);
    expect((await answer({ organisation: HOSTILE, person: HOSTILE, competences: HOSTILE })).status).toBe(303);
    const { html } = await desk.get('anna', `/dossier/${id}`);
    expect(html).not.toMatch(/<script>|<img/);
    expect(html).not.toContain('si candida a capofila');
    expect((await desk.get(null, '/avvisi/nessuno')).status).toBe(404);
    expect((await answer({ organisation: 'Altra' })).status).toBe(303);
  });

  it('bears so many answers from one address, and is over when the dossier has ended', async () => {
    const statuses = [];
    for (let n = 0; n < 70; n += 1) statuses.push((await answer({ organisation: `Ente ${n}` })).status);
    expect(statuses.filter((status) => status === 303).length).toBeLessThanOrEqual(60);
    expect(statuses.at(-1)).toBe(409);
    const version = /\/dati"[\s\S]*?name="version" value="(\d+)"/.exec(
      (await desk.get('anna', `/dossier/${id}`)).html,
    )?.[1];
    const step = { step: 'discard', reasonCode: 'capacity', version: version ?? '' };
    expect((await desk.post('anna', `/dossier/${id}/passi`, step)).status).toBe(303);
    expect(textOf((await desk.get(null, notice)).html)).toContain('L’avviso è chiuso');
    expect(textOf((await desk.get(null, '/avvisi')).html)).toContain('Nessun avviso aperto.');
  });
});
