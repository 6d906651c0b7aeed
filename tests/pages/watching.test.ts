import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { readOwn } from '../../db/repositories/delivery/subscriptions.ts';
import { setDisabled } from '../../src/services/people/manage-person.ts';
import { type Desk, deskStore, dossierVersionIn, idIn, openDesk, type Player } from './desk/desk-world.ts';

const CALL = 'HORIZON-CL5-2027-D6-01';
const OTHER = 'HORIZON-CL5-2027-D6-02';
const open = async () => openDesk(await deskStore(), { secretKey: 'k'.repeat(40) });
const own = (desk: Desk, player: Player) => readOwn(desk.store.db, player);

async function dossierOf(desk: Desk): Promise<string> {
  const opened = await desk.post('anna', '/dossier/nuovo/da-valutare', { topicKey: CALL, owner: 'anna' });
  return idIn(opened.location);
}
const events = (text: string) =>
  new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
const addressesIn = (html: string) =>
  [...html.matchAll(/http[^<"]*(\/feeds\/calendars\/[^<"]+\.ics)/g)].map(([, path]) => path ?? '');

describe('on the page of a call', () => {
  it('who is signed in follows it, stops, mutes it for good or until it changes', async () => {
    const desk = await open();
    expect((await desk.get(null, `/bandi/${CALL}`)).html).not.toContain('/seguiti/bandi');
    const followed = await desk.post('leo', '/seguiti/bandi', { topic: CALL, on: 'yes', from: 'topic' });
    expect(followed.location).toBe(`/bandi/${CALL}`);
    expect((await desk.get('leo', `/bandi/${CALL}`)).html).toContain('Non seguire più');
    expect((await own(desk, 'leo')).row?.frequency).toBe('weekly');
    await desk.post('leo', '/seguiti/silenzi', { what: `topic:${CALL}`, on: 'yes', untilChange: 'on' });
    expect((await own(desk, 'leo')).mutes).toMatchObject([{ value: CALL, untilChange: true }]);
    expect((await own(desk, 'leo')).follows).toHaveLength(1);
    await desk.post('leo', '/seguiti/silenzi', { what: `topic:${CALL}`, on: 'yes' });
    expect((await own(desk, 'leo')).follows).toEqual([]);
    await desk.post('leo', '/seguiti/bandi', { topic: CALL, on: 'yes' });
    expect((await own(desk, 'leo')).mutes).toEqual([]);
    expect((await desk.post('leo', '/seguiti/bandi', { topic: 'NO-SUCH-CALL', on: 'yes' })).status).toBe(404);
    desk.store.close();
  });
});

describe('on Bandi', () => {
  it('a search is saved under the plain word that saving subscribes', async () => {
    const desk = await open();
    const page = await desk.get('leo', '/bandi?q=urban%20mobility&pillar=mobility&status=open');
    expect(page.html).toContain('Salvarla ti iscrive');
    expect(page.html).toContain('non gli altri filtri');
    expect((await desk.get(null, '/bandi?q=urban%20mobility')).html).not.toContain('Salvarla ti iscrive');
    await desk.post('leo', '/seguiti/ricerche', { query: 'urban mobility', pillar: 'mobility' });
    const [search] = (await own(desk, 'leo')).searches;
    expect(search).toMatchObject({ query: 'urban mobility', pillar: 'mobility' });
    expect((await desk.get('leo', '/seguiti')).html).toContain('/bandi?q=urban+mobility&amp;pillar=mobility');
    await desk.post('rita', `/seguiti/ricerche/${search?.id}/togli`);
    expect((await own(desk, 'leo')).searches).toHaveLength(1);
    await desk.post('leo', `/seguiti/ricerche/${search?.id}/togli`);
    expect((await own(desk, 'leo')).searches).toEqual([]);
    desk.store.close();
  });
});

describe('Ciò che seguo', () => {
  it('mutes pillars, partners and kinds of mail by their names', async () => {
    const desk = await open();
    for (const what of ['pillar:mobility', 'partner:atm', 'kind:alert'])
      expect((await desk.post('leo', '/seguiti/silenzi', { what, on: 'yes' })).status).toBe(303);
    const { html } = await desk.get('leo', '/seguiti');
    for (const name of ['Mobilità', 'ATM', 'avvisi sui bandi seguiti']) expect(html).toContain(name);
    for (const what of ['pillar:none', 'kind:none', 'x', 'topic:', ''])
      expect((await desk.post('leo', '/seguiti/silenzi', { what, on: 'yes' })).status).toBe(400);
    await desk.post('leo', '/seguiti/silenzi', { what: 'pillar:mobility', on: 'no' });
    expect((await own(desk, 'leo')).mutes.map(({ value }) => value).sort()).toEqual(['alert', 'atm']);
    desk.store.close();
  });
});

describe('a secret calendar', () => {
  const make = async (desk: Desk, player: Player, form: Record<string, string> = {}) => {
    await desk.post(player, '/seguiti/calendari', form);
    const { html } = await desk.get(player, '/seguiti');
    return { path: addressesIn(html).at(-1) ?? '', id: /calendari\/([0-9a-f]{16})\/revoca/.exec(html)?.[1] ?? '' };
  };

  it('holds what one has a part in and follows, and is read without sign-in by an independent parser', async () => {
    const desk = await open();
    const dossier = await dossierOf(desk);
    await desk.post('anna', '/seguiti/bandi', { topic: OTHER, on: 'yes' });
    const { path } = await make(desk, 'anna');
    const answer = await desk.get(null, path);
    expect(answer.headers.get('content-type')).toContain('text/calendar');
    expect(answer.headers.get('cache-control')).toContain('private');
    const found = events(answer.html);
    expect(found.map(({ summary }) => summary.split(' · ')[0]).sort()).toEqual([CALL, OTHER]);
    expect(answer.html).toContain('TZID:Europe/Brussels');
    expect(answer.html).toContain('BEGIN:VALARM');
    expect(answer.html).toContain(`/dossier/${dossier}`);
    desk.store.close();
  });

  it('keeps the name of an event, and cancels it with a greater sequence when the call is declined', async () => {
    const desk = await open();
    const dossier = await dossierOf(desk);
    const { path } = await make(desk, 'anna');
    const [before] = events((await desk.get(null, path)).html);
    const version = dossierVersionIn((await desk.get('anna', `/dossier/${dossier}`)).html);
    await desk.post('anna', `/dossier/${dossier}/passi`, {
      step: 'discard',
      reasonCode: 'capacity',
      note: 'non per noi',
      version,
    });
    const [after] = events((await desk.get(null, path)).html);
    expect(after?.uid).toBe(before?.uid);
    expect(after?.sequence).toBeGreaterThan(before?.sequence ?? 0);
    expect(after?.component.getFirstPropertyValue('status')).toBe('CANCELLED');
    expect(after?.component.getAllSubcomponents('valarm')).toEqual([]);
    const discarded = dossierVersionIn((await desk.get('anna', `/dossier/${dossier}`)).html);
    await desk.post('anna', `/dossier/${dossier}/passi`, {
      step: 'reopen',
      reason: 'ci ripensiamo',
      version: discarded,
    });
    const [again] = events((await desk.get(null, path)).html);
    expect(again?.sequence).toBeGreaterThan(after?.sequence ?? 0);
    expect(again?.component.getFirstPropertyValue('status')).toBe('CONFIRMED');
    desk.store.close();
  });

  it('shows a declined call for itself again while one follows it, and never counts backwards by that', async () => {
    const desk = await open();
    await desk.post('anna', '/seguiti/bandi', { topic: CALL, on: 'yes' });
    const { path } = await make(desk, 'anna');
    const seen = new Map<string, number>();
    const look = async () => {
      const found = events((await desk.get(null, path)).html);
      for (const { uid, sequence } of found) {
        expect(sequence).toBeGreaterThanOrEqual(seen.get(uid) ?? 0);
        seen.set(uid, sequence);
      }
      return found.map(({ component }) => String(component.getFirstPropertyValue('status'))).sort();
    };
    expect(await look()).toEqual(['CONFIRMED']);
    const dossier = await dossierOf(desk);
    expect(await look()).toEqual(['CONFIRMED']);
    const version = dossierVersionIn((await desk.get('anna', `/dossier/${dossier}`)).html);
    await desk.post('anna', `/dossier/${dossier}/passi`, {
      step: 'discard',
      reasonCode: 'capacity',
      note: 'non per noi',
      version,
    });
    expect(await look()).toEqual(['CANCELLED', 'CONFIRMED']);
    for (const on of ['no', 'yes']) {
      await desk.post('anna', '/seguiti/bandi', { topic: CALL, on });
      expect(await look()).toEqual(on === 'no' ? ['CANCELLED'] : ['CANCELLED', 'CONFIRMED']);
    }
    desk.store.close();
  });

  it('ends when revoked, by nobody else, and with its owner', async () => {
    const desk = await open();
    await dossierOf(desk);
    const first = await make(desk, 'anna');
    await desk.post('rita', `/seguiti/calendari/${first.id}/revoca`);
    expect((await desk.get(null, first.path)).status).toBe(200);
    await desk.post('anna', `/seguiti/calendari/${first.id}/revoca`);
    expect((await desk.get(null, first.path)).status).toBe(404);
    const second = await make(desk, 'anna');
    expect(second.path).not.toBe(first.path);
    await setDisabled({ deps: desk.deps, input: { by: null, person: 'anna', disabled: true } });
    expect((await desk.get(null, second.path)).status).toBe(404);
    desk.store.close();
  });

  it('of a dossier is for who may read it, by role or by address', async () => {
    const desk = await open();
    const dossier = await dossierOf(desk);
    expect(events((await desk.get('anna', `/dossier/${dossier}/scadenze.ics`)).html)).toHaveLength(1);
    for (const player of [null, 'leo', 'pina'] as const)
      expect((await desk.get(player, `/dossier/${dossier}/scadenze.ics`)).status).toBe(403);
    expect((await desk.post('pina', '/seguiti/calendari', { dossier })).status).toBe(403);
    const { path } = await make(desk, 'anna', { dossier });
    expect(events((await desk.get(null, path)).html)).toHaveLength(1);
    desk.store.close();
  });

  it.each([
    'x.ics',
    '0123456789abcdef.ics',
    `0123456789abcdef.${'A'.repeat(32)}.ics`,
    '%00.ics',
    `${'9'.repeat(5000)}.ics`,
  ])('is not guessed: %s', async (name) => {
    const desk = await open();
    expect((await desk.get(null, `/feeds/calendars/${name}`)).status).toBe(404);
    desk.store.close();
  });
});
