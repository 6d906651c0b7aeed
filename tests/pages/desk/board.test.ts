import { sql } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Desk, dossierVersionIn, idIn, openDesk, textOf, versionIn } from './desk-world.ts';
import { recorded as recordedAt, step as stepAt, TOPIC } from './opinion-story.ts';

let desk: Desk;
const recorded = () => recordedAt(desk);
const step = (id: string, name: string) => stepAt(desk, id, name);
beforeEach(async () => {
  desk = await openDesk();
});

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
    expect(textOf(opened.html)).toContain('parere favorevole città follower');
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
    await expect(async () => await desk.store.db.run(sql`update minutes set json = '{}'`)).rejects.toSatisfy(
      (error: Error) => String(error.cause ?? error).includes('append-only'),
    );
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
    expect(await desk.store.db.all(sql`select count(*) as n from minutes`)).toEqual([{ n: 1 }]);
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
    const onToday = /<a href="\/sedute\/[^"]+">Seduta del 1º dicembre 2026, ore 15:00<\/a>/;
    for (const own of ['bea', 'paola', 'sergio'] as const) expect((await desk.get(own, '/oggi')).html).toMatch(onToday);
    expect((await desk.get('rita', '/oggi')).html).not.toMatch(onToday);
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
      '2 favorevoli, 0 contrari, uno non si esprime: approvato',
    );
  });
});

describe('what a vote and three voices can carry', () => {
  const opinion = (id: string, more: object) =>
    desk.post('sergio', `/dossier/${id}/parere`, { kind: 'favourable', 'reasons.0.text': 'Perché sì.', ...more });
  const confirm = async (id: string) => (await desk.post('paola', `/dossier/${id}/parere/conferma`)).status;

  async function meetingOn(id: string, present: string[]) {
    const convened = await desk.post('sergio', '/sedute', {
      kind: 'meeting',
      on: '2026-12-01',
      hour: '15:00',
      'dossiers[]': id,
    });
    const sitting = `/sedute/${idIn(convened.location)}`;
    const version = async () => versionIn((await desk.get('sergio', sitting)).html);
    const attend = async (there: string[], proxies: string[] = []) =>
      (
        await desk.post('sergio', `${sitting}/presenze`, {
          version: await version(),
          'present[]': there,
          'proxies[]': ['', ...proxies],
        })
      ).status;
    await attend(present);
    const vote = async (member: 'bea' | 'ivo' | 'paola', voice: string) =>
      (await desk.post(member, `${sitting}/voti`, { item: '1', member, voice })).status;
    const close = async () => (await desk.post('sergio', `${sitting}/chiusura`, { version: await version() })).status;
    return { item: `${sitting.slice('/sedute/'.length)}#1`, attend, vote, close };
  }

  it('is no opinion while the sitting is open and votes may still come', async () => {
    const { id } = await recorded();
    const held = await meetingOn(id, ['bea', 'ivo', 'paola']);
    await held.vote('bea', 'favourable');
    expect((await opinion(id, { role: 'follower', sitting: held.item })).status).toBe(200);
    expect(await confirm(id)).toBe(409);
    expect(await held.vote('ivo', 'contrary')).toBe(303);
    expect(await held.vote('paola', 'contrary')).toBe(303);
    expect(await held.close()).toBe(303);
    expect(await confirm(id)).toBe(409);
  });

  it('counts nobody who was written out of the room', async () => {
    const { id } = await recorded();
    const held = await meetingOn(id, ['bea', 'ivo']);
    await held.vote('ivo', 'favourable');
    expect(await held.attend(['bea', 'paola'])).toBe(400);
    expect(await held.attend(['bea', 'ivo', 'paola'])).toBe(303);
  });

  it('rests on days that are days and on people who are here: what is sealed can be read', async () => {
    const { id, link } = await recorded();
    const condition = (owner: string, dueOn: string) =>
      opinion(id, {
        kind: 'with-conditions',
        role: 'follower',
        'conditions.0.text': 'Determina',
        'conditions.0.owner': owner,
        'conditions.0.dueOn': dueOn,
      });
    for (const day of ['7/8/2026', '9999-99-99', '2026-02-31']) expect((await condition('anna', day)).status).toBe(400);
    expect((await condition('__proto__', '2026-12-20')).status).toBe(400);
    expect((await desk.post(null, link)).status).toBe(200);
    const act = { bodyId: 'comune-di-milano', state: 'adheres', actType: 'delibera', actNumber: '1', version: '1' };
    for (const actDate of ['7/8/2026', '9999-99-99', ''])
      expect((await desk.post('dario', `/dossier/${id}/adesioni`, { ...act, actDate })).status).toBe(400);
    expect((await desk.get('anna', `/dossier/${id}`)).status).toBe(200);
  });

  it('is no greater part than the short route may take, when it is recorded and when it is confirmed', async () => {
    const { id } = await recorded();
    const ours = async (shareEur: string) => {
      const version = dossierVersionIn((await desk.get('anna', `/dossier/${id}`)).html);
      const form = {
        version,
        'groups[]': 'mobility',
        owner: 'anna',
        role: 'partner',
        directorate: 'Mobilità',
        shareEur,
      };
      expect((await desk.post('anna', `/dossier/${id}/dati`, form)).status).toBe(303);
    };
    expect((await opinion(id, { role: 'coordinator' })).status).toBe(400);
    await ours('120000');
    expect((await opinion(id, { role: 'partner' })).status).toBe(200);
    await ours('5000000');
    expect(await confirm(id)).toBe(409);
    await ours('120000');
    expect(await confirm(id)).toBe(303);
  });
});

describe('what was decided without meeting', () => {
  /** The president's urgent act on a dossier, closed; answers its sitting. */
  async function urgentAct(dossier: string) {
    const convened = await desk.post('sergio', '/sedute', {
      kind: 'urgent',
      on: '2026-11-23',
      hour: '09:00',
      'dossiers[]': dossier,
    });
    const sitting = idIn(convened.location);
    await attend(sitting, ['paola']);
    await desk.post('paola', `/sedute/${sitting}/voti`, { item: '1', member: 'paola', voice: 'favourable' });
    await close(sitting);
    return sitting;
  }

  async function attend(sitting: string, present: string[], proxies: string[] = []) {
    const version = versionIn((await desk.get('sergio', `/sedute/${sitting}`)).html);
    return desk.post('sergio', `/sedute/${sitting}/presenze`, {
      version,
      'present[]': present,
      'proxies[]': ['', ...proxies],
    });
  }

  async function close(sitting: string) {
    const version = versionIn((await desk.get('sergio', `/sedute/${sitting}`)).html);
    expect((await desk.post('sergio', `/sedute/${sitting}/chiusura`, { version })).status).toBe(303);
  }

  async function meeting() {
    const convened = await desk.post('sergio', '/sedute', { kind: 'meeting', on: '2026-12-01', hour: '15:00' });
    return idIn(convened.location);
  }

  async function dossier() {
    return idIn((await desk.post('anna', '/dossier/nuovo/da-valutare', { topicKey: TOPIC, owner: 'anna' })).location);
  }

  it('waits on the agenda of the next meeting, which ratifies it', async () => {
    await urgentAct(await dossier());
    expect(textOf((await desk.get('sergio', '/sedute')).html)).toContain(
      'In attesa di ratifica Deciso senza riunirsi: sarà all’ordine del giorno della prossima seduta. Ratifica dell’atto d’urgenza del presidente del 23 novembre 2026',
    );
    const next = await meeting();
    expect(textOf((await desk.get('sergio', `/sedute/${next}`)).html)).toContain(
      '1. Ratifica dell’atto d’urgenza del presidente del 23 novembre 2026, ore 09:00',
    );
    await attend(next, ['paola', 'bea']);
    for (const member of ['paola', 'bea'])
      await desk.post('sergio', `/sedute/${next}/voti`, { item: '1', member, voice: 'favourable' });
    await close(next);
    expect(textOf((await desk.get('sergio', '/sedute')).html)).not.toContain('In attesa di ratifica');
  });

  it('joins the agenda of a meeting that is convened already', async () => {
    const convened = await desk.post('sergio', '/sedute', {
      kind: 'meeting',
      on: '2026-12-01',
      hour: '15:00',
      otherBusiness: 'Pesi dei criteri',
    });
    await urgentAct(await dossier());
    const page = textOf((await desk.get('sergio', `/sedute/${idIn(convened.location)}`)).html);
    expect(page).toContain('1. Pesi dei criteri');
    expect(page).toContain('2. Ratifica dell’atto d’urgenza');
  });

  it('is looked at anew where the meeting refuses', async () => {
    const id = await dossier();
    await urgentAct(id);
    const next = await meeting();
    await attend(next, ['paola', 'bea'], ['ivo>bea']);
    for (const [member, voice] of [
      ['paola', 'favourable'],
      ['bea', 'contrary'],
      ['ivo', 'contrary'],
    ] as const)
      await desk.post('sergio', `/sedute/${next}/voti`, { item: '1', member, voice });
    await close(next);
    expect(textOf((await desk.get('anna', `/dossier/${id}`)).html)).toContain(
      'La seduta non ha ratificato l’atto su cui poggia il parere',
    );
  });

  it('is said in the minutes', async () => {
    const { id } = await recorded();
    const sitting = await urgentAct(id);
    await desk.post('sergio', `/dossier/${id}/parere`, {
      kind: 'favourable',
      'reasons.0.text': 'Il bando chiude domani.',
      role: 'follower',
      sitting: `${sitting}#1`,
    });
    await desk.post('paola', `/dossier/${id}/parere/conferma`);
    expect(textOf((await desk.get('anna', '/verbali/1')).html)).toContain(
      'urgenza del presidente: deciso senza riunirsi, da ratificare nella prossima seduta.',
    );
    const next = await meeting();
    await attend(next, ['paola', 'bea']);
    for (const member of ['paola', 'bea'])
      await desk.post('sergio', `/sedute/${next}/voti`, { item: '1', member, voice: 'favourable' });
    await close(next);
    expect(textOf((await desk.get('anna', '/verbali/1')).html)).toContain('ratificato dalla seduta successiva.');
  });

  it('takes one proxy a member: a second to the same holder, or from somebody present, is refused', async () => {
    const convened = await desk.post('sergio', '/sedute', {
      kind: 'meeting',
      on: '2026-12-01',
      hour: '15:00',
      otherBusiness: 'Pesi dei criteri',
    });
    const sitting = idIn(convened.location);
    expect((await attend(sitting, ['bea'], ['ivo>bea', 'paola>bea'])).status).toBe(400);
    expect((await attend(sitting, ['bea', 'ivo'], ['ivo>bea'])).status).toBe(400);
    expect((await attend(sitting, ['bea', 'paola'], ['ivo>bea'])).status).toBe(303);
  });
});
