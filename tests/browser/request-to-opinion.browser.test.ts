import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DESKTOP, type DeskHouse, openDeskHouse, PHONE } from '../pages/desk/desk-house.ts';
import { deskStore } from '../pages/desk/desk-world.ts';
import { axeFindings, sidewaysOverflow } from './house.ts';

const TOPIC = 'HORIZON-CL5-2027-D6-01';

let house: DeskHouse;
beforeAll(async () => {
  house = await openDeskHouse(await deskStore());
}, 60_000);
afterAll(() => house.close());

/** The whole story, told once with JavaScript and once without. */
async function story(options: typeof DESKTOP, topic: string): Promise<string> {
  const page = await house.open('anna', '/richieste/nuova', options);
  for (const asker of ['Ville de Lyon', 'Stad Gent']) {
    await page.goto('/richieste/nuova');
    await page.getByLabel('Chi chiede').fill(asker);
    await page.getByLabel('Persona').fill('Jean Dupont');
    await page.getByLabel('Indirizzo di posta').fill('jean@example.org');
    await page.getByLabel('Bando').fill(topic);
    await page.getByLabel('Ruolo chiesto').selectOption({ label: 'città follower' });
    await page.getByLabel('Rispondere entro').fill('2026-12-10');
    await page.getByRole('button', { name: 'Salva' }).click();
    await page.getByRole('heading', { level: 1, name: asker }).waitFor();
  }
  await page.getByRole('button', { name: 'Apri il dossier' }).click();
  await page.getByText('Dossier aperto.').waitFor();
  const dossier = new URL(page.url()).pathname;
  await page.getByRole('button', { name: 'Segui la via breve' }).click();
  await page.getByRole('radio', { name: 'favorevole', exact: true }).check();
  await page.getByRole('button', { name: 'Esprimi la voce' }).click();
  for (const [player, voice] of [
    ['carlo', 'favorevole'],
    ['paola', 'non si esprime'],
  ] as const) {
    const own = await house.open(player, dossier, options);
    await own.getByRole('radio', { name: voice, exact: true }).check();
    await own.getByRole('button', { name: 'Esprimi la voce' }).click();
    await own.context().close();
  }
  const secretary = await house.open('sergio', `${dossier}/parere`, options);
  await secretary.getByLabel('Testo').first().fill('Replica ciò che il PUMS già prevede.');
  await secretary.getByLabel('Ruolo', { exact: true }).selectOption({ label: 'città follower' });
  await secretary.getByRole('button', { name: 'Registra il parere' }).click();
  const link = (await secretary.locator('[data-link]').textContent()) ?? '';
  const president = await house.open(null, new URL(link).pathname, { ...PHONE, ...options });
  await president.getByRole('button', { name: 'Conferma il parere' }).click();
  await president.getByRole('heading', { name: 'Parere confermato' }).waitFor();
  await page.goto(dossier);
  await page.getByText('in attesa').first().waitFor();
  await page.getByRole('rowheader', { name: 'Dati al capofila' }).waitFor();
  return dossier;
}

describe('request to opinion', () => {
  it('goes from two rivals by the short route to a confirmed opinion and both answers', async () => {
    const dossier = await story(DESKTOP, TOPIC);
    const page = await house.open('anna', '/richieste');
    for (const asker of ['Ville de Lyon', 'Stad Gent']) {
      await page.goto('/richieste');
      await page.getByRole('link', { name: asker }).first().click();
      await page.getByRole('button', { name: 'Registra la risposta' }).click();
      await page.getByText('Risposta registrata.').waitFor();
    }
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
    await story({ ...DESKTOP, javaScriptEnabled: false }, 'HORIZON-CL5-2027-D6-02');
  });
});
