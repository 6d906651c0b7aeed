import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { changes, projects } from '../../../db/schema/index.ts';
import torino from '../../../db/seed/profiles/torino.json' with { type: 'json' };
import { parseCityProfile } from '../../../src/domain/city-profile.ts';
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
  it('are put in once by twenty starts at the same moment, each with bodies that the city knows', async () => {
    const desk = await openDesk();
    await Promise.all(Array.from({ length: 20 }, () => seedProjects({ deps: desk.deps })));
    const rows = await desk.store.db.select().from(projects);
    expect(rows).toHaveLength(20);
    const bodies = new Set(desk.deps.profile.partners.map(({ id }) => id));
    for (const { acronym, startsOn, endsOn, bodies: ours } of rows) {
      expect([acronym, ours.length > 0 && ours.every(({ bodyId }) => bodies.has(bodyId))]).toEqual([acronym, true]);
      expect([acronym, startsOn < endsOn]).toEqual([acronym, true]);
    }
  });

  it('stay as people have edited them, and are no other city’s', async () => {
    const desk = await openDesk();
    await seedProjects({ deps: desk.deps });
    await desk.store.db.update(projects).set({ contact: 'Chi lo sa' }).where(eq(projects.id, '101000812'));
    expect(await seedProjects({ deps: desk.deps })).toBe(0);
    const [edited] = await desk.store.db.select().from(projects).where(eq(projects.id, '101000812'));
    expect(edited?.contact).toBe('Chi lo sa');
    const turin = await openDesk(undefined, { profile: parseCityProfile(torino) });
    expect(await seedProjects({ deps: turin.deps })).toBe(0);
  });

  it('are put in once', async () => {
    const desk = await openDesk();
    expect(await seedProjects({ deps: desk.deps })).toBe(20);
    expect(await seedProjects({ deps: desk.deps })).toBe(0);
    expect(textOf((await desk.get('anna', '/progetti')).html)).toContain('Food Trails 101000812');
  });
});
