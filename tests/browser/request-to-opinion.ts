import type { BrowserContextOptions } from 'playwright-core';
import type { DeskBrowsers } from '../pages/desk/desk-browsers.ts';
import { DESKTOP, PHONE } from '../pages/desk/desk-house.ts';

const RIVALS = ['Ville de Lyon', 'Stad Gent'];

/**
 * Two rivals ask for the same call; by the short route it comes to a confirmed opinion. Ends at the dossier's path.
 * One story for both engines, with JavaScript and without.
 */
export async function requestToOpinion(
  house: DeskBrowsers,
  topic: string,
  options: BrowserContextOptions = DESKTOP,
): Promise<string> {
  const page = await house.open('anna', '/richieste/nuova', options);
  for (const asker of RIVALS) {
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

/** Each rival gets the answer that the opinion gives. */
export async function answerRivals(house: DeskBrowsers): Promise<void> {
  const page = await house.open('anna', '/richieste');
  for (const asker of RIVALS) {
    await page.goto('/richieste');
    await page.getByRole('link', { name: asker }).first().click();
    await page.getByRole('button', { name: 'Registra la risposta' }).click();
    await page.getByText('Risposta registrata.').waitFor();
  }
}
