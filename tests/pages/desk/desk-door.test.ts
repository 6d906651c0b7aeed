import { expect, it } from 'vitest';
import { idIn, openDesk, textOf } from './desk-world.ts';

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
