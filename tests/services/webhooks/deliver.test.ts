import { Webhook } from 'standardwebhooks';
import { describe, expect, it } from 'vitest';
import { webhookDeliveries } from '../../../db/schema/index.ts';
import type { Person } from '../../../src/domain/desk/people/person.ts';
import type { WebhookAnswer, WebhookSender } from '../../../src/domain/ports.ts';
import { recordArrivals } from '../../../src/services/delivery/record-arrivals.ts';
import type { Deps } from '../../../src/services/deps.ts';
import { deliverWebhooks } from '../../../src/services/webhooks/deliver-webhooks.ts';
import { addEndpoint } from '../../../src/services/webhooks/manage-endpoints.ts';
import { readEndpoint } from '../../../src/services/webhooks/read-endpoints.ts';
import { replayDelivery } from '../../../src/services/webhooks/replay-delivery.ts';
import { BUSES, deliveryWorld } from '../delivery/world.ts';

const ADMIN: Person = { id: 'admin', bodyId: null, grants: [{ role: 'administrator' }] };

/** A house whose sender notes what it is given and answers as told, the last answer again and again. */
async function house(...answers: WebhookAnswer['status'][]) {
  const sent: Parameters<WebhookSender['send']>[0][] = [];
  const webhooks: WebhookSender = {
    allowsPrivate: false,
    send: async (request) => {
      sent.push(request);
      const status = (answers.length > 1 ? answers.shift() : answers[0]) ?? null;
      return status === null ? { status, fault: 'nobody answers' } : { status, fault: null };
    },
  };
  const world = await deliveryWorld({ webhooks });
  await recordArrivals(world.deps);
  const [partner] = world.deps.profile.partners.map(({ id }) => id);
  const input = { partner: partner ?? '', url: 'https://hooks.example.org/x', events: ['topic.listed' as const] };
  const { id, secret } = await addEndpoint({ deps: world.deps, person: ADMIN, input });
  const list = async (many: number) => {
    const keys = Array.from({ length: many }, (_, n) => `B-${n}`);
    await world.topics(keys.map((key) => ({ ...BUSES(), key, identifier: key })));
    await recordArrivals(world.deps);
  };
  return { world, deps: world.deps, sent, id, secret, list };
}

const run = (deps: Deps) => deliverWebhooks({ deps, input: { patienceMs: -1 } });
const makeDue = (deps: Deps) => deps.db.update(webhookDeliveries).set({ nextTryAt: '2020-01-01T00:00:00Z' });

describe('the delivery of webhooks, with whatever sender an engine has', () => {
  it('signs each event as an independent library reads it, and hands it over once', async () => {
    const { world, deps, sent, secret, list } = await house(204);
    await list(2);
    expect(await run(deps)).toMatchObject({ delivered: 2, retry: 0 });
    expect(await run(deps)).toMatchObject({ delivered: 0 });
    const told = sent.map(({ headers, body }) => new Webhook(secret).verify(body, headers));
    expect(told).toMatchObject([{ data: { topic: 'B-0' } }, { data: { topic: 'B-1' } }]);
    world.store.close();
  });

  it('tells of a burst call by call: a machine keeps a list, and would miss what a mail only counts', async () => {
    const { world, deps, sent, list } = await house(204);
    await list(61);
    expect(await run(deps)).toMatchObject({ delivered: 61 });
    expect(new Set(sent.map(({ headers }) => headers['webhook-id'])).size).toBe(61);
    world.store.close();
  });

  it('leaves the rest of a burst to the next run where its time is up', async () => {
    const { world, deps, sent, list } = await house(204);
    await list(61);
    const budget = { isUsed: () => sent.length >= 5 };
    expect(await run({ ...deps, budget })).toMatchObject({ delivered: 5 });
    expect(await run(deps)).toMatchObject({ delivered: 56 });
    world.store.close();
  });

  it('tries a shut door again, later each time, and gives up after a day; a hand replays it', async () => {
    const { world, deps, sent, id, list } = await house(503, null, 503, 503, 503, 503, 503, 503, 200);
    await list(1);
    const pauses: number[] = [];
    for (let n = 0; n < 8; n += 1) {
      await run(deps);
      const [row] = await deps.db.select().from(webhookDeliveries);
      pauses.push(Math.round((Date.parse(row?.nextTryAt ?? '') - Date.now()) / 1000));
      await makeDue(deps);
    }
    expect(pauses.slice(0, 7).reduce((sum, pause) => sum + pause, 0)).toBeGreaterThan(23 * 3600);
    expect(pauses.slice(0, 6)).toEqual([...pauses.slice(0, 6)].sort((a, b) => a - b));
    const { deliveries } = await readEndpoint({ deps, person: ADMIN, input: { id } });
    expect(deliveries).toMatchObject([{ ended: 'given-up', tries: 8 }]);
    expect(deliveries[0]?.answers.map(({ status }) => status)).toEqual([503, 503, 503, 503, 503, 503, null, 503]);
    const delivery = deliveries[0]?.id ?? 0;
    expect(await replayDelivery({ deps, person: ADMIN, input: { id, delivery } })).toBe('delivered');
    expect(new Set(sent.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    world.store.close();
  });

  it('ends an endpoint that answers 410, and follows no redirect', async () => {
    const moved = await house(301);
    await moved.list(1);
    expect(await run(moved.deps)).toMatchObject({ delivered: 0, retry: 1 });
    const gone = await house(410);
    await gone.list(3);
    expect(await run(gone.deps)).toMatchObject({ stopped: 1 });
    await makeDue(gone.deps);
    expect(await run(gone.deps)).toMatchObject({ delivered: 0, retry: 0 });
    expect(gone.sent).toHaveLength(1);
    for (const { world } of [moved, gone]) world.store.close();
  });
});
