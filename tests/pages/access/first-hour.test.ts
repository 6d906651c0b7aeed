import { describe, expect, it } from 'vitest';
import { firstAdministratorLink } from '../../../src/services/access/first-administrator.ts';
import { type DeskWorld, deskWorld, type Visitor } from './desk-world.ts';
import { pastedList } from './pasted-list.ts';

const text = async (response: Response): Promise<string> => await response.text();

async function administrator(world: DeskWorld): Promise<Visitor> {
  const visitor = world.visitor();
  const token = await firstAdministratorLink({ deps: world.deps });
  const come = await visitor.post(`/accedi/${token}`, { name: 'Ada Rossi', email: 'Ada@Example.org' });
  expect(come.status).toBe(303);
  expect(come.headers.get('location')).toBe('/amministrazione/primi-passi');
  return visitor;
}

describe('the first hour without mail', () => {
  it('goes from the printed link to a reviewer let in by a slip of paper', async () => {
    const world = await deskWorld();
    const ada = await administrator(world);
    expect((await ada.get('/amministrazione/primi-passi')).headers.get('location')).toBe(
      '/amministrazione/primi-passi/1',
    );

    const named = await ada.post('/amministrazione/primi-passi/1', { association: 'Milano che prova', city: 'Milano' });
    expect(named.headers.get('location')).toBe('/amministrazione/primi-passi/2');
    expect(await text(await ada.get('/da-valutare'))).toContain('Milano che prova');
    const onPaper = await ada.post('/amministrazione/primi-passi/2');
    expect(onPaper.headers.get('location')).toBe('/amministrazione/primi-passi/3');

    const groups = {
      economy: 'E',
      people: 'P',
      governance: 'G',
      mobility: 'Tavolo mobilità',
      environment: 'A',
      living: 'Q',
    };
    expect((await ada.post('/amministrazione/primi-passi/3', groups)).headers.get('location')).toBe(
      '/amministrazione/primi-passi/4',
    );

    const pasted = await text(await ada.post('/amministrazione/primi-passi/4', { list: pastedList() }));
    expect(pasted).toContain('25 persone aggiunte. 2 righe sono da correggere');
    expect(pasted).toContain('Riga 27:');
    expect(pasted).toContain('Senza Posta\tsenza-posta');

    const slips = await ada.post('/amministrazione/primi-passi/5');
    expect(slips.headers.get('cache-control')).toBe('no-store');
    const links = [...(await text(slips)).matchAll(/http:\/\/localhost(\/accedi\/[\w-]+)/g)].map(
      (match) => match[1] ?? '',
    );
    expect(links).toHaveLength(25);

    const reviewer = world.visitor();
    expect((await reviewer.get(links[7] ?? '')).status).toBe(200);
    expect(reviewer.token).toBeNull();
    expect((await reviewer.post(links[7] ?? '')).status).toBe(303);
    expect(await text(await reviewer.get('/profilo'))).toContain('membro del gruppo');
    expect((await reviewer.get('/persone')).status).toBe(403);
    const steps = await text(await ada.get('/amministrazione'));
    expect(steps.match(/da fare/g)).toBeNull();
  });

  it('gives no second administrator link once there is an administrator, and a new one ends the old', async () => {
    const world = await deskWorld();
    const old = await firstAdministratorLink({ deps: world.deps });
    await administrator(world);
    expect(await firstAdministratorLink({ deps: world.deps })).toBeNull();
    expect((await world.visitor().get(`/accedi/${old}`)).status).toBe(410);
  });

  it('keeps the link when the form was filled in badly', async () => {
    const world = await deskWorld();
    const token = await firstAdministratorLink({ deps: world.deps });
    const visitor = world.visitor();
    const wrong = await visitor.post(`/accedi/${token}`, { name: '', email: 'ada' });
    expect(wrong.status).toBe(400);
    expect(await text(wrong)).toContain('aria-invalid="true"');
    expect((await visitor.post(`/accedi/${token}`, { name: 'Ada', email: 'ada@example.org' })).status).toBe(303);
  });
});
