import { beforeEach, describe, expect, it } from 'vitest';
import { type Desk, idIn, openDesk, textOf, versionIn } from './desk-world.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});

const page = async () => (await desk.get('anna', '/partner/soci/a2a')).html;

async function sitting() {
  const convened = await desk.post('sergio', '/sedute', {
    kind: 'meeting',
    on: '2026-12-01',
    hour: '15:00',
    otherBusiness: 'Ammissione di A2A',
  });
  return idIn(convened.location);
}

describe('belonging to the association', () => {
  it('a member is admitted by a sitting, its papers are kept, it leaves, and its history stays', async () => {
    const admission = { kind: 'member', admittedOn: '2026-11-02', sittingId: '' };
    expect((await desk.post('anna', '/partner/soci/a2a/ammissione', admission)).status).toBe(403);
    expect((await desk.post('bea', '/partner/soci/a2a/ammissione', admission)).status).toBe(400);
    const sittingId = await sitting();
    expect((await desk.post('bea', '/partner/soci/a2a/ammissione', { ...admission, sittingId })).status).toBe(303);
    expect(textOf(await page())).toContain('socio dal 2 novembre 2026');

    const papers = { contact: 'pina', pic: '12', lear: 'Marta Firma', genderEqualityPlan: 'yes' };
    const version = versionIn(await page());
    expect((await desk.post('anna', '/partner/soci/a2a', { ...papers, version })).status).toBe(400);
    const kept = { ...papers, pic: '999999999', version };
    expect((await desk.post('anna', '/partner/soci/a2a', kept)).status).toBe(303);
    const list = textOf((await desk.get('bea', '/partner/soci')).html);
    expect(list).toMatch(/A2A .*?socio dal 2 nov 2026 Pina Partner ci sono tutte/);
    expect((await desk.post('anna', '/partner/soci/a2a', kept)).status).toBe(409);

    const exit = { leftOn: '2026-11-20', version: versionIn(await page()) };
    expect((await desk.post('anna', '/partner/soci/a2a/uscita', { ...exit, leftOn: '2026-01-01' })).status).toBe(400);
    expect((await desk.post('anna', '/partner/soci/a2a/uscita', exit)).status).toBe(303);
    expect(textOf(await page())).toContain('socio dal 2 novembre 2026 al 20 novembre 2026');
  });

  it('shows a partner its own body and nobody else’s', async () => {
    const own = textOf((await desk.get('pina', '/partner/soci')).html);
    expect(own).toContain('Politecnico di Milano');
    expect(own).not.toContain('A2A');
    expect((await desk.get('pina', '/partner/soci/politecnico-di-milano')).status).toBe(200);
    expect((await desk.get('pina', '/partner/soci/a2a')).status).toBe(403);
  });

  it('takes one of two who change the same body at once', async () => {
    await desk.post('anna', '/partner/soci/a2a/ammissione', { kind: 'collaborator', admittedOn: '2026-11-02' });
    const form = { contact: '', pic: '', lear: '', genderEqualityPlan: 'no', version: versionIn(await page()) };
    const answers = await Promise.all(Array.from({ length: 20 }, () => desk.post('anna', '/partner/soci/a2a', form)));
    expect(answers.filter(({ status }) => status === 303)).toHaveLength(1);
  });
});
