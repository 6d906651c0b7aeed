import { beforeAll, describe, expect, it } from 'vitest';
import { type DeskWorld, deskWorld } from './desk-world.ts';

describe('who may not ask', () => {
  let world: DeskWorld;
  beforeAll(async () => {
    world = await deskWorld();
  });

  it('says what to do instead, and comes back after signing in', async () => {
    const page = await (await world.visitor().get('/registro')).text();
    expect(page).toContain('Per questa pagina serve l’accesso');
    expect(page).toContain('href="/accedi?next=%2Fregistro"');
    const reader = await world.someone([{ role: 'viewer' }]);
    expect(await (await reader.get('/registro')).text()).toContain('I tuoi ruoli non arrivano fin qui');
  });

  it('leaves public pages open to all, and shows each the menu of their roles', async () => {
    const secretary = await world.someone([{ role: 'secretary' }]);
    const page = await (await secretary.get('/da-valutare')).text();
    expect(page).toContain('href="/registro"');
    expect(page).not.toContain('href="/persone"');
    const visitor = await (await world.visitor().get('/da-valutare')).text();
    expect(visitor).not.toContain('href="/registro"');
    expect(visitor).toContain('href="/accedi"');
  });
});
