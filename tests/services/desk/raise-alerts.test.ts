import { describe, expect, it } from 'vitest';
import { changes } from '../../../db/schema/index.ts';
import { raiseAlerts } from '../../../src/services/desk/raise-alerts.ts';
import { seedProjects } from '../../../src/services/desk/seed-projects.ts';
import { idIn, openDesk, textOf } from '../../pages/desk/desk-world.ts';

const TOPIC = 'HORIZON-CL5-2027-D6-01';

describe('a material change of the call', () => {
  it('flags the live dossier with old → new, tells the owner once, changes no state', async () => {
    const desk = await openDesk();
    const opened = await desk.post('anna', '/dossier/nuovo/da-valutare', { topicKey: TOPIC, owner: 'anna' });
    const id = idIn(opened.location);
    await desk.store.db.insert(changes).values({
      topicKey: TOPIC,
      at: '2026-11-22T10:00:00Z',
      field: 'deadlines',
      before: [['2027-04-15T15:00Z']],
      after: [['2027-05-20T15:00Z']],
      material: true,
      source: 'ft-portal',
      scanId: 1,
    });
    expect(await raiseAlerts({ deps: desk.deps })).toEqual({ looked: 1, raised: 1 });
    expect(await raiseAlerts({ deps: desk.deps })).toEqual({ looked: 0, raised: 0 });
    const text = textOf((await desk.get('anna', `/dossier/${id}`)).html);
    expect(text).toContain('scadenze: 15 apr 2027, 17:00 → 20 mag 2027, 17:00');
    expect(text).toContain('assegnato');
    expect(textOf((await desk.get('anna', '/oggi')).html)).toContain('Un bando è cambiato: da rivedere');
    expect((await desk.post('anna', `/dossier/${id}/rivisto`)).status).toBe(303);
    expect(textOf((await desk.get('anna', `/dossier/${id}`)).html)).not.toContain('Il bando è cambiato');
  });
});

describe('the city’s projects', () => {
  it('are put in once', async () => {
    const desk = await openDesk();
    expect(await seedProjects({ deps: desk.deps })).toBe(20);
    expect(await seedProjects({ deps: desk.deps })).toBe(0);
    expect(textOf((await desk.get('anna', '/progetti')).html)).toContain('Food Trails 101000812');
  });
});
