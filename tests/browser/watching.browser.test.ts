import { afterAll, beforeAll, expect, it } from 'vitest';
import { type DeskHouse, openDeskHouse, PHONE } from '../pages/desk/desk-house.ts';
import { deskStore, openDesk } from '../pages/desk/desk-world.ts';
import { axeFindings, sidewaysOverflow } from './house.ts';

const CALL = 'HORIZON-CL5-2027-D6-01';
let house: DeskHouse;
beforeAll(async () => {
  const store = await deskStore();
  const desk = await openDesk(store);
  await desk.post('pina', '/seguiti/bandi', { topic: CALL, on: 'yes' });
  await desk.post('pina', '/seguiti/silenzi', { what: 'pillar:living', on: 'yes' });
  await desk.post('pina', '/seguiti/ricerche', { query: 'urban mobility', pillar: 'mobility' });
  house = await openDeskHouse(store);
}, 60_000);
afterAll(() => house.close());

it.each(['/seguiti', '/webhook', `/bandi/${CALL}`, '/bandi?q=urban'])(
  '%s fits a telephone and has no finding of axe, by day and by night',
  async (path) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await house.open('pina', path, { ...PHONE, colorScheme });
      expect(await sidewaysOverflow(page)).toBeLessThanOrEqual(0);
      expect(await axeFindings(page)).toEqual([]);
      if (process.env.SHOTS !== undefined)
        await page.screenshot({ path: `${process.env.SHOTS}/${path.replace(/\W+/g, '-')}-${colorScheme}.png` });
      await page.close();
    }
  },
  60_000,
);
