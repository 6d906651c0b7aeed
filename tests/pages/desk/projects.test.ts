import { beforeAll, describe, expect, it } from 'vitest';
import { seedProjects } from '../../../src/services/desk/seed-projects.ts';
import { type Desk, idIn, openDesk, textOf, versionIn } from './desk-world.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});

const form = {
  acronym: 'CICLO',
  grantAgreement: '101999999',
  topicKey: 'HORIZON-CL5-2025-D6-01',
  startsOn: '2026-01-01',
  endsOn: '2028-12-31',
  directorate: 'Mobilità',
  staffMonthsPerYear: '14',
  sites: 'Porta Romana\nLoreto',
  'bodies.0.bodyId': 'comune-di-milano',
  'bodies.0.role': 'pilot',
  'bodies.0.contributionEur': '350000',
  'bodies.1.bodyId': 'politecnico-di-milano',
  'bodies.1.role': 'partner',
  'bodies.1.contributionEur': '',
  'bodies.2.bodyId': '',
  'bodies.2.role': 'partner',
};

describe('the portfolio', () => {
  it('begins with what Milan’s bodies are known to have won, once, and keeps what people set right', async () => {
    const seeded = await seedProjects({ deps: desk.deps });
    expect(seeded).toBe(20);
    const { html } = await desk.get('leo', '/progetti');
    for (const acronym of ['Sharing Cities', 'SynchroniCity', 'OpenAgri', 'MULTISOURCE'])
      expect(html).toContain(acronym);
    const page = await desk.get('anna', '/progetti/820937');
    expect(textOf(page.html)).toContain('date da verificare');
    const set = { acronym: 'REFLOW', grantAgreement: '820937', startsOn: '2019-06-01', endsOn: '2022-05-31' };
    expect((await desk.post('anna', '/progetti/820937', { ...set, version: versionIn(page.html) })).status).toBe(303);
    expect(await seedProjects({ deps: desk.deps })).toBe(0);
    expect(textOf((await desk.get('anna', '/progetti/820937')).html)).toContain('1 giugno 2019');
  });

  it('takes a new project, whose next deadline stands on Oggi and in the calendar until it is done', async () => {
    const made = await desk.post('anna', '/progetti', form);
    const id = /\/progetti\/(\w+)/.exec(made.location ?? '')?.[1] ?? '';
    const due = { kind: 'report', title: 'Relazione periodica', dueOn: '2026-12-20' };
    expect((await desk.post('anna', `/progetti/${id}/scadenze`, due)).status).toBe(303);
    for (const path of ['/oggi', '/calendario'])
      expect((await desk.get('anna', path)).html).toContain(`href="/progetti/${id}"`);
    const deadlineId =
      /name="deadlineId" value="(\d+)"/.exec((await desk.get('anna', `/progetti/${id}`)).html)?.[1] ?? '';
    expect((await desk.post('anna', `/progetti/${id}/scadenze/fatto`, { deadlineId, done: 'yes' })).status).toBe(303);
    expect((await desk.get('anna', '/oggi')).html).not.toContain(`href="/progetti/${id}"`);
    expect((await desk.post('anna', '/progetti', form)).status).toBe(409);
  });

  it('is set right by the bodies that take part, by no other, and by one of two who save at once', async () => {
    const { html: list } = await desk.get('anna', '/progetti');
    const id = /href="\/progetti\/(\w+)">CICLO/.exec(list)?.[1] ?? '';
    const version = versionIn((await desk.get('pina', `/progetti/${id}`)).html);
    expect((await desk.post('pina', `/progetti/${id}`, { ...form, acronym: 'CICLO 2', version })).status).toBe(303);
    expect((await desk.post('anna', `/progetti/${id}`, { ...form, version })).status).toBe(409);
    expect((await desk.post('pina', '/progetti/691895', { ...form, version: '1' })).status).toBe(403);
    expect(
      (await desk.post('pina', '/progetti/691895/scadenze', { kind: 'report', title: 'X', dueOn: '2027-01-01' }))
        .status,
    ).toBe(403);
    expect((await desk.get('pina', '/progetti/691895')).html).not.toContain('name="acronym"');
    const wrong = await desk.post('anna', `/progetti/${id}`, { ...form, endsOn: '2020-01-01', version: '2' });
    expect(wrong.status).toBe(400);
    expect(
      (await desk.post('anna', '/progetti', { ...form, grantAgreement: '1', 'bodies.0.bodyId': 'nowhere' })).status,
    ).toBe(400);
  });

  it('tells the directorate what it is tied to, where it scores its capacity', async () => {
    const opened = await desk.post('anna', '/dossier/nuovo/da-valutare', {
      topicKey: 'HORIZON-CL5-2027-D6-01',
      owner: 'anna',
    });
    const id = idIn(opened.location);
    const version =
      /\/dati"[\s\S]*?name="version" value="(\d+)"/.exec((await desk.get('anna', `/dossier/${id}`)).html)?.[1] ?? '';
    await desk.post('anna', `/dossier/${id}/dati`, {
      'groups[]': ['mobility'],
      owner: 'anna',
      directorate: 'Mobilità',
      version,
    });
    const sheet = await desk.get('dario', `/dossier/${id}/scheda`);
    expect(textOf(sheet.html)).toContain('La Direzione ha in corso un progetto, 14 mesi-persona all’anno.');
  });
});
