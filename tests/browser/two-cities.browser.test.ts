import type { BrowserContextOptions } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import torino from '../../db/seed/profiles/torino.json' with { type: 'json' };
import { parseCityProfile } from '../../src/domain/city-profile.ts';
import { DESKTOP, type DeskHouse, openDeskHouse, PHONE } from '../pages/desk/desk-house.ts';
import { deskStore } from '../pages/desk/desk-world.ts';
import { axeFindings, sidewaysOverflow } from './house.ts';

// Two houses, two stores, two secrets: what goes from one to the other goes through people.
let milan: DeskHouse;
let turin: DeskHouse;
beforeAll(async () => {
  milan = await openDeskHouse(await deskStore(), { secretKey: 'of Milan' });
  turin = await openDeskHouse(await deskStore(), { secretKey: 'of Turin', profile: parseCityProfile(torino) });
}, 60_000);
afterAll(async () => {
  await milan.close();
  await turin.close();
});

/** Milan looks for a follower, Turin takes the offer in and says yes; its seat stands in Milan's consortium. */
async function story(options: BrowserContextOptions, topic: string): Promise<{ dossier: string; link: string }> {
  const anna = await milan.open('anna', `/bandi/${topic}`, options);
  await anna.getByRole('button', { name: 'Apri il dossier' }).click();
  await anna.getByText('Dossier aperto.').waitFor();
  const dossier = new URL(anna.url()).pathname;
  await anna.getByText('Condividi con Genova/Torino').click();
  await anna.getByRole('checkbox', { name: 'Torino' }).check();
  await anna.getByLabel('Il suo indirizzo di posta').fill('anna@example.org');
  await anna.getByRole('button', { name: 'Condividi', exact: true }).click();
  const link = (await anna.locator('[data-link=torino]').textContent()) ?? '';

  const secretary = await turin.open('anna', '/oggi', options);
  await secretary.goto(link);
  await secretary.getByRole('heading', { level: 1, name: 'Milano cerca: città follower' }).waitFor();
  await secretary.getByText('Usate Bandolo anche voi?').click();
  const paper = await secretary.getByLabel('L’offerta, da copiare').inputValue();

  await secretary.goto(turin.at('/richieste/nuova'));
  await secretary.getByText('Ve l’ha mandata un’altra città?').click();
  await secretary.getByLabel('Il testo dell’offerta').fill(paper);
  await secretary.getByRole('button', { name: 'Prendi fra le richieste' }).click();
  await secretary.getByRole('heading', { level: 1, name: 'Associazione Milano Smart City' }).waitFor();
  await secretary.getByRole('link', { name: 'La pagina dell’offerta' }).click();
  await secretary.getByRole('radio', { name: 'interessa', exact: true }).check();
  await secretary.getByLabel('Chi risponde').fill('Ugo Taurino, Servizio fondi');
  await secretary.getByRole('button', { name: 'Manda la risposta' }).click();
  await secretary.getByText('Ugo Taurino, Servizio fondi ·').waitFor();

  await anna.goto(dossier);
  await anna.getByText('secondo Ugo Taurino, Servizio fondi, 22 nov 2026').waitFor();
  await anna.context().close();
  await secretary.context().close();
  return { dossier, link };
}

describe('two cities', () => {
  it('share a call through a link, and the answer stands in the consortium with author and date', async () => {
    const { dossier, link } = await story(DESKTOP, 'HORIZON-CL5-2027-D6-01');
    for (const [player, path] of [
      [null, new URL(link).pathname],
      ['anna', dossier],
      ['anna', '/richieste/nuova'],
    ] as const) {
      for (const look of [PHONE, { ...DESKTOP, colorScheme: 'dark' as const }]) {
        const page = await milan.open(player, path, look);
        expect(await sidewaysOverflow(page)).toBeLessThanOrEqual(0);
        expect(await axeFindings(page)).toEqual([]);
        await page.context().close();
      }
    }
    const anna = await milan.open('anna', dossier, DESKTOP);
    await anna.getByRole('button', { name: 'Ritira l’offerta' }).click();
    await anna.getByText('Nessun’altra città ne sa nulla.').waitFor();
    const gone = await milan.open(null, new URL(link).pathname, PHONE);
    await gone.getByRole('heading', { level: 1, name: 'L’offerta è stata ritirata' }).waitFor();
  });

  it('do the same without JavaScript', async () => {
    await story({ ...DESKTOP, javaScriptEnabled: false }, 'HORIZON-CL5-2027-D6-02');
  });
});
