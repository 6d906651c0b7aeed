import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { remoteHouse } from '../../src/cli/remote-house.ts';
import { hasWorkerd, openWorkerHouse, type WorkerHouse } from './worker-house.ts';

const SECRET_KEY = 'for-a-test-on-this-very-machine-only';
const HOUSE_KEY = 'a-key-of-the-moving-day-of-a-test-only';

const able = hasWorkerd();
if (!able) console.log('workerd does not run on this machine, so nobody walked through the Worker in a browser.');

describe.skipIf(!able)('the second engine, in a browser', () => {
  let house: WorkerHouse;
  let browser: Browser;
  beforeAll(async () => {
    house = await openWorkerHouse();
    browser = await chromium.launch({
      executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
    });
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await house?.close();
  });

  it('goes from the link of the moving day, over the calls of the snapshot, to a dossier', async () => {
    await house.start({ SECRET_KEY, HOUSE_KEY });
    const token = await remoteHouse(house.origin, HOUSE_KEY).administrator();
    await house.start({ SECRET_KEY });
    const page = await browser.newPage({ baseURL: house.origin, locale: 'it-IT' });

    // The first visit loads the snapshot behind its answer.
    await expect
      .poll(async () => (await page.goto('/da-valutare')) && (await page.locator('main a[href^="/bandi/"]').count()), {
        timeout: 60_000,
        interval: 1_000,
      })
      .toBeGreaterThan(5);
    await page.getByRole('heading', { level: 1, name: 'Da valutare' }).waitFor();
    await page.goto('/partner');
    await page.getByRole('heading', { level: 1 }).waitFor();

    await page.goto(`/accedi/${token}`);
    await page.getByLabel('Nome e cognome').fill('Ada Rossi');
    await page.getByLabel('Indirizzo e-mail').fill('ada@example.org');
    await page.getByRole('button', { name: 'Comincia' }).click();
    await page.getByRole('heading', { level: 1, name: 'Come si chiama l’associazione?' }).waitFor();

    // Who administers judges no call: the secretariat's hat opens the dossier.
    await page.goto('/persone');
    await page.getByRole('link', { name: 'Ada Rossi' }).last().click();
    await page.getByLabel('Ruolo', { exact: true }).selectOption('secretariat');
    await page.getByRole('button', { name: 'Aggiungi il ruolo' }).click();
    await page.getByText('Il ruolo è aggiunto.').waitFor();

    await page.goto('/da-valutare');
    await page.locator('main a[href^="/bandi/"]').first().click();
    await page.getByRole('heading', { level: 2, name: 'Perché è qui, perché no' }).waitFor();
    const call = await page.getByRole('heading', { level: 1 }).textContent();
    await page.getByRole('button', { name: 'Apri il dossier' }).click();
    await page.getByText('Dossier aperto.').waitFor();
    expect(new URL(page.url()).pathname).toMatch(/^\/dossier\/.+/);
    expect(await page.getByRole('main').textContent()).toContain(call);
  }, 120_000);
});
