import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DESKTOP, type DeskHouse, openDeskHouse } from '../pages/desk/desk-house.ts';
import { deskStore } from '../pages/desk/desk-world.ts';
import { axeFindings, sidewaysOverflow } from './house.ts';
import { answerRivals, requestToOpinion } from './request-to-opinion.ts';

const TOPIC = 'HORIZON-CL5-2027-D6-01';

let house: DeskHouse;
beforeAll(async () => {
  house = await openDeskHouse(await deskStore());
}, 60_000);
afterAll(() => house.close());

describe('request to opinion', () => {
  it('goes from two rivals by the short route to a confirmed opinion and both answers', async () => {
    const dossier = await requestToOpinion(house, TOPIC, DESKTOP);
    await answerRivals(house);
    for (const path of [
      dossier,
      `${dossier}/parere`,
      '/richieste',
      '/richieste/nuova',
      '/verbali',
      '/verbali/1',
      '/sedute',
      '/sedute/nuova',
      '/progetti',
    ]) {
      for (const [width, colorScheme] of [
        [360, 'light'],
        [1440, 'dark'],
      ] as const) {
        const look = await house.open('sergio', path, { viewport: { width, height: 900 }, colorScheme });
        expect(`${path} ${await sidewaysOverflow(look)}`).toBe(`${path} 0`);
        if (process.env.SHOTS !== undefined)
          await look.screenshot({
            path: `${process.env.SHOTS}/${path.replaceAll(/\W+/g, '-').slice(0, 30)}-${width}.png`,
            fullPage: true,
          });
        if (look.url().includes(path)) expect(await axeFindings(look)).toEqual([]);
        await look.context().close();
      }
    }
  });

  it('does the same without JavaScript', async () => {
    await requestToOpinion(house, 'HORIZON-CL5-2027-D6-02', { ...DESKTOP, javaScriptEnabled: false });
  });
});
