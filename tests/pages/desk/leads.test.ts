import { beforeEach, describe, expect, it } from 'vitest';
import { type Desk, dossierVersionIn, idIn, openDesk, type Player, textOf } from './desk-world.ts';

let desk: Desk;
let id: string;
beforeEach(async () => {
  desk = await openDesk();
  id = idIn(
    (await desk.post('anna', '/dossier/nuovo/da-valutare', { topicKey: 'HORIZON-CL5-2027-D6-01', owner: 'anna' }))
      .location,
  );
  const version = dossierVersionIn((await desk.get('anna', `/dossier/${id}`)).html);
  await desk.post('anna', `/dossier/${id}/dati`, { version, 'groups[]': 'mobility', owner: 'anna', role: 'partner' });
});

const lead = (player: Player, bodyId: string, confidentiality = 'open') =>
  desk.post(player, `/dossier/${id}/interesse`, {
    bodyId,
    role: 'coordinator',
    lead: 'yes',
    contact: 'ufficio@example.org',
    confidentiality,
  });
const page = async (player: Player) => textOf((await desk.get(player, `/dossier/${id}`)).html);

describe('two bodies that would lead', () => {
  it('talk in one thread that nobody else sees or writes in', async () => {
    await lead('pina', 'politecnico-di-milano');
    expect(await page('pina')).not.toContain('Filo comune');
    await lead('anna', 'a2a');
    expect(await page('pina')).toMatch(
      /Si candidano a capofila: (Politecnico di Milano, A2A|A2A, Politecnico di Milano)\./,
    );
    expect(textOf((await desk.get('pina', '/oggi')).html)).toContain('Nel filo dei possibili capofila');
    const said = await desk.post('pina', `/dossier/${id}/capofila`, { text: 'Guidiamo noi, voi i siti?' });
    expect(said.status).toBe(303);
    for (const inside of ['pina', 'anna', 'carlo'] as const)
      expect(await page(inside), inside).toContain('Guidiamo noi, voi i siti?');
    for (const outside of ['rita', 'ugo', 'zoe', 'bea', 'paola', 'sergio', 'dario'] as const) {
      expect(await page(outside), outside).not.toContain('Guidiamo noi');
      expect(await page(outside), outside).not.toContain('Filo comune');
      expect((await desk.post(outside, `/dossier/${id}/capofila`, { text: 'Eccomi' })).status, outside).toBe(403);
    }
  });

  it('are not named to each other where one asked in confidence; the secretariat is told to ask', async () => {
    await lead('pina', 'politecnico-di-milano');
    await lead('anna', 'a2a', 'reserved');
    expect(await page('pina')).not.toContain('A2A');
    expect((await desk.post('pina', `/dossier/${id}/capofila`, { text: 'C’è nessuno?' })).status).toBe(403);
    expect(await page('anna')).toContain('Si candida anche, in via riservata: A2A.');
  });
});
