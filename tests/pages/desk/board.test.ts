import { beforeEach, describe, expect, it } from 'vitest';
import { type Desk, dossierVersionIn, idIn, openDesk, textOf, versionIn } from './desk-world.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});

const TOPIC = 'HORIZON-CL5-2027-D6-01';

async function request(organisation: string, role = 'follower') {
  const answer = await desk.post('anna', '/richieste', {
    organisation,
    contact: 'Jean Dupont',
    email: 'jean@example.org',
    topicText: TOPIC,
    role,
    replyBy: '2026-12-10',
  });
  expect(answer.status).toBe(303);
  return idIn(answer.location);
}

async function step(id: string, name: string) {
  const version = dossierVersionIn((await desk.get('anna', `/dossier/${id}`)).html);
  return desk.post('anna', `/dossier/${id}/passi`, { step: name, version });
}

/** Two rival requests, via breve, two votes and one abstention, the opinion on the president's desk. */
async function recorded() {
  const [lyon, ghent] = [await request('Ville de Lyon'), await request('Stad Gent')];
  const id = idIn((await desk.post('anna', `/richieste/${lyon}/dossier`)).location);
  const version = dossierVersionIn((await desk.get('anna', `/dossier/${id}`)).html);
  await desk.post('anna', `/dossier/${id}/dati`, {
    version,
    'groups[]': 'mobility',
    owner: 'anna',
    role: 'follower',
    directorate: 'Mobilità',
  });
  await step(id, 'assign');
  expect((await step(id, 'take-short-route')).status).toBe(303);
  await desk.post('anna', `/dossier/${id}/voce`, { seat: 'secretariat', voice: 'favourable' });
  await desk.post('carlo', `/dossier/${id}/voce`, { seat: 'group-coordinator', voice: 'favourable' });
  await desk.post('paola', `/dossier/${id}/voce`, { seat: 'president', voice: 'abstains' });
  const answer = await desk.post('sergio', `/dossier/${id}/parere`, {
    kind: 'favourable',
    'reasons.0.text': 'Replica ciò che il PUMS già prevede.',
    'reasons.0.restsOn': 'C8',
    role: 'follower',
  });
  const link = /\/conferma\/[\w-]+/.exec(answer.html)?.[0] ?? '';
  return { id, lyon, ghent, link, answer };
}

describe('request to opinion', () => {
  it('shows rivals side by side, and both join one dossier', async () => {
    const { id } = await recorded();
    const text = textOf((await desk.get('anna', '/richieste')).html);
    expect(text).toContain('Richieste concorrenti');
    expect(text).toContain('due consorzi ci vogliono dentro');
    const page = textOf((await desk.get('anna', `/dossier/${id}`)).html);
    for (const asker of ['Ville de Lyon', 'Stad Gent']) expect(page).toContain(asker);
  });

  it('is confirmed by the president’s link: opening it does nothing, its button works once', async () => {
    const { id, link } = await recorded();
    expect(link).not.toBe('');
    const opened = await desk.get(null, link);
    expect(textOf(opened.html)).toContain('parere favorevole');
    expect(textOf((await desk.get('anna', `/dossier/${id}`)).html)).toContain('in via breve');
    const confirmed = await desk.post(null, link);
    expect(textOf(confirmed.html)).toContain('Il verbale n. 1 è sigillato');
    expect((await desk.post(null, link)).status).toBe(410);
    expect((await desk.get(null, '/conferma/inventato')).status).toBe(410);
    const text = textOf((await desk.get('anna', `/dossier/${id}`)).html);
    expect(text).toContain('Comune di Milano in attesa');
    expect(text).toContain('Dati al capofila');
    expect(text).not.toContain('Caricamento');
  });

  it('makes minutes whose JSON and page are the same bytes each time, in a chain that holds', async () => {
    const { link } = await recorded();
    await desk.post(null, link);
    const [json, again] = [await desk.get('anna', '/verbali/1.json'), await desk.get('anna', '/verbali/1.json')];
    expect(again.html).toBe(json.html);
    expect(json.html).not.toContain('Paola');
    const page = await desk.get('anna', '/verbali/1');
    expect((await desk.get('anna', '/verbali/1')).html).toBe(page.html);
    expect(textOf(page.html)).toContain('Paola Presidente');
    expect(textOf((await desk.get('bea', '/verbali')).html)).toContain('La catena è integra: un verbale');
    expect(() => desk.store.sqlite.prepare("update minutes set json = '{}'").run()).toThrow('append-only');
  });

  it('answers both askers, each once', async () => {
    const { lyon, ghent } = await recorded();
    expect(
      (await desk.post('anna', `/richieste/${lyon}/risposta`, { kind: 'accepted', text: 'Sì, volentieri.' })).status,
    ).toBe(303);
    expect((await desk.post('anna', `/richieste/${ghent}/risposta`, { kind: 'declined', text: '' })).status).toBe(400);
    expect(
      (await desk.post('anna', `/richieste/${ghent}/risposta`, { kind: 'declined', text: 'Già impegnati.' })).status,
    ).toBe(303);
    const twice = await desk.post('anna', `/richieste/${ghent}/risposta`, { kind: 'accepted', text: 'Anzi sì.' });
    expect(twice.status).toBe(409);
  });

  it('starts preparation when the Comune has adhered by its own act, recorded by its directorate', async () => {
    const { id, link } = await recorded();
    await desk.post(null, link);
    expect((await step(id, 'start-preparation')).status).toBe(409);
    const form = {
      bodyId: 'comune-di-milano',
      state: 'adheres',
      actType: 'delibera',
      actNumber: '1234',
      actDate: '2026-12-01',
      version: '1',
    };
    expect((await desk.post('pina', `/dossier/${id}/adesioni`, form)).status).toBe(403);
    expect((await desk.post('dario', `/dossier/${id}/adesioni`, { ...form, actNumber: '' })).status).toBe(400);
    expect((await desk.post('dario', `/dossier/${id}/adesioni`, form)).status).toBe(303);
    expect((await step(id, 'start-preparation')).status).toBe(303);
  });

  it('takes one of twenty confirmations', async () => {
    const { id } = await recorded();
    const tries = await Promise.all(
      Array.from({ length: 20 }, () => desk.post('paola', `/dossier/${id}/parere/conferma`)),
    );
    expect(tries.filter(({ status }) => status === 303)).toHaveLength(1);
    expect(desk.store.sqlite.prepare('select count(*) as n from minutes').get()).toEqual({ n: 1 });
  });
});

describe('a sitting', () => {
  it('is convened, attended, voted in; nobody votes twice or for another', async () => {
    const opened = await desk.post('anna', '/dossier/nuovo/da-valutare', { topicKey: TOPIC, owner: 'anna' });
    const id = idIn(opened.location);
    const early = await desk.post('sergio', '/sedute', {
      kind: 'meeting',
      on: '2026-11-24',
      hour: '15:00',
      'dossiers[]': id,
    });
    expect(early.status).toBe(400);
    const convened = await desk.post('sergio', '/sedute', {
      kind: 'meeting',
      on: '2026-12-01',
      hour: '15:00',
      'dossiers[]': id,
    });
    const sitting = idIn(convened.location);
    const page = await desk.get('sergio', `/sedute/${sitting}`);
    expect(textOf(page.html)).toContain('0 presenti o rappresentati, ne servono 2');
    await desk.post('sergio', `/sedute/${sitting}/presenze`, {
      version: versionIn(page.html),
      'present[]': ['paola', 'bea'],
      'proxies[]': 'ivo>bea',
    });
    const vote = (player: 'bea' | 'ivo' | 'paola' | 'anna', member: string, voice: string) =>
      desk.post(player, `/sedute/${sitting}/voti`, { item: '1', member, voice });
    expect((await vote('bea', 'bea', 'favourable')).status).toBe(303);
    expect((await vote('bea', 'bea', 'contrary')).status).toBe(409);
    expect((await vote('bea', 'ivo', 'favourable')).status).toBe(303);
    expect((await vote('bea', 'paola', 'contrary')).status).toBe(400);
    expect((await vote('anna', 'paola', 'favourable')).status).toBe(403);
    expect((await vote('paola', 'paola', 'abstains')).status).toBe(303);
    expect(textOf((await desk.get('bea', `/sedute/${sitting}`)).html)).toContain(
      '2 favorevoli, 0 contrari, 1 non si esprimono',
    );
  });
});
