import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { listDeliveries, queueMail } from '../../../db/repositories/delivery/ledger.ts';
import { readOwn } from '../../../db/repositories/delivery/subscriptions.ts';
import { deliverQueued } from '../../../src/services/delivery/deliver-queued.ts';
import { mailToken } from '../../../src/services/delivery/mail-tokens.ts';
import { fakeMailer } from '../../services/delivery/world.ts';
import { deskWorld, HOST } from '../access/desk-world.ts';

const secretKey = 's'.repeat(40);

async function world() {
  const house = await deskWorld({ secretKey });
  const person = await house.someone([{ role: 'secretariat' }]);
  const token = mailToken({ secretKey }, { personId: person.id, kind: 'digest' });
  return { ...house, person, token, own: () => readOwn(house.store.db, person.id) };
}

describe('the way out of a mail', () => {
  it('changes nothing by GET, ends it by one POST without cookies or origin, and twice is once', async () => {
    const { visitor, own, token } = await world();
    const stranger = visitor();
    const page = await stranger.get(`/posta/${token}/annulla`);
    expect(page.status).toBe(200);
    expect((await own()).row).toBeNull();
    for (let n = 0; n < 2; n += 1) {
      const answer = await stranger.post(
        `/posta/${token}/annulla`,
        { 'List-Unsubscribe': 'One-Click' },
        { origin: 'https://mail.example', 'sec-fetch-site': 'cross-site' },
      );
      expect(answer.status).toBe(200);
      expect((await own()).row?.frequency).toBe('off');
    }
  });

  it.each(['', 'x', '0.x.y', `0.person.${'A'.repeat(22)}`, '9.a.b', '%E0%A4%A', '../../etc', 'é'.repeat(300)])(
    'answers a forged token %s with a refusal, never a failure',
    async (token) => {
      const { visitor } = await world();
      for (const rest of ['', '/annulla', '/silenzia', '/ricerche', '/ricerche/x/togli']) {
        const path = `/posta/${encodeURIComponent(token)}${rest}`;
        expect((await visitor().get(path)).status).toBeLessThan(500);
        expect((await visitor().post(path, { frequency: 'weekly' })).status).toBeLessThan(500);
      }
    },
  );
});

describe('the preferences', () => {
  it('are shown and kept without sign-in', async () => {
    const { visitor, own, token } = await world();
    const stranger = visitor();
    expect(await (await stranger.get(`/posta/${token}`)).text()).toContain('Salvare una ricerca ti iscrive');
    const saved = await stranger.post(`/posta/${token}`, { frequency: 'daily', language: 'en', pillars: 'mobility' });
    expect(saved.status).toBe(303);
    const { row, mutes } = await own();
    expect(row).toMatchObject({ frequency: 'daily', language: 'en', pillars: ['mobility'], partners: [] });
    expect(mutes.map(({ value }) => value).sort()).toEqual(['alert', 'reminder']);
    await stranger.post(`/posta/${token}/ricerche`, { query: 'piste ciclabili' });
    await stranger.post(`/posta/${token}/silenzia`, { kind: 'topic', value: 'X-1', untilChange: 'on' });
    expect((await own()).searches.map(({ query }) => query)).toEqual(['piste ciclabili']);
    expect((await own()).mutes.map(({ value }) => value)).toContain('X-1');
    expect((await stranger.post(`/posta/${token}`, { frequency: 'hourly' })).status).toBe(400);
  });
});

describe('the outbox', () => {
  it('is the administrator’s alone', async () => {
    const { person, someone, visitor } = await world();
    const admin = await someone([{ role: 'administrator' }]);
    expect((await admin.get('/amministrazione/posta')).status).toBe(200);
    expect((await admin.get('/amministrazione/posta/999')).status).toBe(404);
    expect((await admin.get('/amministrazione/posta/x')).status).toBe(404);
    for (const other of [person, visitor()]) expect((await other.get('/amministrazione/posta')).status).toBe(403);
    expect((await person.get('/posta')).headers.get('location')).toMatch(/^\/posta\//);
    expect(HOST).toBe('http://localhost');
  });

  it('sends what was written before mail was set up, once, however often it is pressed', async () => {
    const { mails, mailer } = fakeMailer();
    const before = await deskWorld({ secretKey });
    const { store, deps } = before;
    const reader = await before.someone([{ role: 'secretariat' }]);
    const queued = { kind: 'digest', reason: 'digest', subject: 'Prova', text: 't', html: '<p>t</p>' } as const;
    const colleague = await before.someone([{ role: 'secretariat' }], { email: 'collega@example.org' });
    for (const [period, { id: personId }] of [
      ['2026-11-09', reader],
      ['2026-11-16', reader],
      ['2026-11-17', colleague],
    ] as const) {
      const times = { createdAt: '2026-11-16T06:00:00Z', nextTryAt: '2026-11-16T06:00:00Z' };
      await queueMail(store.db, { ...queued, ...times, personId, period, messageId: `<${period}@x>` });
    }
    await deliverQueued({ deps });
    const page = await (await before.someone([{ role: 'administrator' }])).get('/amministrazione/posta');
    expect(await page.text()).not.toContain('che aspettano');

    const after = await deskWorld({ secretKey, mailer, store });
    const admin = await after.someone([{ role: 'administrator' }], { email: 'ada@example.org' });
    const [first] = await listDeliveries(store.db, ['outbox'], 10);
    expect(await (await admin.get('/amministrazione/posta')).text()).toContain('Spedisci le 3 che aspettano');
    await admin.post('/amministrazione/posta/spedisci', { id: String(first?.id) });
    expect(mails).toHaveLength(1);
    await Promise.all([admin.post('/amministrazione/posta/spedisci'), admin.post('/amministrazione/posta/spedisci')]);
    await admin.post('/amministrazione/posta/spedisci', { id: String(first?.id) });
    expect(mails.map(({ messageId }) => messageId).sort()).toEqual([
      '<2026-11-09@x>',
      '<2026-11-16@x>',
      '<2026-11-17@x>',
    ]);
    await store.db.run(sql`update deliveries set state = 'stale', fault = 'newer' where id = ${first?.id}`);
    const shown = await (await admin.get('/amministrazione/posta')).text();
    expect(shown).toContain('superata');
    expect(shown).toContain('un riepilogo più recente la sostituisce');
    expect((await reader.post('/amministrazione/posta/spedisci')).status).toBe(403);
  });
});
