import { Hono } from 'hono';
import { beforeAll, describe, expect, it } from 'vitest';
import { ROLES, type Role } from '../../../src/domain/desk/people/person.ts';
import { scopeOf } from '../../../src/domain/desk/people/roles.ts';
import { GUARDS, type Guard } from '../../../src/pages/access/guards.ts';
import { accessRoutes } from '../../../src/pages/access/index.ts';
import { type DeskWorld, deskWorld, type Visitor } from './desk-world.ts';
import { GRANTS } from './grants.ts';

/** What the permissions table says of a cell. */
function allowed({ needs }: Guard, role: Role | 'visitor' | 'nobody special'): boolean {
  if (needs === 'everyone') return true;
  if (role === 'visitor') return false;
  if (needs === 'signed in') return true;
  return role !== 'nobody special' && scopeOf(needs, role) !== null;
}

const WHO = ['visitor', 'nobody special', ...ROLES] as const;

describe('who may ask for what', () => {
  let world: DeskWorld;
  let target: Visitor & { id: string };
  beforeAll(async () => {
    world = await deskWorld();
    // Two administrators stay whatever the cells do to people, so that no cell meets "the last administrator".
    await world.someone([{ role: 'administrator' }]);
    target = await world.someone([]);
  });

  it.each(WHO.map((who) => [who]))('%s: every route of the room', async (who) => {
    for (const guard of GUARDS) {
      const visitor =
        who === 'visitor' ? world.visitor() : await world.someone(who === 'nobody special' ? [] : [GRANTS[who]]);
      const path = guard.path.replace(':id', target.id).replace(':grant', '1').replace(':token', 'made-up');
      const response = guard.method === 'GET' ? await visitor.get(path) : await visitor.post(path);
      const refused = response.status === 403 && !path.endsWith('/accedi/passkey');
      expect(`${guard.method} ${guard.path}: ${refused ? 'refused' : 'let in'}`).toBe(
        `${guard.method} ${guard.path}: ${allowed(guard, who) ? 'let in' : 'refused'}`,
      );
      expect(response.status, `${guard.method} ${path} as ${who}`).toBeLessThan(500);
    }
  });

  it('knows every route that the room has', () => {
    const guarded = new Set(GUARDS.map(({ method, path }) => `${method} ${path}`));
    const app = new Hono().route(
      '/',
      accessRoutes(() => null),
    );
    const strangers = app.routes
      .filter(({ method }) => method !== 'ALL')
      .map(({ method, path }) => `${method} ${path}`)
      .filter((route) => !guarded.has(route));
    expect(strangers).toEqual([]);
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
