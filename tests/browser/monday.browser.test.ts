import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DeskHouse, openDeskHouse } from '../pages/desk/desk-house.ts';
import { deskStore } from '../pages/desk/desk-world.ts';
import { axeFindings, sidewaysOverflow } from './house.ts';

let house: DeskHouse;
beforeAll(async () => {
  house = await openDeskHouse(await deskStore(40));
}, 60_000);
afterAll(() => house.close());

describe('Monday: forty calls, three cascade calls under one parent', () => {
  it('gives twelve to judge, which the keyboard alone keeps and discards', async () => {
    const page = await house.open('anna', '/triage');
    expect(await page.locator('input[name="keys[]"]').count()).toBe(12);
    expect(await page.getByText(/Cambiati/).count()).toBe(0);
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    await page.keyboard.press('t');
    await page.getByRole('status').getByText('Deciso.').waitFor();
    expect(await page.locator('input[name="keys[]"]').count()).toBe(10);
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    await page.keyboard.press('s');
    await page.getByLabel('Motivo dello scarto').selectOption({ label: 'capacità' });
    await page.getByRole('button', { name: 'Scarta', exact: true }).click();
    await page.getByText('scartato (capacità)').waitFor();
    await page.goto('/dossier');
    expect(await page.getByText('assegnato · Anna Segreti').count()).toBe(2);
    await page.context().close();
  });

  it('works without JavaScript', async () => {
    const page = await house.open('anna', '/triage', { javaScriptEnabled: false });
    await page.locator('input[name="keys[]"]').first().check();
    await page.getByRole('button', { name: 'Tieni e assegna' }).click();
    await page.getByRole('status').getByText('Deciso.').waitFor();
    await page.context().close();
  });
});

describe('the pages of a Monday', () => {
  it.each([
    '/oggi',
    '/triage',
    '/dossier',
    '/dossier?vista=tabella',
    '/dossier/nuovo',
    '/calendario',
    '/gruppi/mobility',
  ])('%s fits each window and satisfies axe, in light and dark', async (path) => {
    for (const [width, colorScheme] of [
      [360, 'dark'],
      [768, 'light'],
      [1440, 'light'],
    ] as const) {
      const page = await house.open('anna', path, { viewport: { width, height: 900 }, colorScheme });
      expect(await sidewaysOverflow(page)).toBeLessThanOrEqual(0);
      if (process.env.SHOTS !== undefined)
        await page.screenshot({
          path: `${process.env.SHOTS}/${path.replaceAll(/\W+/g, '-')}-${width}.png`,
          fullPage: true,
        });
      expect(await axeFindings(page)).toEqual([]);
      await page.context().close();
    }
  });
});
