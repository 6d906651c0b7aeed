import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeLevel } from '../../db/repositories/levels.ts';
import { auditLog, scanLevels } from '../../db/schema/index.ts';
import { seed } from '../support/store.ts';
import { aTopic } from '../support/topics.ts';
import { type DeskWorld, deskWorld } from './access/desk-world.ts';

const WAITING = { source: 'ft-portal', kind: 'topic', archive: '' };

describe('a new level of the portal', () => {
  let world: DeskWorld;
  beforeEach(async () => {
    world = await deskWorld();
    await seed(world.store, [aTopic()]);
    const candidateDays = ['2026-11-22'];
    await writeLevel(world.store.db, { ...WAITING, level: 700, candidate: 1400, candidateDays, acceptedAt: null });
  });
  afterEach(() => world.store.close());

  const level = async () => (await world.store.db.select().from(scanLevels))[0]?.level;

  it('is accepted by the administrator on Fonti, and the log says who did it', async () => {
    const administrator = await world.someone([{ role: 'administrator' }]);
    expect(await (await administrator.get('/fonti?lang=it')).text()).toContain('Accetta questo livello');
    const answer = await administrator.post('/fonti/livelli', WAITING);
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/fonti']);
    expect(await level()).toBe(1400);
    const log = await world.store.db.select().from(auditLog);
    expect(log.filter(({ action }) => action === 'source.level-accepted')).toMatchObject([
      { personId: administrator.id, detail: { before: 700, after: 1400 } },
    ]);
  });

  it('is none of a reader’s or a visitor’s business', async () => {
    const reader = await world.someone([{ role: 'secretariat' }]);
    for (const one of [reader, world.visitor()]) {
      expect(await (await one.get('/fonti?lang=it')).text()).not.toContain('Accetta questo livello');
      expect((await one.post('/fonti/livelli', WAITING)).status).toBe(403);
    }
    expect(await level()).toBe(700);
  });

  it('is told where none waits, instead of pretending', async () => {
    const administrator = await world.someone([{ role: 'administrator' }]);
    expect((await administrator.post('/fonti/livelli', { ...WAITING, kind: 'cascade' })).status).toBe(409);
  });
});
