import { beforeEach, describe, expect, it } from 'vitest';
import { type Desk, deskStore, dossierVersionIn, idIn, openDesk, textOf, versionIn } from './desk-world.ts';
import { recorded, step } from './opinion-story.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk(await deskStore(20));
});

const todayOf = async (player: Parameters<Desk['get']>[0]) => textOf((await desk.get(player, '/oggi')).html);

describe('Oggi', () => {
  it('tells the secretariat in one line how much there is, and triage by the week', async () => {
    const text = await todayOf('anna');
    expect(text).toMatch(/Una cosa da fare, .*nessuna scadenza vicina\./);
    expect(text).toContain('12 bandi questa settimana · 11 in coda');
  });

  it('asks those whose voice a letter waits for, and then the secretary, and nobody after that', async () => {
    const asked = async (player: 'anna' | 'carlo' | 'paola' | 'sergio' | 'rita') =>
      /si aspetta la tua voce|il parere è da registrare/.exec(await todayOf(player))?.[0] ?? null;
    let id = '';
    await recorded(desk, async (opened) => {
      id = opened;
      expect(await asked('paola')).toBe(null);
    });
    expect(await Promise.all((['anna', 'carlo', 'paola', 'sergio'] as const).map(asked))).toEqual(Array(4).fill(null));
    await desk.store.db.run(`delete from opinions where dossier_id = '${id}'`);
    expect(await asked('sergio')).toBe('il parere è da registrare');
    expect(await asked('paola')).toBe(null);
    await desk.store.db.run(`delete from short_route_voices where dossier_id = '${id}' and seat <> 'secretariat'`);
    expect(await asked('carlo')).toBe('si aspetta la tua voce');
    expect(await asked('paola')).toBe('si aspetta la tua voce');
    expect(await Promise.all((['anna', 'rita', 'sergio'] as const).map(asked))).toEqual([null, null, null]);
  });

  it('lists requests only to who answers them', async () => {
    await recorded(desk);
    expect(await todayOf('anna')).toContain('richiesta da rispondere');
    expect(await todayOf('paola')).not.toContain('richiesta da rispondere');
  });

  it('lists C4 to who came to the directorate after the review opened, and no longer once it is delivered', async () => {
    await desk.store.db.run(`delete from role_grants where person_id = 'dario'`);
    const key = 'HORIZON-CL5-2027-D6-01';
    const id = idIn((await desk.post('anna', '/dossier/nuovo/da-valutare', { topicKey: key, owner: 'anna' })).location);
    const version = dossierVersionIn((await desk.get('anna', `/dossier/${id}`)).html);
    const data = { version, 'groups[]': 'mobility', owner: 'anna', directorate: 'Mobilità' };
    await desk.post('anna', `/dossier/${id}/dati`, data);
    const listed = async () => {
      const { html } = await desk.get('dario', '/oggi');
      return /href="([^"]+)"[^>]*>[^<]*<\/a><p[^>]*>scheda da compilare/.exec(html)?.[1] ?? null;
    };
    await desk.post('anna', `/dossier/${id}/lettori`, { 'readers[]': ['rita', 'ugo', 'zoe'] });
    expect((await step(desk, id, 'open-review')).status).toBe(303);
    await desk.store.db.run(
      `insert into role_grants (person_id, role, scope, granted_at) values ('dario', 'directorate', 'Direzione Mobilità', '2026-11-01T00:00:00Z')`,
    );
    expect(await listed()).toBe(`/dossier/${id}/scheda`);
    const sheet = await desk.get('dario', `/dossier/${id}/scheda`);
    expect(await listed()).toBe(`/dossier/${id}/scheda`);
    const scores = { declaration: 'none', 'scores.C4.value': '3' };
    const delivery = { ...scores, version: versionIn(sheet.html), intent: 'deliver' };
    expect((await desk.post('dario', `/dossier/${id}/scheda`, delivery)).status).toBe(303);
    expect(await listed()).toBe(null);
  });

  it('says which dossiers wait for the board until a sitting has them, and the form of a sitting lists them first', async () => {
    const ids: string[] = [];
    for (const n of ['01', '02', '03']) {
      const topicKey = `HORIZON-CL5-2027-D6-${n}`;
      const opened = await desk.post('anna', '/dossier/nuovo/da-valutare', { topicKey, owner: 'anna' });
      ids.push(idIn(opened.location));
    }
    const told = async (player: 'anna' | 'sergio' | 'paola' | 'rita') =>
      /(?:Un dossier pronto|\d dossier pronti) per il direttivo.{0,70}/.exec(await todayOf(player))?.[0] ?? null;
    expect(await told('sergio')).toBe(null);
    const [first, second, third] = ids;
    const ready = `update dossiers set state = 'collegial-evaluation' where id in ('${second}', '${third}')`;
    await desk.store.db.run(ready);
    expect(await told('sergio')).toMatch(/^2 dossier pronti per il direttivo: convoca una seduta/);
    expect(await told('paola')).toMatch(/: convoca una seduta/);
    expect(await told('anna')).toContain(
      '2 dossier pronti per il direttivo in nessun ordine del giorno · la convoca il',
    );
    expect(await told('rita')).toBe(null);
    const { html } = await desk.get('sergio', '/sedute/nuova');
    expect(html.indexOf(`value="${third}"`)).toBeLessThan(html.indexOf(`value="${first}"`));
    expect(textOf(html)).toMatch(/Urban mobility for cities, part \d+ valutazione collegiale .* assegnato/);
    const form = { kind: 'meeting', on: '2026-12-20', hour: '15:00', 'dossiers[]': second ?? '' };
    expect((await desk.post('sergio', '/sedute', form)).status).toBe(303);
    expect(await told('sergio')).toMatch(/^Un dossier pronto per il direttivo: convoca/);
  });

  it('says what is late, not only until when it was due', async () => {
    await recorded(desk);
    const later = await openDesk(desk.store, { clock: { now: () => '2026-12-11T08:00:00Z' } });
    expect(await todayOf('anna')).toContain('entro il 10 dic');
    expect(textOf((await later.get('anna', '/oggi')).html)).toContain('in ritardo: era entro il 10 dic');
  });

  it('says of when the data are', async () => {
    expect(await todayOf(null)).toContain('Ultima lettura completa');
  });

  it('tells the administrator who is not in yet, and what the house still lacks', async () => {
    expect(await todayOf('ada')).toContain('Primi passi: Nome e città');
    expect(await todayOf('ada')).not.toContain('non è ancora entrata');
    await desk.store.db.run(`delete from sessions where person_id in ('leo', 'ivo')`);
    expect(await todayOf('ada')).toContain('2 persone non sono ancora entrate');
    await desk.store.db.run(`update people set disabled_at = '2026-11-01T00:00:00Z' where id = 'ivo'`);
    expect(await todayOf('ada')).toContain('Una persona non è ancora entrata');
    expect(await todayOf('anna')).not.toContain('non è ancora entrata');
  });

  it('draws what closes in the next 120 days, and tells the same in a table', async () => {
    const spring = await openDesk(desk.store, { clock: { now: () => '2027-03-01T08:00:00Z' } });
    const { html } = await spring.get(null, '/oggi');
    expect(html).toContain('<svg class="sketch"');
    expect(textOf(html)).toMatch(/Mobilità \d+ bandi, dal 15 apr .*12 apr – 18 apr HORIZON-CL5-2027-D6-01 15 apr/);
    // In November none of them is near.
    expect(await todayOf(null)).toContain('Nessun bando di Da valutare scade in questi giorni.');
  });

  it('shows calls that close soon until a dossier carries them', async () => {
    const spring = await openDesk(desk.store, { clock: { now: () => '2027-03-01T08:00:00Z' } });
    const key = 'HORIZON-CL5-2027-D6-01';
    const closing = async () => {
      const { html } = await spring.get('anna', '/oggi');
      const [, calls = ''] = html.split(/Bandi senza dossier|id="strip"/);
      return { call: calls.includes(`href="/bandi/${key}"`), text: textOf(html) };
    };
    expect(await closing()).toMatchObject({ call: true });
    await spring.post('anna', '/dossier/nuovo/da-valutare', { topicKey: key, owner: 'anna' });
    const after = await closing();
    expect(after.call).toBe(false);
    expect(after.text).toMatch(/Urban mobility for cities, part 1 .*45 giorni/);
  });
});
