import { sql } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Desk, dossierVersionIn, idIn, openDesk, textOf } from './desk-world.ts';
import { recorded, step } from './opinion-story.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});

/** A dossier whose proposal has been sent off. */
async function submitted(meanwhile?: (id: string) => Promise<void>) {
  const { id, link } = await recorded(desk, meanwhile);
  await desk.post(null, link);
  await desk.post('dario', `/dossier/${id}/adesioni`, {
    bodyId: 'comune-di-milano',
    state: 'adheres',
    actType: 'delibera',
    actNumber: '1234',
    actDate: '2026-12-01',
    version: '1',
  });
  await step(desk, id, 'start-preparation');
  const version = dossierVersionIn((await desk.get('anna', `/dossier/${id}`)).html);
  await desk.post('anna', `/dossier/${id}/dati`, {
    version,
    'groups[]': 'mobility',
    owner: 'anna',
    role: 'follower',
    directorate: 'Mobilità',
    submissionReference: 'SEP-210987654',
  });
  expect((await step(desk, id, 'submit')).status).toBe(303);
  return id;
}

const ESR = {
  kind: 'below-budget',
  decidedOn: '2026-11-20',
  'scores.excellence.value': '4.5',
  'scores.excellence.threshold': '3',
  'scores.impact.value': '4',
  'scores.impact.threshold': '3',
  'scores.implementation.value': '3.5',
  'scores.implementation.threshold': '3',
  rank: '14',
  proposals: '61',
  lessonLearnt: 'Cercare prima il capofila scientifico.',
};

describe('what the Commission answered', () => {
  it('stands on the dossier by criterion, with the place on the list', async () => {
    const id = await submitted();
    expect((await desk.post('anna', `/dossier/${id}/esito`, ESR)).status).toBe(303);
    expect(textOf((await desk.get('anna', `/dossier/${id}`)).html)).toContain(
      'sopra soglia, fondi esauriti · 20 novembre 2026 · eccellenza 4,5 su 5 (soglia 3) · impatto 4 su 5 (soglia 3) · attuazione 3,5 su 5 (soglia 3) · 12 punti · posto 14 su 61',
    );
  });

  it('is not for whoever was only interested: a seat in the proposal is needed to tick, submit, record or close', async () => {
    const id = await submitted(async (dossier) => {
      const interest = { bodyId: 'politecnico-di-milano', role: 'partner', contact: 'Pina', confidentiality: 'open' };
      expect((await desk.post('pina', `/dossier/${dossier}/interesse`, interest)).status).toBe(303);
    });
    const version = async () => dossierVersionIn((await desk.get('anna', `/dossier/${id}`)).html);
    const tick = { stage: '0', kind: 'mandate', done: 'yes' };
    const refused = async () => [
      (await desk.post('pina', `/dossier/${id}/piano`, tick)).status,
      (await desk.post('pina', `/dossier/${id}/esito`, ESR)).status,
      (await desk.post('pina', `/dossier/${id}/passi`, { step: 'record-rejected', version: await version() })).status,
    ];
    expect((await desk.get('pina', `/dossier/${id}`)).status).toBe(200);
    expect(await refused()).toEqual([403, 403, 403]);
    await desk.post('anna', `/dossier/${id}/partenariato`, { bodyId: 'politecnico-di-milano', role: 'partner' });
    expect(await refused()).toEqual([303, 303, 303]);
  });

  it('is checked against itself', async () => {
    const id = await submitted();
    const refused = async (change: object) =>
      (await desk.post('anna', `/dossier/${id}/esito`, { ...ESR, ...change })).status;
    expect(await refused({ 'scores.impact.value': '6' })).toBe(400);
    expect(await refused({ 'scores.impact.value': '2' })).toBe(400);
    expect(await refused({ rank: '70' })).toBe(400);
    expect(await refused({ kind: 'reserve', rank: '' })).toBe(400);
  });

  it('is remembered by the next dossier of the family, but not told to a partner', async () => {
    const id = await submitted();
    await desk.post('anna', `/dossier/${id}/esito`, ESR);
    const next = idIn(
      (await desk.post('anna', '/dossier/nuovo/da-valutare', { topicKey: 'HORIZON-CL5-2027-D6-02', owner: 'anna' }))
        .location,
    );
    await desk.store.db.run(sql`update dossiers set family = 'CL5-D6'`);
    await desk.post('pina', `/dossier/${next}/interesse`, {
      bodyId: 'politecnico-di-milano',
      role: 'partner',
      contact: 'Pina',
      confidentiality: 'open',
    });
    const memory = textOf((await desk.get('anna', `/dossier/${next}`)).html);
    expect(memory).toContain('posto 14 su 61');
    expect(memory).toContain('Cercare prima il capofila scientifico.');
    const partner = await desk.get('pina', `/dossier/${next}`);
    expect(partner.status).toBe(200);
    expect(textOf(partner.html)).not.toContain('posto 14');
  });
});
