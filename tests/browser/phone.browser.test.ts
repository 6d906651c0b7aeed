import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DeskHouse, openDeskHouse, PHONE } from '../pages/desk/desk-house.ts';
import { deskStore, dossierVersionIn, idIn, openDesk } from '../pages/desk/desk-world.ts';
import { axeFindings, sidewaysOverflow } from './house.ts';

let house: DeskHouse;
let id: string;
beforeAll(async () => {
  const store = await deskStore();
  const desk = await openDesk(store);
  const opened = await desk.post('anna', '/dossier/nuovo/da-valutare', {
    topicKey: 'HORIZON-CL5-2027-D6-01',
    owner: 'anna',
  });
  id = idIn(opened.location);
  await desk.post('anna', `/dossier/${id}/lettori`, { 'readers[]': ['rita', 'ugo'] });
  const version = dossierVersionIn((await desk.get('anna', `/dossier/${id}`)).html);
  await desk.post('anna', `/dossier/${id}/passi`, { step: 'open-review', version });
  house = await openDeskHouse(store);
}, 60_000);
afterAll(() => house.close());

describe('a volunteer with a telephone', () => {
  it('scores three criteria, saved as they are touched; then the employer asks for the lead', async () => {
    const page = await house.open('rita', '/oggi', PHONE);
    await page.getByRole('link', { name: 'Urban mobility for cities, part 1' }).first().click();
    await page.getByLabel('Né io né il mio ente guideremmo la proposta').check();
    for (const [criterion, value] of [
      ['C1', '2, discreto'],
      ['C2', '4, molto buono'],
      ['C8', '3, buono'],
    ] as const)
      await page
        .getByRole('group', { name: new RegExp(`^${criterion}`) })
        .getByLabel(value)
        .check();
    await page.getByText('Bozza salvata').waitFor();
    expect(await sidewaysOverflow(page)).toBeLessThanOrEqual(0);
    expect(await axeFindings(page)).toEqual([]);
    if (process.env.SHOTS !== undefined)
      await page.screenshot({ path: `${process.env.SHOTS}/scheda-360.png`, fullPage: true });
    await page.getByRole('button', { name: 'Consegna' }).click();
    await page.getByText('Scheda consegnata. Grazie.').waitFor();

    const partner = await house.open('pina', `/dossier/${id}/interesse`, PHONE);
    await partner.getByLabel('L’ente vuole fare da capofila?').selectOption('yes');
    await partner.getByLabel('Referente').fill('Pina Partner');
    expect(await axeFindings(partner)).toEqual([]);
    await partner.getByRole('button', { name: 'Manifesta interesse' }).click();
    await partner.getByText('Manifestazione di interesse registrata.').waitFor();

    await page.goto('/oggi');
    await page.getByText('la tua scheda non conta più').waitFor();
    const office = await house.open('anna', `/dossier/${id}`);
    await office.getByText('Sostituto proposto').waitFor();
    await office.getByText('schede dei valutatori: nessuna consegnata, ne servono 2').waitFor();
  });

  it('does the same without JavaScript', async () => {
    const page = await house.open('ugo', `/dossier/${id}/scheda`, { ...PHONE, javaScriptEnabled: false });
    await page.getByLabel('Né io né il mio ente guideremmo la proposta').check();
    for (const criterion of ['C1', 'C2', 'C8'])
      await page
        .getByRole('group', { name: new RegExp(`^${criterion}`) })
        .getByLabel('2, discreto')
        .check();
    await page.getByRole('button', { name: 'Consegna' }).click();
    await page.getByText('Scheda consegnata. Grazie.').waitFor();
    await page.context().close();
  });
});
