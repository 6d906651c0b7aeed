import { beforeAll, describe, expect, it } from 'vitest';
import { arrivals } from '../../../db/schema/index.ts';
import { recordArrivals } from '../../../src/services/delivery/record-arrivals.ts';
import { scoreTopics } from '../../../src/services/matching/score-topics.ts';
import { seed } from '../../support/store.ts';
import { aRound, aTopic } from '../../support/topics.ts';
import { type Desk, dossierVersionIn, idIn, openDesk, textOf } from './desk-world.ts';

const OPENED = 'HORIZON-CL5-2027-D6-01';

/** A call that stood on the list and closed a month ago, seen while it was open. */
const past = (identifier: string, title: string) =>
  aTopic({ identifier, title, rounds: [aRound({ opensOn: '2026-05-01', closesOn: '2026-10-20' })] });

let desk: Desk;
let id: string;
beforeAll(async () => {
  desk = await openDesk();
  await seed(desk.store, [
    past('PAST-MISSED', 'Urban transport nobody opened'),
    past('PAST-OPENED', 'Urban bus pilots'),
  ]);
  // From the archive: over before anybody here saw it.
  await seed(desk.store, [aTopic({ identifier: 'ARCHIVE', rounds: [aRound({ closesOn: '2019-01-10' })] })]);
  await scoreTopics({ deps: desk.deps });
  await recordArrivals(desk.deps);
  for (const topicKey of ['PAST-MISSED', 'PAST-OPENED'])
    await desk.store.db.insert(arrivals).values({ topicKey, listedAt: '2026-09-01T05:00:00Z', baseline: false });
  await desk.post('anna', '/dossier/nuovo/da-valutare', { topicKey: 'PAST-OPENED' });
  id = idIn((await desk.post('anna', '/dossier/nuovo/da-valutare', { topicKey: OPENED, owner: 'anna' })).location);
});

/** The row of a table that begins with a name. */
const rowOf = (html: string, name: string): string[] => {
  const row = html.split('<tr>').find((each) => each.includes(`<th scope="row">${name}</th>`)) ?? '';
  return row
    .slice(0, row.indexOf('</tr>'))
    .split(/<\/t[hd]>/)
    .map((cell) => textOf(cell).trim())
    .filter((cell) => cell !== '');
};

describe('the page of figures', () => {
  it('follows the calls from the catalogue to the dossier; the archive was never found, only remembered', async () => {
    const { html } = await desk.get('anna', '/analisi');
    // Three calls ahead, three cascade siblings, two that closed since they were seen.
    expect(rowOf(html, 'Trovati')).toEqual(['Trovati', '8', '–']);
    expect(rowOf(html, 'Da valutare')).toEqual(['Da valutare', '8', '100 %']);
    expect(rowOf(html, 'Dossier aperti')).toEqual(['Dossier aperti', '2', '25 %']);
    expect(rowOf(html, 'Finanziati')).toEqual(['Finanziati', '0', '–']);
  });

  it('names the call that was wanted and slipped by, not the one that somebody opened', async () => {
    const { html } = await desk.get('bea', '/analisi');
    const missed = html.slice(html.indexOf('h-missed'));
    expect(missed).toContain('Urban transport nobody opened');
    expect(missed).not.toContain('Urban bus pilots');
  });

  it('counts what lies ahead by month and pillar, and the money in reach', async () => {
    const { html } = await desk.get('carlo', '/analisi?lang=en');
    expect(rowOf(html, 'May 2027').at(-1)).toBe('4');
    expect(rowOf(html, 'Mobility')).toEqual(['Mobility', '6', '€120M', '0', '0']);
  });

  it('tells no reader by its load that another has delivered', async () => {
    const step = async (name: string) =>
      desk.post('anna', `/dossier/${id}/passi`, {
        step: name,
        version: dossierVersionIn((await desk.get('anna', `/dossier/${id}`)).html),
      });
    await step('gather-interest');
    await desk.post('anna', `/dossier/${id}/lettori`, { 'readers[]': ['rita', 'ugo', 'carlo'] });
    expect((await step('open-review')).status).toBe(303);
    const before = (await desk.get('carlo', '/analisi')).html;
    expect(rowOf(before, 'Rita Legge')).toEqual(['Rita Legge', 'Mobilità', '1', '1']);
    const sheet = await desk.get('rita', `/dossier/${id}/scheda`);
    const version = /name="version" value="(\d+)"/.exec(sheet.html)?.[1] ?? '';
    const delivered = await desk.post('rita', `/dossier/${id}/scheda`, {
      intent: 'decline',
      version,
      declaration: 'none',
    });
    expect(delivered.status).toBe(303);
    expect((await desk.get('carlo', '/analisi')).html).toBe(before);
  });
});
