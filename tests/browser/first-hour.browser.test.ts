import { mkdirSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../src/app.ts';
import { firstAdministratorLink } from '../../src/services/access/first-administrator.ts';
import { issueLink } from '../../src/services/access/links.ts';
import { type DeskWorld, deskWorld } from '../pages/access/desk-world.ts';
import { pastedList } from '../pages/access/pasted-list.ts';
import { readAsset } from '../pages/world.ts';
import { axeFindings, sidewaysOverflow } from './house.ts';

const SHOTS = process.env.SHOTS;
const WIDTHS = [360, 768, 1440];

let browser: Browser;
beforeAll(async () => {
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
  });
}, 60_000);
afterAll(() => browser.close());

interface Place {
  world: DeskWorld;
  origin: string;
  context(options?: { javaScriptEnabled?: boolean }): Promise<BrowserContext>;
  close(): void;
}

async function place(): Promise<Place> {
  const world = await deskWorld();
  const app = createApp(world.deps, { readAsset });
  const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' });
  await new Promise((resolve) => (server.listening ? resolve(null) : server.once('listening', resolve)));
  // A TCP server that listens has an AddressInfo. Passkeys want a name, not a number.
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  return {
    world,
    origin,
    context: (options = {}) => browser.newContext({ baseURL: origin, locale: 'it-IT', ...options }),
    close: () => server.close(),
  };
}

/** What every state of every page must be: clean for axe, no wider than the window, in light and dark. */
async function looksRight(page: Page, name: string): Promise<void> {
  for (const width of WIDTHS)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      expect(await axeFindings(page), `${name} ${width} ${colorScheme}`).toEqual([]);
      expect(await sidewaysOverflow(page), `${name} ${width}`).toBeLessThanOrEqual(0);
      if (SHOTS !== undefined) {
        mkdirSync(SHOTS, { recursive: true });
        await page.screenshot({ path: `${SHOTS}/${name}-${width}-${colorScheme}.png`, fullPage: true });
      }
    }
  await page.setViewportSize({ width: 1280, height: 900 });
}

/** One button where a script may run; where none does, a sentence. */
async function prints(page: Page, javaScriptEnabled: boolean) {
  const button = page.getByRole('button', { name: 'Stampa', exact: true });
  expect(await button.isVisible()).toBe(javaScriptEnabled);
  // A browser driven without scripts still draws no <noscript>: that it is there has to do.
  expect(await page.locator('noscript').allTextContents()).toContainEqual(expect.stringContaining('usa il menu del'));
  if (!javaScriptEnabled) return;
  await page.evaluate(() => Object.assign(globalThis, { print: () => document.body.setAttribute('data-sent', '') }));
  await button.click();
  await page.locator('body[data-sent]').waitFor();
}

describe.each([
  ['with JavaScript', true],
  ['without JavaScript', false],
])('prima ora, %s', (_, javaScriptEnabled) => {
  it('goes from the printed link to a reviewer in by a slip of paper, without SMTP', async () => {
    const { world, context, close } = await place();
    const look = (page: Page, name: string) => (javaScriptEnabled ? looksRight(page, name) : Promise.resolve());
    const page = await (await context({ javaScriptEnabled })).newPage();

    await page.goto(`/accedi/${await firstAdministratorLink({ deps: world.deps })}`);
    await look(page, '01-first');
    await page.getByLabel('Nome e cognome').fill('Ada Rossi');
    await page.getByLabel('Indirizzo e-mail').fill('ada@example.org');
    await page.getByRole('button', { name: 'Comincia' }).click();

    await page.getByRole('heading', { level: 1, name: 'Come si chiama l’associazione?' }).waitFor();
    await look(page, '02-names');
    await page.getByLabel('Nome dell’associazione').fill('Associazione Milano Smart City');
    await page.getByRole('button', { name: 'Salva e continua' }).click();

    await page.getByRole('heading', { level: 1, name: 'La posta funziona?' }).waitFor();
    await look(page, '03-mail');
    await page.getByRole('button', { name: 'Prosegui senza posta' }).click();

    await page.getByRole('heading', { level: 1, name: 'I sei gruppi di lavoro' }).waitFor();
    await look(page, '04-groups');
    await page.getByRole('button', { name: 'Crea i sei gruppi' }).click();

    await page.getByRole('heading', { level: 1, name: 'Chi ne fa parte?' }).waitFor();
    await page.getByLabel('Elenco').fill(pastedList());
    await page.getByRole('button', { name: 'Aggiungi' }).click();
    await page.getByText('25 persone aggiunte.').waitFor();
    await page.getByText('Riga 27:').waitFor();
    await look(page, '05-people');
    expect(await page.getByLabel('Elenco').inputValue()).toContain('Senza Posta');
    await page.getByRole('link', { name: 'Vai al passo dopo' }).click();

    await page.getByRole('button', { name: 'Stampa 25 inviti' }).click();
    await page.getByRole('heading', { level: 2, name: 'Nome7 Cognome7' }).waitFor();
    await look(page, '06-slips');
    await prints(page, javaScriptEnabled);
    const slip = await page.locator('.slip', { hasText: 'Nome7 Cognome7' }).locator('code').textContent();

    const phone = await (await context({ javaScriptEnabled })).newPage();
    await phone.setViewportSize({ width: 360, height: 740 });
    // Typed from paper, in capitals and without the dashes.
    const [, code = ''] = /\/accedi\/(.+)$/.exec(slip ?? '') ?? [];
    await phone.goto(`/accedi/${code.toUpperCase().replaceAll('-', '')}`);
    await look(phone, '07-enter');
    await phone.getByRole('button', { name: 'Entra' }).click();
    await phone.getByRole('link', { name: 'Nome7 Cognome7' }).click();
    await phone.getByText('membro del gruppo').waitFor();
    await look(phone, '08-profile');
    await phone.goto('/persone');
    await phone.getByRole('heading', { name: 'I tuoi ruoli non arrivano fin qui' }).waitFor();
    await look(phone, '09-forbidden');
    await phone.goto('/profilo');
    await phone.getByRole('button', { name: 'Esci' }).click();
    await phone.goto('/accedi');
    await look(phone, '10-sign-in');

    for (const [path, name] of [
      ['/persone', '11-all'],
      ['/amministrazione', '12-administration'],
      ['/registro', '13-log'],
    ] as const) {
      await page.goto(path);
      await look(page, name);
    }
    await page.goto('/persone');
    await page.getByRole('link', { name: 'Nome3 Cognome3' }).click();
    await look(page, '14-person');
    close();
  }, 240_000);
});

describe('a passkey', () => {
  it('is made in the profile, opens the door, and is taken away again', async () => {
    const { world, context, close } = await place();
    const { id } = await world.someone([], { name: 'Bea Verdi' });
    const own = await context();
    const page = await own.newPage();
    const devtools = await own.newCDPSession(page);
    await devtools.send('WebAuthn.enable');
    await devtools.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    });
    const token = await issueLink({ deps: world.deps, input: { personId: id, purpose: 'sign-in', createdBy: null } });
    await page.goto(`/accedi/${token}`);
    await page.getByRole('button', { name: 'Entra' }).click();
    await page.getByRole('link', { name: 'Bea Verdi' }).click();
    await page.getByLabel('Come la chiami').fill('portatile');
    await page.getByRole('button', { name: 'Crea una passkey' }).click();
    await page.getByText('La passkey è pronta').waitFor();
    await page.getByRole('button', { name: 'Esci' }).click();
    await page.goto('/accedi?next=/partner');
    await page.getByRole('button', { name: 'Usa la passkey' }).click();
    await page.waitForURL(({ pathname }) => pathname === '/partner');
    await page.goto('/profilo');
    await page.getByText('portatile').waitFor();
    await page.getByRole('button', { name: 'Togli' }).click();
    await page.getByText('La passkey è tolta.').waitFor();
    await page.getByRole('button', { name: 'Esci' }).click();
    await page.goto('/accedi');
    await page.getByRole('button', { name: 'Usa la passkey' }).click();
    await page.getByText('Non ha funzionato.').waitFor();
    close();
  }, 60_000);
});
