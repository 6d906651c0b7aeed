import { Webhook } from 'standardwebhooks';
import { afterEach, describe, expect, it } from 'vitest';
import { writeTogether } from '../../../db/repositories/desk/write-together.ts';
import { findEndpoint } from '../../../db/repositories/webhooks/endpoints.ts';
import { recordEvents } from '../../../db/repositories/webhooks/events.ts';
import { webhookDeliveries, webhookEvents } from '../../../db/schema/index.ts';
import type { Person } from '../../../src/domain/desk/people/person.ts';
import { interestRequested, topicListed } from '../../../src/domain/webhook.ts';
import { nodeWebhookSender } from '../../../src/node/webhook-sender.ts';
import { recordArrivals } from '../../../src/services/delivery/record-arrivals.ts';
import type { Deps } from '../../../src/services/deps.ts';
import { deliverWebhooks } from '../../../src/services/webhooks/deliver-webhooks.ts';
import {
  addEndpoint,
  newSecret,
  removeEndpoint,
  switchEndpoint,
} from '../../../src/services/webhooks/manage-endpoints.ts';
import { readEndpoint } from '../../../src/services/webhooks/read-endpoints.ts';
import { replayDelivery } from '../../../src/services/webhooks/replay-delivery.ts';
import { BUSES, deliveryWorld } from '../delivery/world.ts';
import { type Door, openDoor } from './door.ts';

const ADMIN: Person = { id: 'admin', bodyId: null, grants: [{ role: 'administrator' }] };
const of = (body: string): Person => ({ id: `of-${body}`, bodyId: body, grants: [{ role: 'partner', body }] });
const EVENTS = ['topic.listed', 'topic.changed', 'dossier.decided', 'interest.requested'] as const;

const doors: Door[] = [];
afterEach(async () => {
  for (const door of doors.splice(0)) await door.close();
});

async function house(...answers: number[]) {
  const door = await openDoor(...answers);
  doors.push(door);
  const world = await deliveryWorld({ webhooks: nodeWebhookSender({ allowPrivate: true, timeoutMs: 2_000 }) });
  const { deps } = world;
  // What is there before the first partner asks is a baseline.
  await recordArrivals(deps);
  const [polimi, bocconi] = deps.profile.partners.slice(0, 2).map(({ id }) => id) as [string, string];
  const add = (partner: string, url = door.url, events: readonly (typeof EVENTS)[number][] = EVENTS) =>
    addEndpoint({ deps, person: ADMIN, input: { partner, url, events: [...events] } });
  return { world, deps, door, polimi, bocconi, add };
}

const tell = (deps: Deps, key: string) =>
  writeTogether(
    deps.db,
    recordEvents(deps.db, [
      topicListed(key, '2026-11-23T05:00:00Z', { primaryPillar: 'mobility', relevance: 0.8, nextDeadlineAt: null }),
    ]),
  );
/** As if so much time had passed: whatever waits is due. */
const makeDue = (deps: Deps) => deps.db.update(webhookDeliveries).set({ nextTryAt: '2020-01-01T00:00:00Z' });

describe('a webhook', () => {
  it('tells of a call that came onto the list, signed so that an independent library takes it, once', async () => {
    const { world, deps, door, polimi, add } = await house(204);
    const { secret } = await add(polimi);
    await world.topics([BUSES()]);
    await recordArrivals(deps);
    await recordArrivals(deps);
    expect(await deliverWebhooks({ deps })).toMatchObject({ delivered: 1, retry: 0 });
    expect(await deliverWebhooks({ deps })).toMatchObject({ delivered: 0 });
    expect(door.knocks).toHaveLength(1);
    const [knock] = door.knocks;
    const read = new Webhook(secret).verify(knock?.body ?? '', knock?.headers as Record<string, string>);
    expect(read).toMatchObject({
      type: 'topic.listed',
      data: {
        topic: 'NEW-MOBILITY',
        primaryPillar: 'mobility',
        links: { api: 'https://bandolo.example/api/v1/topics/NEW-MOBILITY' },
      },
    });
    world.store.close();
  });

  it('is tried again after a failure under the same id, with a signature of its own time', async () => {
    const { deps, door, polimi, add, world } = await house(500, 200);
    const { id, secret } = await add(polimi);
    await tell(deps, 'A');
    // The first pause is five seconds: the run waits for it.
    expect(await deliverWebhooks({ deps })).toMatchObject({ delivered: 1, retry: 1 });
    const [first, second] = door.knocks;
    expect(second?.headers['webhook-id']).toBe(first?.headers['webhook-id']);
    expect(Number(second?.headers['webhook-timestamp'])).toBeGreaterThan(Number(first?.headers['webhook-timestamp']));
    expect(() =>
      new Webhook(secret).verify(second?.body ?? '', second?.headers as Record<string, string>),
    ).not.toThrow();
    const { deliveries } = await readEndpoint({ deps, person: ADMIN, input: { id } });
    expect(deliveries[0]).toMatchObject({ ended: 'delivered', tries: 2 });
    expect(deliveries[0]?.answers.map(({ status }) => status)).toEqual([200, 500]);
    world.store.close();
  }, 20_000);

  it('is given up after a day of tries, and can be replayed by hand', async () => {
    const { deps, door, polimi, add, world } = await house(503);
    const { id } = await add(polimi);
    await tell(deps, 'A');
    const run = () => deliverWebhooks({ deps, input: { patienceMs: -1 } });
    await run();
    for (let n = 0; n < 7; n += 1) {
      await makeDue(deps);
      await run();
    }
    const given = await readEndpoint({ deps, person: ADMIN, input: { id } });
    expect(given.deliveries[0]).toMatchObject({ ended: 'given-up', tries: 8 });
    door.answers = [200];
    const delivery = given.deliveries[0]?.id ?? 0;
    expect(await replayDelivery({ deps, person: ADMIN, input: { id, delivery } })).toBe('delivered');
    expect(new Set(door.knocks.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    world.store.close();
  });

  it('ends for good with 410', async () => {
    const { deps, door, polimi, add, world } = await house(410);
    const { id } = await add(polimi);
    await tell(deps, 'A');
    await tell(deps, 'B');
    expect(await deliverWebhooks({ deps })).toMatchObject({ stopped: 1, delivered: 0 });
    expect(await findEndpoint(deps.db, id)).toMatchObject({ disabledFor: 'gone' });
    await tell(deps, 'C');
    await deliverWebhooks({ deps });
    expect(door.knocks).toHaveLength(1);
    // Who switches it on again is told what comes from then on.
    door.answers = [204];
    await switchEndpoint({ deps, person: ADMIN, input: { id, on: true } });
    await tell(deps, 'D');
    expect(await deliverWebhooks({ deps })).toMatchObject({ delivered: 1 });
    world.store.close();
  });

  it('follows no redirect', async () => {
    const { deps, door, polimi, add, world } = await house(307);
    await add(polimi);
    await tell(deps, 'A');
    expect(await deliverWebhooks({ deps, input: { patienceMs: -1 } })).toMatchObject({ delivered: 0, retry: 1 });
    expect(door.knocks.map(({ path }) => path)).toEqual(['/hook']);
    world.store.close();
  });

  it('goes to who asked for the event, and a partner’s own matter to that partner alone', async () => {
    const { deps, door, polimi, bocconi, add, world } = await house(204);
    const other = await openDoor(204);
    doors.push(other);
    await add(polimi);
    await add(bocconi, other.url, ['interest.requested']);
    await tell(deps, 'A');
    const at = '2026-11-23T05:00:00Z';
    const dossier = { id: 'd1', topicKey: null, bodies: [polimi] };
    const events = [interestRequested(dossier, { version: 2, closesOn: null, at })];
    await writeTogether(deps.db, recordEvents(deps.db, events));
    await deliverWebhooks({ deps });
    const types = (of: Door) => of.knocks.map(({ body }) => JSON.parse(body).type).sort();
    expect(types(door)).toEqual(['interest.requested', 'topic.listed']);
    expect(types(other)).toEqual([]);
    world.store.close();
  });

  it('is managed by its own partner and the administrator', async () => {
    const { deps, door, polimi, bocconi, add, world } = await house(204);
    const { id, secret } = await add(polimi);
    for (const work of [
      () => readEndpoint({ deps, person: of(bocconi), input: { id } }),
      () => newSecret({ deps, person: of(bocconi), input: { id } }),
      () => removeEndpoint({ deps, person: of(bocconi), input: { id } }),
      () =>
        addEndpoint({ deps, person: of(bocconi), input: { partner: polimi, url: door.url, events: ['topic.listed'] } }),
    ])
      await expect(work()).rejects.toMatchObject({ kind: 'forbidden' });
    expect(await newSecret({ deps, person: of(polimi), input: { id } })).not.toBe(secret);
    await tell(deps, 'A');
    await deliverWebhooks({ deps });
    const [knock] = door.knocks;
    expect(() => new Webhook(secret).verify(knock?.body ?? '', knock?.headers as Record<string, string>)).toThrow();
    await removeEndpoint({ deps, person: of(polimi), input: { id } });
    await expect(readEndpoint({ deps, person: ADMIN, input: { id } })).rejects.toMatchObject({ kind: 'not-found' });
    world.store.close();
  });

  it('keeps no secret in the store', async () => {
    const { deps, polimi, add, world } = await house(204);
    const { id, secret } = await add(polimi);
    const row = JSON.stringify(await findEndpoint(deps.db, id));
    expect(row).not.toContain(secret.replace('whsec_', ''));
    world.store.close();
  });

  it('of two schedulers each event is sent once', async () => {
    const { deps, door, polimi, add, world } = await house(204);
    await add(polimi);
    for (let n = 0; n < 12; n += 1) await tell(deps, `T-${n}`);
    await Promise.all([deliverWebhooks({ deps }), deliverWebhooks({ deps })]);
    await deliverWebhooks({ deps });
    expect(door.knocks).toHaveLength(12);
    expect(new Set(door.knocks.map(({ headers }) => headers['webhook-id'])).size).toBe(12);
    expect(await deps.db.$count(webhookEvents)).toBe(12);
    world.store.close();
  });
});

describe('the sender on Node', () => {
  const message = { headers: { 'content-type': 'application/json' }, body: '{}' };
  const answers = (address: string) => async () => [{ address, family: address.includes(':') ? 6 : 4 }];

  it.each(['127.0.0.1', '10.0.0.7', '169.254.169.254', '192.168.1.1', '::1', 'fd00::1', '::ffff:127.0.0.1'])(
    'does not knock where a name turns out to be %s',
    async (address) => {
      const sender = nodeWebhookSender({ allowPrivate: false, resolve: answers(address) });
      const answer = await sender.send({ url: 'https://hooks.example.org/x', ...message });
      expect(answer.status).toBeNull();
      expect(answer.fault).toContain('not on the public internet');
    },
  );

  it('refuses a name of which one address of several is private, and tells no partner which', async () => {
    const resolve = async () => [
      { address: '93.184.216.34', family: 4 },
      { address: '10.0.0.1', family: 4 },
    ];
    const sender = nodeWebhookSender({ allowPrivate: false, resolve });
    const { fault } = await sender.send({ url: 'https://hooks.example.org/', ...message });
    expect(fault).toBe('hooks.example.org is not on the public internet');
  });

  it('connects to the address that was checked, whatever the name says a moment later', async () => {
    const door = await openDoor(200);
    doors.push(door);
    let asked = 0;
    const resolve = async () => {
      asked += 1;
      return [{ address: '127.0.0.1', family: 4 }];
    };
    const sender = nodeWebhookSender({ allowPrivate: true, resolve });
    const url = door.url.replace('127.0.0.1', 'no-such-name.invalid');
    expect(await sender.send({ url, ...message })).toEqual({ status: 200, fault: null });
    expect(asked).toBe(1);
    expect(door.knocks[0]?.headers.host).toContain('no-such-name.invalid');
  });

  it.each([
    'https://user:pw@hooks.example.org/',
    'http://hooks.example.org/',
    'https://localhost/',
    'https://printer.local/',
    'https://2130706433/',
    'https://[::ffff:7f00:1]/',
    'https://0x7f.1/',
    'https://intranet/',
    'ftp://hooks.example.org/',
    'file:///etc/passwd',
    'no address',
  ])('refuses %s before it asks for the name', async (url) => {
    const resolve = () => Promise.reject(new Error('asked'));
    const answer = await nodeWebhookSender({ allowPrivate: false, resolve }).send({ url, ...message });
    expect(answer.status).toBeNull();
    expect(answer.fault).not.toBe('asked');
  });

  it('does not wait for ever for a door that never answers', async () => {
    const { createServer } = await import('node:net');
    const silent = createServer(() => undefined);
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const { port } = silent.address() as { port: number };
    const sender = nodeWebhookSender({ allowPrivate: true, timeoutMs: 200 });
    const answer = await sender.send({ url: `http://127.0.0.1:${port}/`, ...message });
    expect(answer).toEqual({ status: null, fault: 'no answer within 200 ms' });
    silent.close();
  });
});
