import { spawnSync } from 'node:child_process';
import type { AddressInfo } from 'node:net';
import { hostname } from 'node:os';
import { sql } from 'drizzle-orm';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { afterEach, describe, expect, it } from 'vitest';
import { claimNext, markHanded } from '../../../db/repositories/delivery/ledger.ts';
import { readOwn, updateSubscription } from '../../../db/repositories/delivery/subscriptions.ts';
import type { Mailer } from '../../../src/domain/ports.ts';
import { smtpMailer } from '../../../src/node/smtp-mailer.ts';
import { nodeWorkplace } from '../../../src/node/workplace.ts';
import { realNow } from '../../../src/services/access/real-time.ts';
import { deliverQueued } from '../../../src/services/delivery/deliver-queued.ts';
import { sendOutbox } from '../../../src/services/delivery/outbox.ts';
import { lastPeriod } from '../../../src/services/delivery/period.ts';
import { prepareDigests } from '../../../src/services/delivery/prepare-digests.ts';
import { aTopic } from '../../support/topics.ts';
import { BUSES, deliveryWorld, fakeMailer, HEAT, type World } from './world.ts';

const SECRETARIAT = { role: 'secretariat' } as const;
let server: SMTPServer | undefined;
afterEach(() => new Promise<void>((resolve) => (server === undefined ? resolve() : server.close(() => resolve()))));

/** A real mail server that keeps what it gets, and refuses whom it is told to. */
async function mailServer(refuse: Record<string, number> = {}, hangUp = false) {
  const mails: ParsedMail[] = [];
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo({ address }, _session, done) {
      const code = refuse[address];
      done(code === undefined ? undefined : Object.assign(new Error('no such box'), { responseCode: code }));
    },
    onData(stream, _session, done) {
      simpleParser(stream).then((mail) => {
        mails.push(mail);
        // Taken, and the connection breaks before the answer.
        if (hangUp) for (const connection of server?.connections ?? []) connection._socket.destroy();
        else done();
      }, done);
    },
  });
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return { mails, mailer: smtpMailer({ url: `smtp://127.0.0.1:${port}`, from: 'Bandolo <b@bandolo.example>' }) };
}

const muteDigests = ({ store }: World, person: string) => updateSubscription(store.db, person, { frequency: 'off' });

describe('by SMTP', () => {
  it('one mail a person over many pillars, each in their language, with its way out', async () => {
    const { mails, mailer } = await mailServer();
    const world = await deliveryWorld({ mailer });
    await world.person([SECRETARIAT]);
    await world.person([SECRETARIAT], { language: 'en' });
    await world.topics([BUSES(), HEAT()]);
    await prepareDigests({ deps: world.deps });
    expect(await deliverQueued({ deps: world.deps })).toMatchObject({ sent: 2, retry: 0, bounced: 0 });
    expect(await deliverQueued({ deps: world.deps })).toMatchObject({ sent: 0 });
    expect(mails.map(({ subject }) => subject).sort()).toEqual(
      ['[Environment] 2 new calls', '[Ambiente] 2 nuovi bandi'].sort(),
    );
    for (const mail of mails) {
      expect(mail.text).toContain('NEW-ENERGY');
      expect(mail.html).toContain('NEW-MOBILITY');
      const list = mail.headerLines.find(({ key }) => key === 'list-unsubscribe')?.line ?? '';
      expect(list).toMatch(/<https:\/\/bandolo\.example\/posta\/[^>]+\/annulla>/);
      expect(mail.headerLines.find(({ key }) => key === 'list-unsubscribe-post')?.line).toContain(
        'List-Unsubscribe=One-Click',
      );
    }
    world.store.close();
  });

  it('a refused address stops and the administrator is told; a greylisting is tried again', async () => {
    const { mails, mailer } = await mailServer({ 'gone@example.org': 550, 'slow@example.org': 451 });
    const world = await deliveryWorld({ mailer });
    await world.person([SECRETARIAT], { email: 'gone@example.org' });
    await world.person([SECRETARIAT], { email: 'slow@example.org' });
    await world.person([{ role: 'administrator' }], { email: 'admin@example.org' });
    await world.topics([BUSES()]);
    await prepareDigests({ deps: world.deps });
    expect(await deliverQueued({ deps: world.deps })).toMatchObject({ bounced: 1, retry: 1, sent: 2 });
    expect(mails.map(({ subject }) => subject)).toContain('Una e-mail di Bandolo è tornata indietro: Persona 1');
    await world.topics([HEAT()]);
    await prepareDigests({ deps: world.at('2026-11-30T06:02:00Z') });
    const next = (await world.ledger()).filter(({ period }) => period === '2026-11-30');
    expect(next.map(({ personId }) => personId).sort()).toEqual(['person-2', 'person-3']);
    world.store.close();
  });
});

describe('whatever happens', () => {
  it('two schedulers prepare and send each mail once', async () => {
    const { mails, mailer } = fakeMailer();
    const world = await deliveryWorld({ mailer });
    for (let n = 0; n < 5; n += 1) await world.person([SECRETARIAT]);
    await world.topics([BUSES()]);
    await Promise.all([prepareDigests({ deps: world.deps }), prepareDigests({ deps: world.deps })]);
    await Promise.all([deliverQueued({ deps: world.deps }), deliverQueued({ deps: world.deps })]);
    expect(mails.map(({ to }) => to).sort()).toEqual([1, 2, 3, 4, 5].map((n) => `persona${n}@example.org`));
    world.store.close();
  });

  it('a process that dies between ledger and server leaves the mail to the next, under the same id', async () => {
    const { mails, mailer } = fakeMailer();
    const world = await deliveryWorld({ mailer });
    await world.person([SECRETARIAT]);
    await world.topics([BUSES()]);
    await prepareDigests({ deps: world.deps });
    const { pid } = spawnSync('true');
    const now = realNow();
    const dead = await claimNext(world.store.db, {
      holder: `${hostname()}:${pid}:dead`,
      now,
      until: '2999-01-01T00:00:00Z',
      dead: [],
    });
    expect(await deliverQueued({ deps: { ...world.deps, workplace: nodeWorkplace } })).toMatchObject({ sent: 1 });
    expect(mails[0]?.messageId).toBe(dead?.messageId);
    world.store.close();
  });

  it('a claim of a living process elsewhere is left alone until it runs out', async () => {
    const { mails, mailer } = fakeMailer();
    const world = await deliveryWorld({ mailer });
    await world.person([SECRETARIAT]);
    await world.topics([BUSES()]);
    await prepareDigests({ deps: world.deps });
    const now = realNow();
    await claimNext(world.store.db, { holder: 'elsewhere:1:x', now, until: '2999-01-01T00:00:00Z', dead: [] });
    expect(await deliverQueued({ deps: world.deps })).toMatchObject({ sent: 0 });
    expect(mails).toEqual([]);
    world.store.close();
  });

  it('a mailer that throws loses nothing', async () => {
    const world = await deliveryWorld({ mailer: { send: () => Promise.reject(new Error('it died')) } });
    await world.person([SECRETARIAT]);
    await world.topics([BUSES()]);
    await prepareDigests({ deps: world.deps });
    expect(await deliverQueued({ deps: world.deps })).toMatchObject({ retry: 1 });
    expect((await world.ledger())[0]).toMatchObject({ state: 'retry', tries: 1, fault: 'Error: it died' });
    world.store.close();
  });

  it('a server that takes a mail and breaks off leaves it in doubt: not sent again but by hand', async () => {
    const { mails, mailer } = await mailServer({}, true);
    const world = await deliveryWorld({ mailer });
    const person = await world.person([SECRETARIAT]);
    await world.person([{ role: 'administrator' }], { email: 'admin@example.org' });
    await muteDigests(world, 'person-2');
    await world.topics([BUSES()]);
    await prepareDigests({ deps: world.deps });
    expect(await deliverQueued({ deps: world.deps })).toMatchObject({ sent: 0, doubtful: 1 });
    const [notice, mail] = await world.ledger();
    expect(mail).toMatchObject({ personId: person, state: 'doubtful' });
    expect(notice).toMatchObject({ kind: 'notice', personId: 'person-2', state: 'queued' });
    expect(notice?.subject).toBe('Una e-mail di Bandolo è in dubbio: Persona 1');

    const later = fakeMailer();
    const deps = { ...world.deps, mailer: later.mailer };
    await deliverQueued({ deps });
    expect(later.mails.map(({ to }) => to)).toEqual(['admin@example.org']);
    await sendOutbox({ deps, input: { id: mail?.id ?? 0 } });
    expect(later.mails[1]?.messageId).toBe(mails[0]?.messageId);
    world.store.close();
  });

  it('a process that died after the last line puts the mail before the administrators, and sends it to nobody', async () => {
    const { mails, mailer } = fakeMailer();
    const world = await deliveryWorld({ mailer });
    await world.person([SECRETARIAT]);
    await world.topics([BUSES()]);
    await prepareDigests({ deps: world.deps });
    const { pid } = spawnSync('true');
    const claim = { holder: `${hostname()}:${pid}:dead`, now: realNow(), until: '2999-01-01T00:00:00Z', dead: [] };
    const held = await claimNext(world.store.db, claim);
    if (held !== null) await markHanded(world.store.db, held, '2999-01-01T00:00:00Z');
    expect(await deliverQueued({ deps: world.deps })).toMatchObject({ sent: 0, doubtful: 0 });
    const deps = { ...world.deps, workplace: nodeWorkplace };
    expect(await deliverQueued({ deps })).toMatchObject({ sent: 0, doubtful: 1 });
    expect(await deliverQueued({ deps })).toMatchObject({ sent: 0, doubtful: 0 });
    expect(mails).toEqual([]);
    expect(await world.ledger()).toMatchObject([{ state: 'doubtful' }]);
    world.store.close();
  });

  it('a process that slept while another took its mail says no last line: the server accepts nothing', async () => {
    const { mails, mailer } = await mailServer();
    const world = await deliveryWorld();
    await world.person([SECRETARIAT]);
    await world.topics([BUSES()]);
    await prepareDigests({ deps: world.deps });
    const lost = async () => {
      await world.store.db.run(sql`update deliveries set claimed_by = 'elsewhere:1:x'`);
    };
    const slow: Mailer = {
      send: (mail, handOver) =>
        mailer.send(mail, async () => {
          await lost();
          await handOver?.();
        }),
    };
    expect(await deliverQueued({ deps: { ...world.deps, mailer: slow } })).toMatchObject({ sent: 0 });
    expect(mails).toEqual([]);
    expect(await world.ledger()).toMatchObject([{ state: 'sending', claimedBy: 'elsewhere:1:x' }]);
    world.store.close();
  });

  it('a server that is down for two days is given up; the person is still written to', async () => {
    const { mailer } = fakeMailer(() => ({ outcome: 'retry', reason: 'down' }));
    const world = await deliveryWorld({ mailer });
    const person = await world.person([SECRETARIAT]);
    await world.person([{ role: 'administrator' }], { email: 'admin@example.org' });
    await muteDigests(world, 'person-2');
    await world.topics([BUSES()]);
    await prepareDigests({ deps: world.deps });
    await tryInVain(world);
    const mails = await world.ledger();
    expect(mails.find(({ kind }) => kind === 'digest')).toMatchObject({ state: 'given-up', tries: 6 });
    expect(mails.find(({ kind }) => kind === 'notice')?.subject).toContain('non è partita');
    expect((await readOwn(world.store.db, person)).row?.bouncedAt).toBeNull();
    world.store.close();
  });

  it('what was given up is told by the next digest, and only by that', async () => {
    let isDown = true;
    const { mails, mailer } = fakeMailer(() => (isDown ? { outcome: 'retry', reason: 'down' } : { outcome: 'sent' }));
    const world = await deliveryWorld({ mailer });
    await world.person([SECRETARIAT]);
    await world.topics([BUSES()]);
    await prepareDigests({ deps: world.deps });
    await tryInVain(world);
    isDown = false;
    mails.length = 0;
    for (const [monday, topic] of [
      ['2026-11-30', HEAT()],
      ['2026-12-07', WATER],
    ] as const) {
      await world.topics([topic]);
      await prepareDigests({ deps: world.at(`${monday}T06:02:00Z`) });
      await deliverQueued({ deps: world.at(`${monday}T06:05:00Z`) });
    }
    const told = mails.map(({ text }) => [BUSES(), HEAT(), WATER].map(({ title }) => text.includes(title)));
    expect(told).toEqual([
      [true, true, false],
      [false, false, true],
    ]);
    const states = (await world.ledger())
      .filter(({ kind }) => kind === 'digest')
      .map(({ state, fault }) => [state, fault]);
    expect(states).toEqual([
      ['sent', null],
      ['sent', null],
      ['stale', 'newer'],
    ]);
    world.store.close();
  });

  it('without mail it waits for the administrator', async () => {
    const world = await deliveryWorld();
    await world.person([SECRETARIAT]);
    await world.topics([BUSES()]);
    await prepareDigests({ deps: world.deps });
    expect(await deliverQueued({ deps: world.deps })).toMatchObject({ outbox: 1 });
    world.store.close();
  });
});

const WATER = aTopic({ identifier: 'NEW-WATER', title: 'Cities and their water mains' });

/** As often as a mail is tried, each time as if its pause were over. */
async function tryInVain(world: World) {
  for (let n = 0; n < 7; n += 1) {
    await world.store.db.run(sql`update deliveries set next_try_at = '2020-01-01T00:00:00Z'`);
    await deliverQueued({ deps: world.deps });
  }
}

describe('seven o’clock in Rome', () => {
  it.each([
    ['in summer', '2026-10-19T05:00:00Z', '2026-10-19'],
    ['a second before', '2026-10-19T04:59:59Z', '2026-10-12'],
    ['the Monday after the clocks went back', '2026-10-26T05:30:00Z', '2026-10-19'],
    ['the same at its hour', '2026-10-26T06:00:00Z', '2026-10-26'],
    ['the Monday after they went forward', '2027-03-29T05:00:00Z', '2027-03-29'],
    ['over the new year', '2027-01-01T12:00:00Z', '2026-12-28'],
  ])('%s', (_when, now, period) => {
    expect(lastPeriod('weekly', now).period).toBe(period);
  });

  it('sends one digest a week over both clock changes, hour by hour', () => {
    const periods = new Set<string>();
    for (let at = Date.parse('2026-10-19T05:00:00Z'); at < Date.parse('2026-11-02T06:00:00Z'); at += 3_600_000)
      periods.add(lastPeriod('weekly', `${new Date(at).toISOString().slice(0, 19)}Z`).period);
    expect([...periods]).toEqual(['2026-10-19', '2026-10-26']);
  });
});
