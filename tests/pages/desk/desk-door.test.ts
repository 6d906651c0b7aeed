import { expect, it } from 'vitest';
import { idIn, openDesk, textOf } from './desk-world.ts';
import { step } from './opinion-story.ts';

const PATH = '/bandi/HORIZON-CL5-2027-D6-01';

it('a call’s page opens its dossier for who may, leads there who may read it, and says nothing to others', async () => {
  const desk = await openDesk();
  const door = async (player: 'anna' | 'carlo' | 'pina' | null) => (await desk.get(player, PATH)).html;
  expect(await door('anna')).toContain('action="/dossier/nuovo/da-valutare"');
  for (const other of ['carlo', 'pina', null] as const) expect(await door(other)).not.toContain('/dossier/');
  const form = { topicKey: 'HORIZON-CL5-2027-D6-01', owner: 'anna' };
  const id = idIn((await desk.post('anna', '/dossier/nuovo/da-valutare', form)).location);
  for (const reader of ['anna', 'carlo'] as const) {
    expect(await door(reader)).toContain(`href="/dossier/${id}"`);
    expect(textOf(await door(reader))).toContain('Vai al dossier (assegnato)');
    expect(await door(reader)).not.toContain('action="/dossier/nuovo');
  }
  for (const other of ['pina', null] as const) expect(await door(other)).not.toContain('/dossier/');
});

it('a partner finds the way to say its interest: on Oggi and on the call’s page, until it has', async () => {
  const desk = await openDesk();
  const form = { topicKey: 'HORIZON-CL5-2027-D6-01', owner: 'anna' };
  const id = idIn((await desk.post('anna', '/dossier/nuovo/da-valutare', form)).location);
  const way = `href="/dossier/${id}/interesse"`;
  expect((await desk.get('pina', '/oggi')).html).not.toContain(way);
  expect((await step(desk, id, 'gather-interest')).status).toBe(303);
  expect((await desk.get('pina', '/oggi')).html).toContain(way);
  expect((await desk.get('pina', PATH)).html).toContain(way);
  for (const other of ['rita', 'leo', null] as const) expect((await desk.get(other, PATH)).html).not.toContain(way);
  const said = { bodyId: 'politecnico-di-milano', role: 'partner', contact: 'Pina P.', confidentiality: 'group' };
  expect((await desk.post('pina', `/dossier/${id}/interesse`, said)).status).toBe(303);
  expect((await desk.get('pina', '/oggi')).html).not.toContain(way);
  const again = (await desk.get('pina', `/dossier/${id}/interesse`)).html;
  expect(again).toContain('value="Pina P."');
});
