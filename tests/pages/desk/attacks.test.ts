import { sql } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Desk, dossierVersionIn, idIn, openDesk, type Player, textOf, versionIn } from './desk-world.ts';
import { recorded } from './opinion-story.ts';

const HOSTILE = '"><script>alert(1)</script><img src=x onerror=alert(1)>';

let desk: Desk;
let id: string;
beforeEach(async () => {
  desk = await openDesk();
  id = idIn(
    (await desk.post('anna', '/dossier/nuovo/da-valutare', { topicKey: 'HORIZON-CL5-2027-D6-01', owner: 'anna' }))
      .location,
  );
  const version = dossierVersionIn((await desk.get('anna', `/dossier/${id}`)).html);
  await desk.post('anna', `/dossier/${id}/dati`, { version, 'groups[]': 'mobility', owner: 'anna' });
});

const interest = (player: Player, bodyId: string, more: object = {}) =>
  desk.post(player, `/dossier/${id}/interesse`, {
    bodyId,
    role: 'coordinator',
    lead: 'yes',
    contact: HOSTILE,
    competences: HOSTILE,
    confidentiality: 'open',
    ...more,
  });

describe('what strangers write', () => {
  it('stays text in sittings, memberships, interests, threads and proposals', async () => {
    const convened = await desk.post('sergio', '/sedute', {
      kind: 'meeting',
      on: '2026-12-01',
      hour: '15:00',
      place: HOSTILE,
      otherBusiness: HOSTILE,
    });
    await desk.post('anna', '/partner/soci/a2a/ammissione', { kind: 'collaborator', admittedOn: '2026-11-02' });
    const version = versionIn((await desk.get('anna', '/partner/soci/a2a')).html);
    await desk.post('anna', '/partner/soci/a2a', { lear: HOSTILE, genderEqualityPlan: 'yes', version });
    await interest('pina', 'politecnico-di-milano');
    await interest('anna', 'a2a');
    await desk.post('pina', `/dossier/${id}/capofila`, { text: HOSTILE });
    await desk.post('carlo', `/dossier/${id}/interventi`, { kind: 'fact', text: HOSTILE });
    await desk.post('rita', '/triage/proposte', {
      'keys[]': 'HORIZON-CL5-2027-D6-02',
      decision: 'keep',
      note: HOSTILE,
    });
    const sitting = `/sedute/${idIn(convened.location)}`;
    for (const page of [
      sitting,
      '/sedute',
      '/partner/soci',
      '/partner/soci/a2a',
      `/dossier/${id}`,
      '/triage',
      '/oggi',
    ]) {
      const { html, status } = await desk.get('anna', page);
      expect([page, status]).toEqual([page, 200]);
      expect(html, page).not.toMatch(/<script>|<img/);
    }
    expect(textOf((await desk.get('anna', `/dossier/${id}`)).html)).toContain('alert(1)');
    expect((await desk.get('anna', `${sitting}/fascicolo`)).status).toBe(200);
  });
});

describe('a form that says more than it was asked', () => {
  it('cannot write in another thread, in another’s name, or at another time', async () => {
    await interest('pina', 'politecnico-di-milano');
    await interest('anna', 'a2a');
    const more = { thread: 'leads', by: 'paola', at: '2020-01-01T00:00:00Z', removedAt: '2020-01-01T00:00:00Z' };
    await desk.post('rita', `/dossier/${id}/interventi`, { kind: 'fact', text: 'Sono Rita', ...more });
    expect(await desk.store.db.all(sql`select thread, by, removed_at from comments where text = 'Sono Rita'`)).toEqual([
      { thread: 'dossier', by: 'rita', removed_at: null },
    ]);
  });

  it('cannot change what a dossier or a membership keeps to itself', async () => {
    const version = dossierVersionIn((await desk.get('anna', `/dossier/${id}`)).html);
    const more = { state: 'funded', openedBy: 'paola', weightSetId: 'x', id: 'y' };
    await desk.post('anna', `/dossier/${id}/dati`, { version, 'groups[]': 'mobility', owner: 'anna', ...more });
    const rows = await desk.store.db.all(sql`select state, opened_by from dossiers where id = ${id}`);
    expect(rows).toEqual([{ state: 'assigned', opened_by: 'anna' }]);
    const admission = { kind: 'collaborator', admittedOn: '2026-11-02', bodyId: 'atm', leftOn: '2026-11-03' };
    await desk.post('anna', '/partner/soci/a2a/ammissione', admission);
    expect(await desk.store.db.all(sql`select body_id, left_on from memberships`)).toEqual([
      { body_id: 'a2a', left_on: null },
    ]);
  });
});

describe('another’s number in the address', () => {
  it('lets no partner speak for another body, nor take its interest back, nor answer for it', async () => {
    await interest('anna', 'a2a');
    expect((await interest('pina', 'atm')).status).toBe(403);
    const [a2a] = await desk.store.db.all<{ id: string }>(sql`select id from interests where body_id = 'a2a'`);
    await interest('pina', 'politecnico-di-milano', { lead: 'no', role: 'partner' });
    const taken = await desk.post('pina', `/dossier/${id}/interesse/ritiro`, { interestId: a2a?.id ?? '' });
    expect(taken.status).toBe(403);
    expect((await desk.get('pina', '/partner/soci/a2a')).status).toBe(403);
  });

  it('opens no minutes, paper, pack or dossier that is another’s', async () => {
    const other = await recorded(desk);
    await desk.post(null, other.link);
    for (const page of [
      '/verbali/1',
      '/verbali/1.json',
      '/verbali/1.pdf',
      '/verbali',
      '/sedute',
      `/dossier/${other.id}`,
    ])
      expect([page, (await desk.get('pina', page)).status]).toEqual([page, 403]);
  });
});

describe('twenty at the same moment', () => {
  it('admit a body once, close a sitting once, and make one paper', async () => {
    const twenty = <Result>(act: () => Promise<Result>) => Promise.all(Array.from({ length: 20 }, act));
    const admitted = await twenty(() =>
      desk.post('anna', '/partner/soci/a2a/ammissione', { kind: 'collaborator', admittedOn: '2026-11-02' }),
    );
    expect(admitted.filter(({ status }) => status === 303)).toHaveLength(1);
    const convened = await desk.post('sergio', '/sedute', {
      kind: 'urgent',
      on: '2026-11-23',
      hour: '09:00',
      'dossiers[]': id,
    });
    const sitting = `/sedute/${idIn(convened.location)}`;
    const present = { version: '1', 'present[]': ['paola'] };
    expect((await twenty(() => desk.post('sergio', `${sitting}/presenze`, present))).filter(isDone)).toHaveLength(1);
    const vote = { item: '1', member: 'paola', voice: 'favourable' };
    expect((await twenty(() => desk.post('paola', `${sitting}/voti`, vote))).filter(isDone)).toHaveLength(1);
    expect(
      (await twenty(() => desk.post('sergio', `${sitting}/chiusura`, { version: '2' }))).filter(isDone),
    ).toHaveLength(1);
    expect(await desk.store.db.all(sql`select count(*) as n from ratifications`)).toEqual([{ n: 1 }]);
  });
});

describe('twenty answers of one body', () => {
  it('are one answer: the first; the others are told', async () => {
    const { id: decided, link } = await recorded(desk);
    await desk.post(null, link);
    const answer = {
      bodyId: 'comune-di-milano',
      state: 'adheres',
      actType: 'delibera',
      actNumber: '1',
      actDate: '2026-11-22',
    };
    const tries = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        desk.post('dario', `/dossier/${decided}/adesioni`, {
          ...answer,
          state: n % 2 === 0 ? 'adheres' : 'declines',
          version: '1',
        }),
      ),
    );
    expect(tries.filter(isDone)).toHaveLength(1);
    expect(tries.filter(({ status }) => status === 409)).toHaveLength(19);
    const [row] = await desk.store.db.all<{ version: number }>(
      sql`select version from adhesions where dossier_id = ${decided}`,
    );
    expect(row?.version).toBe(2);
    const logged = await desk.store.db.all(sql`select id from audit_log where action = 'adhesion.record'`);
    expect(logged).toHaveLength(1);
  });
});

const isDone = ({ status }: { status: number }): boolean => status === 303;
