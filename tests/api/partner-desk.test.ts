import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { dossiers, interests, opinions } from '../../db/schema/index.ts';
import { createApp } from '../../src/app.ts';
import { createClient } from '../../src/client.ts';
import { API_SCOPES, type ApiScope } from '../../src/domain/api-scope.ts';
import type { DossierState } from '../../src/domain/desk/dossier/state.ts';
import { readLog, readLogSchema } from '../../src/services/audit/read-log.ts';
import { issueApiKey, listApiKeys, revokeApiKey } from '../../src/services/operate/api-keys.ts';
import { depsOf } from '../support/deps.ts';
import { emptyStore, seed } from '../support/store.ts';
import { aTopic } from '../support/topics.ts';

const COMUNE = 'comune-di-milano';
const POLITECNICO = 'politecnico-di-milano';
const CALL = 'HORIZON-BUS-2027-01';
const DAY = '2026-11-01T09:00:00Z';

let store: Awaited<ReturnType<typeof emptyStore>>;
let deps: ReturnType<typeof depsOf>;
beforeEach(async () => {
  store = await emptyStore();
  deps = depsOf(store);
  await seed(store, [aTopic({ identifier: CALL })]);
  await dossier('d1', 'gathering-interest', CALL);
});
afterEach(() => store.close());

const dossier = (id: string, state: DossierState, topicKey: string | null = null) =>
  store.db.insert(dossiers).values({
    id,
    roundKey: `${topicKey ?? id}#0`,
    topicKey,
    roundSeq: 0,
    origin: { kind: 'ranked' } as never,
    title: `Dossier ${id}`,
    deadlineAt: '2027-01-28T16:00:00Z',
    state,
    weightSetId: 'w1',
    openedOn: '2026-11-01',
    updatedAt: DAY,
  });
const interest = (id: string, dossierId: string, bodyId: string) =>
  store.db.insert(interests).values({
    id,
    dossierId,
    bodyId,
    role: 'partner',
    lead: false,
    competences: [],
    contact: 'Segreto di nessun altro',
    confidentiality: 'reserved',
    through: 'body',
    by: 'p',
    expressedAt: DAY,
  });
const opinion = (dossierId: string, confirmedAt: string | null) =>
  store.db.insert(opinions).values({
    id: `o-${dossierId}`,
    dossierId,
    kind: 'favourable',
    reasons: [],
    conditions: [],
    recordedBy: 's',
    recordedAt: DAY,
    confirmedAt,
  });

const keyOf = async (partner: string, scopes: ApiScope[] = [...API_SCOPES]) =>
  (await issueApiKey({ deps, input: { partner, scopes, label: '' } })).key;
const ask = (key: string | null, path: string, init: RequestInit = {}) =>
  createApp(deps).request(path, {
    ...init,
    headers: {
      'content-type': 'application/json',
      ...(key === null ? {} : { authorization: `Bearer ${key}` }),
    },
  });
const say = (key: string | null, body: unknown) =>
  ask(key, '/api/v1/interests', { method: 'POST', body: typeof body === 'string' ? body : JSON.stringify(body) });
const SAID = { topic: CALL, role: 'partner', contact: 'Ufficio ricerca', competences: ['autobus', 'dati'] };
const items = async (answer: Response) =>
  z.object({ items: z.array(z.record(z.string(), z.unknown())) }).parse(await answer.json()).items;

describe('interests by key', () => {
  it('are said, said anew, read and taken back by the partner itself', async () => {
    const app = createApp(deps);
    const client = createClient('http://bandolo.test', {
      key: await keyOf(POLITECNICO),
      fetch: async (input, init) => await app.request(input, init),
    });
    const said = await client.api.v1.interests.$post({ json: { ...SAID, role: 'partner' } });
    const card = said.ok ? await said.json() : null;
    expect(card).toMatchObject({ dossier: 'd1', topic: CALL, lead: false, competences: ['autobus', 'dati'] });
    const again = await client.api.v1.interests.$post({
      json: { dossier: 'd1', role: 'partner', lead: true, contact: 'X' },
    });
    expect(again.ok && (await again.json())).toMatchObject({ id: card?.id, lead: true });
    const [row] = await store.db.select().from(interests);
    expect(row).toMatchObject({
      bodyId: POLITECNICO,
      through: 'body',
      by: expect.stringMatching(/^key:[0-9a-f]{12}$/),
    });
    const id = card?.id ?? '';
    for (let n = 0; n < 2; n += 1)
      expect((await client.api.v1.interests[':id'].$delete({ param: { id } })).status).toBe(204);
    const list = await client.api.v1.interests.$get({ query: {} });
    expect(list.ok && (await list.json()).items).toMatchObject([{ id, withdrawnAt: expect.any(String) }]);
  });

  it('stand in the log under the partner’s name, with a revoked key too: nobody was erased', async () => {
    expect((await say(await keyOf(POLITECNICO), SAID)).status).toBe(200);
    const [card] = await listApiKeys({ deps });
    await revokeApiKey({ deps, input: { prefix: card?.prefix ?? '' } });
    const { items: rows, names } = await readLog({ deps, input: readLogSchema.parse({ action: 'interest.express' }) });
    expect(rows.map(({ personId }) => names.get(personId ?? ''))).toEqual(['Politecnico di Milano (API)']);
  });

  it('are taken from no key that was revoked, however many ask at that moment', async () => {
    const key = await keyOf(POLITECNICO);
    const [card] = await listApiKeys({ deps });
    const said = async (what: unknown) => (await say(key, what)).status;
    const asking = Array.from({ length: 10 }, () => said(SAID));
    const revoked = revokeApiKey({ deps, input: { prefix: card?.prefix ?? '' } });
    const during = await Promise.all(asking.concat(Array.from({ length: 10 }, () => said(SAID))));
    await revoked;
    expect(during.filter((status) => ![200, 401, 409].includes(status))).toEqual([]);
    const rows = await store.db.select().from(interests);
    expect(rows.length).toBeLessThanOrEqual(1);
    const after = await Promise.all(Array.from({ length: 20 }, () => said({ ...SAID, competences: ['dopo'] })));
    expect(after).toEqual(Array(20).fill(401));
    expect(await store.db.select().from(interests)).toEqual(rows);
    // Revoked twenty times over it says when it was first.
    await Promise.all(Array.from({ length: 20 }, () => revokeApiKey({ deps, input: { prefix: card?.prefix ?? '' } })));
    expect((await listApiKeys({ deps })).filter(({ revokedAt }) => revokedAt !== null)).toHaveLength(1);
  });

  it('of another partner do not exist: not read, not withdrawn, not said in its name', async () => {
    await interest('i-comune', 'd1', COMUNE);
    const key = await keyOf(POLITECNICO);
    expect(await items(await ask(key, '/api/v1/interests'))).toEqual([]);
    expect((await ask(key, '/api/v1/interests/i-comune', { method: 'DELETE' })).status).toBe(404);
    expect((await say(key, { ...SAID, bodyId: COMUNE })).status).toBe(400);
    for (const twin of ['.csv', '.xlsx', '?format=csv'])
      expect(await (await ask(key, `/api/v1/interests${twin}`)).text()).not.toContain('Segreto');
  });

  it('need their scope, and a key at all', async () => {
    const other = await keyOf(POLITECNICO, ['topics:read', 'matches:read', 'evaluations:read']);
    for (const [key, status] of [
      [null, 401],
      [other, 403],
    ] as const) {
      expect((await say(key, SAID)).status).toBe(status);
      for (const path of ['', '.csv', '.xlsx'])
        expect((await ask(key, `/api/v1/interests${path}`)).status).toBe(status);
      expect((await ask(key, '/api/v1/interests/x', { method: 'DELETE' })).status).toBe(status);
    }
  });

  it('are refused where nothing is asked yet, or any more, without telling which', async () => {
    const key = await keyOf(POLITECNICO);
    await dossier('d2', 'in-triage');
    await dossier('d3', 'favourable');
    const sayOn = (id: string) => say(key, { ...SAID, topic: undefined, dossier: id });
    const answers = [await sayOn('d2'), await sayOn('none')];
    expect(answers.map(({ status }) => status)).toEqual([404, 404]);
    expect((await sayOn('d3')).status).toBe(409);
  });

  it.each([
    '',
    '{',
    '[]',
    'null',
    '{"topic":1}',
    JSON.stringify({ ...SAID, role: 'king' }),
    JSON.stringify({ ...SAID, effortMonths: -1 }),
  ])('are told what is wrong with %s', async (body) => {
    const answer = await say(await keyOf(POLITECNICO), body);
    expect(answer.status).toBe(400);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
  });
});

describe('evaluations by key', () => {
  it('are those the partner has a part in, with the opinion only once it is confirmed', async () => {
    await dossier('d2', 'collegial-evaluation');
    await dossier('d3', 'in-preparation');
    await dossier('d4', 'in-preparation');
    for (const [id, body] of [
      ['d2', POLITECNICO],
      ['d3', POLITECNICO],
      ['d4', COMUNE],
    ] as const)
      await interest(`i-${id}`, id, body);
    await opinion('d2', null);
    await opinion('d3', DAY);
    await opinion('d4', DAY);
    const key = await keyOf(POLITECNICO);
    const found = await items(await ask(key, '/api/v1/evaluations'));
    expect(found.map(({ dossier: id, opinion: kind }) => [id, kind])).toEqual([
      ['d2', null],
      ['d3', 'favourable'],
    ]);
    expect(Object.keys(found[0] ?? {}).sort()).toEqual(
      ['deadlineAt', 'decidedAt', 'dossier', 'openedOn', 'opinion', 'state', 'title', 'topic'].sort(),
    );
    expect(await (await ask(key, '/api/v1/evaluations.csv')).text()).not.toContain('Dossier d4');
  });

  it('need their scope', async () => {
    expect((await ask(await keyOf(POLITECNICO, ['interests:write']), '/api/v1/evaluations')).status).toBe(403);
    expect((await ask(null, '/api/v1/evaluations')).status).toBe(401);
  });
});
