import { sql } from 'drizzle-orm';
import { describe, expect, it, vi } from 'vitest';
import { readAssociationFact } from '../../../db/repositories/association.ts';
import { people, roleGrants, sessions } from '../../../db/schema/index.ts';
import { createApp } from '../../../src/app.ts';
import { issueLink } from '../../../src/services/access/links.ts';
import { readAsset } from '../world.ts';
import { type DeskWorld, deskWorld, HOST } from './desk-world.ts';

const linkFor = (world: DeskWorld, personId: string) =>
  issueLink({ deps: world.deps, input: { personId, purpose: 'sign-in', createdBy: null } });

const XSS = `"><script>alert(1)</script><img src=x onerror=alert(1)>'`;
const liveSessions = async (world: DeskWorld, personId: string) =>
  (await world.store.db.select().from(sessions)).filter((row) => row.personId === personId && row.revokedAt === null);

/** All that is kept, in whatever table; the search index keeps what the tables do. */
async function everyRow({ store: { db } }: DeskWorld): Promise<string> {
  const tables = await db.all<{ name: string }>(
    sql`select name from sqlite_master where type = 'table' and name not glob '_cf_*' and name not glob 'topic_search*'`,
  );
  const rows: unknown[] = [];
  for (const { name } of tables) rows.push(await db.all(sql`select * from ${sql.identifier(name)}`));
  return JSON.stringify(rows);
}

describe('a one-time link', () => {
  it('is not used by looking: a mail scanner may open it ten times', async () => {
    const world = await deskWorld();
    const { id } = await world.someone([]);
    const token = await linkFor(world, id);
    for (let i = 0; i < 10; i += 1) {
      const scanner = world.visitor();
      expect((await scanner.get(`/accedi/${token}`)).status).toBe(200);
      expect(scanner.token).toBeNull();
    }
    expect((await world.visitor().post(`/accedi/${token}`)).status).toBe(303);
  });

  it('opens one session, however many press at once', async () => {
    const world = await deskWorld();
    const { id } = await world.someone([]);
    const token = await linkFor(world, id);
    const before = (await liveSessions(world, id)).length;
    const answers = await Promise.all(Array.from({ length: 20 }, () => world.visitor().post(`/accedi/${token}`)));
    expect(answers.map(({ status }) => status).sort()).toEqual([303, ...Array.from({ length: 19 }, () => 410)]);
    expect((await liveSessions(world, id)).length - before).toBe(1);
  });

  it('cannot be replayed, nor used after a quarter of an hour, nor by who was shut out', async () => {
    const world = await deskWorld();
    const { id } = await world.someone([]);
    const used = await linkFor(world, id);
    await world.visitor().post(`/accedi/${used}`);
    expect((await world.visitor().post(`/accedi/${used}`)).status).toBe(410);

    const late = await linkFor(world, id);
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 15 * 60_000 + 1000 });
    expect((await world.visitor().post(`/accedi/${late}`)).status).toBe(410);
    vi.useRealTimers();

    const admin = await world.someone([{ role: 'administrator' }]);
    const token = await linkFor(world, id);
    await admin.post(`/persone/${id}/sospendi`);
    expect((await world.visitor().post(`/accedi/${token}`)).status).toBe(410);
  });

  it('is kept as a hash only', async () => {
    const world = await deskWorld();
    const someone = await world.someone([]);
    const token = await linkFor(world, someone.id);
    const dump = await everyRow(world);
    expect(dump).toContain(someone.id);
    expect(dump).not.toContain(token);
    expect(dump).not.toContain(someone.token);
  });
});

describe('asking for a link', () => {
  it('answers the same for known and unknown addresses, and mails the known', async () => {
    const world = await deskWorld({ mail: true });
    await world.someone([], { email: 'nota@example.org' });
    const known = await world.visitor().post('/accedi', { email: ' Nota@Example.org ' });
    const unknown = await world.visitor().post('/accedi', { email: 'ignota@example.org' });
    expect(await known.text()).toBe(await unknown.text());
    await vi.waitFor(() => expect(world.mails).toHaveLength(1));
    const [mail] = world.mails;
    expect(mail?.to).toBe('nota@example.org');
    const path = /http:\/\/localhost(\/accedi\/\S+)/.exec(mail?.text ?? '')?.[1] ?? '';
    expect((await world.visitor().post(path)).status).toBe(303);
  });

  it('stops after five an address without saying so', async () => {
    const world = await deskWorld({ mail: true });
    await world.someone([], { email: 'nota@example.org' });
    for (let i = 0; i < 8; i += 1)
      expect((await world.visitor().post('/accedi', { email: 'nota@example.org' })).status).toBe(200);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(world.mails).toHaveLength(5);
  });

  it('stops after sixty a network, and says so to all who share it', async () => {
    const world = await deskWorld();
    const app = createApp(world.deps, { readAsset, access: { trustProxy: true } });
    const ask = async (from: string, number: number) => {
      const body = new URLSearchParams({ email: `chi${number}@example.org` });
      const headers = { origin: HOST, 'x-forwarded-for': from };
      return (await app.request(`${HOST}/accedi`, { method: 'POST', body, headers })).status;
    };
    for (let i = 0; i < 60; i += 1) expect(await ask('192.0.2.7', i)).toBe(200);
    expect(await ask('192.0.2.7', 61)).toBe(429);
    expect(await ask('192.0.2.8', 61)).toBe(200);
    // One household has 2^64 IPv6 addresses and is one network all the same.
    for (let i = 0; i < 60; i += 1) expect(await ask(`2001:db8::${i.toString(16)}`, i)).toBe(200);
    expect(await ask('2001:db8::ffff', 61)).toBe(429);
  });

  it('never mails a link to the host that a stranger’s request names', async () => {
    const world = await deskWorld({ mail: true });
    await world.someone([], { email: 'nota@example.org' });
    const app = createApp(world.deps, { readAsset });
    const response = await app.request('http://evil.example/accedi', {
      method: 'POST',
      body: new URLSearchParams({ email: 'nota@example.org' }),
      headers: { host: 'evil.example', origin: 'http://evil.example' },
    });
    expect(response.status).toBe(200);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(world.mails).toEqual([]);
  });

  it('without mail leaves the wish to the administrator, who prints a link', async () => {
    const world = await deskWorld();
    const { id } = await world.someone([], { name: 'Carla Attende', email: 'carla@example.org' });
    const admin = await world.someone([{ role: 'administrator' }]);
    expect(await (await world.visitor().post('/accedi', { email: 'carla@example.org' })).text()).toContain(
      'Qui la posta non è attiva',
    );
    await vi.waitFor(async () => expect(await (await admin.get('/amministrazione')).text()).toContain('Carla Attende'));
    const slip = await (await admin.post(`/persone/${id}/invito`)).text();
    const path = /http:\/\/localhost(\/accedi\/[\w-]+)/.exec(slip)?.[1] ?? '';
    expect((await world.visitor().post(path)).status).toBe(303);
    expect(await (await admin.get('/amministrazione')).text()).not.toContain('Carla Attende');
  });
});

describe('a session', () => {
  it('is new at each sign-in: one planted in the browser ends', async () => {
    const world = await deskWorld();
    const attacker = await world.someone([]);
    const { id } = await world.someone([]);
    const victim = world.visitor();
    victim.token = attacker.token;
    await victim.post(`/accedi/${await linkFor(world, id)}`);
    expect(victim.token).not.toBe(attacker.token);
    expect((await attacker.get('/profilo')).status).toBe(403);
    const invented = world.visitor();
    invented.token = 'chosen-by-me';
    await invented.post(`/accedi/${await linkFor(world, id)}`);
    expect(invented.token).not.toBe('chosen-by-me');
  });

  it('ends after a fortnight unseen, and after sixty days however busy', async () => {
    const world = await deskWorld();
    const someone = await world.someone([]);
    const start = Date.now();
    const inDays = async (days: number) => {
      vi.useFakeTimers({ toFake: ['Date'], now: start + days * 86_400_000 });
      return (await someone.get('/profilo')).status;
    };
    try {
      for (let day = 10; day < 60; day += 10) expect(await inDays(day)).toBe(200);
      expect(await inDays(61)).toBe(403);
    } finally {
      vi.useRealTimers();
    }
    const idle = await world.someone([]);
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 15 * 86_400_000 });
    expect((await idle.get('/profilo')).status).toBe(403);
    vi.useRealTimers();
  });

  it('ends from another browser, by its owner only', async () => {
    const world = await deskWorld();
    const owner = await world.someone([]);
    const phone = world.visitor();
    await phone.post(`/accedi/${await linkFor(world, owner.id)}`);
    const ids = [...(await (await owner.get('/profilo')).text()).matchAll(/sessioni\/([\w-]+)\/chiudi/g)];
    const session = ids[0]?.[1] ?? '';
    const stranger = await world.someone([{ role: 'administrator' }]);
    await stranger.post(`/profilo/sessioni/${session}/chiudi`);
    expect((await phone.get('/profilo')).status).toBe(200);
    await owner.post(`/profilo/sessioni/${session}/chiudi`);
    expect((await phone.get('/profilo')).status).toBe(403);
    expect((await owner.get('/profilo')).status).toBe(200);
  });

  it('stands in a cookie that scripts cannot read and other hosts cannot set', async () => {
    const world = await deskWorld();
    const { id } = await world.someone([]);
    const plain = await world.visitor().post(`/accedi/${await linkFor(world, id)}`);
    expect(plain.headers.get('set-cookie')).toMatch(
      /^bandolo=[\w-]{43}; Max-Age=\d+; Path=\/; HttpOnly; SameSite=Lax$/,
    );
    const secure = await deskWorld({ baseUrl: 'https://bandolo.example' });
    const other = await secure.someone([]);
    const answer = await secure.visitor().post(`/accedi/${await linkFor(secure, other.id)}`);
    expect(answer.headers.get('set-cookie')).toMatch(/^__Host-bandolo=.*; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
  });
});

describe('forms', () => {
  it.each([
    ['another site says so', { 'sec-fetch-site': 'cross-site' }],
    ['a sibling host', { 'sec-fetch-site': 'same-site' }],
  ])('are refused from elsewhere: %s', async (_, headers) => {
    const world = await deskWorld();
    const someone = await world.someone([]);
    expect((await someone.post('/profilo/sessioni/chiudi', {}, headers)).status).toBe(403);
  });

  it('are refused without a word of where they come from, from another origin, and without the session’s token', async () => {
    const world = await deskWorld();
    const someone = await world.someone([]);
    const app = createApp(world.deps, { readAsset });
    const send = (headers: Record<string, string>, csrf: string) =>
      app.request(`${HOST}/profilo/sessioni/chiudi`, {
        method: 'POST',
        body: new URLSearchParams({ csrf }),
        headers: { cookie: `bandolo=${someone.token}`, ...headers },
      });
    expect((await send({}, someone.csrf)).status).toBe(403);
    expect((await send({ origin: 'http://evil.example' }, someone.csrf)).status).toBe(403);
    expect((await send({ origin: 'null' }, someone.csrf)).status).toBe(403);
    expect((await send({ origin: HOST }, 'wrong')).status).toBe(403);
    expect((await send({ origin: HOST }, (await world.someone([])).csrf)).status).toBe(403);
    expect((await send({ origin: HOST }, someone.csrf)).status).toBe(303);
  });

  it.each([
    ['//evil.example', '/'],
    ['/\\evil.example', '/'],
    ['https://evil.example', '/'],
    ['javascript:alert(1)', '/'],
    ['/\t/evil.example', '/'],
    ['/..//evil.example', '/'],
    ['/.//evil.example', '/'],
    ['/bandi/../%2e%2e//evil.example', '/'],
    ['/bandi?q=bici', '/bandi?q=bici'],
  ])('lead on to this house only: next=%s', async (next, to) => {
    const world = await deskWorld();
    const { id } = await world.someone([]);
    const answer = await world.visitor().post(`/accedi/${await linkFor(world, id)}`, { next });
    expect(answer.headers.get('location')).toBe(to);
  });

  it.each(['//evil.example', '///evil.example/x', '/bandi/..//evil.example?q=1'])(
    'and links of a page that is not there stay in this house: %s',
    async (path) => {
      const response = await (await deskWorld()).visitor().get(path);
      expect(response.status).toBe(404);
      expect(await response.text()).not.toMatch(/(href|action)="\/\//);
    },
  );

  it('take their own fields and no others', async () => {
    const world = await deskWorld();
    const admin = await world.someone([{ role: 'administrator' }]);
    const { id } = await world.someone([]);
    await admin.post(`/persone/${id}/ruoli`, {
      role: 'viewer',
      group: 'mobility',
      personId: admin.id,
      grantedBy: 'nobody',
      revokedAt: '2020-01-01',
    });
    const rows = (await world.store.db.select().from(roleGrants)).filter(({ personId }) => personId === id);
    expect(rows).toMatchObject([{ role: 'viewer', scope: '', grantedBy: admin.id, revokedAt: null }]);
    await admin.post('/amministrazione/primi-passi/1', { association: 'A', city: 'B', mail: 'works', groups: 'x' });
    expect(await readAssociationFact(world.store.db)).toEqual({ association: 'A', city: 'B', groups: {} });
  });

  it('cannot say a role that does not exist, nor a body that is none', async () => {
    const world = await deskWorld();
    const admin = await world.someone([{ role: 'administrator' }]);
    const { id } = await world.someone([]);
    const wrong: Record<string, string>[] = [
      { role: 'root' },
      { role: 'group-member', group: 'x' },
      { role: 'partner', body: 'nessuno' },
    ];
    for (const fields of wrong) expect((await admin.post(`/persone/${id}/ruoli`, fields)).status).toBe(400);
    expect((await world.store.db.select().from(roleGrants)).filter(({ personId }) => personId === id)).toEqual([]);
  });
});

describe('text that wants to be code', () => {
  it('stays text in every field of every page', async () => {
    const world = await deskWorld();
    const admin = await world.someone([{ role: 'administrator' }], { name: XSS });
    await admin.post('/amministrazione/primi-passi/1', { association: XSS, city: XSS });
    const groups = ['economy', 'people', 'governance', 'mobility', 'environment', 'living'];
    await admin.post('/amministrazione/primi-passi/3', Object.fromEntries(groups.map((group) => [group, XSS])));
    await admin.post('/persone/incolla', { list: `${XSS.replaceAll('"', '')}\txss@example.org\t\t\t` });
    const victim = (await world.store.db.select().from(people)).find(({ email }) => email === 'xss@example.org');
    await admin.post(`/persone/${victim?.id}/ruoli`, { role: 'directorate', directorate: XSS });
    const pages = await Promise.all([
      ...['/profilo', '/persone', `/persone/${victim?.id}`, '/registro', '/amministrazione', '/da-valutare'].map(
        (path) => admin.get(path),
      ),
      ...[1, 2, 3, 4, 5].map((step) => admin.get(`/amministrazione/primi-passi/${step}`)),
      admin.get(`/accedi?next=${encodeURIComponent(XSS)}`),
      admin.post('/persone/incolla', { list: `${XSS}\tno\t${XSS}\t${XSS}\t${XSS}` }),
      admin.post('/accedi', { email: XSS, next: XSS }),
      admin.post('/persone/inviti'),
    ]);
    for (const page of pages) {
      // Between the quotes of an attribute nothing begins a tag; the quotes themselves are escaped.
      const html = (await page.text()).replaceAll(/="[^"]*"/g, '');
      expect(html).not.toContain('<script>alert');
      expect(html).not.toContain('<img src=x');
    }
  });
});

describe('the last administrator', () => {
  it('can neither leave, nor be shut out, nor be erased', async () => {
    const world = await deskWorld();
    const admin = await world.someone([{ role: 'administrator' }]);
    const grant = (await world.store.db.select().from(roleGrants))[0]?.id;
    expect((await admin.post(`/persone/${admin.id}/ruoli/${grant}/togli`)).status).toBe(409);
    expect((await admin.post(`/persone/${admin.id}/sospendi`)).status).toBe(409);
    expect((await admin.post(`/persone/${admin.id}/cancella`, { confirm: 'yes' })).status).toBe(409);
    expect((await admin.post('/profilo/cancella', { confirm: 'yes' })).status).toBe(409);
    expect((await admin.get('/persone')).status).toBe(200);
  });
});
