import { describe, expect, it } from 'vitest';
import { addMute, followTopic } from '../../../db/repositories/delivery/subscriptions.ts';
import { dossiers } from '../../../db/schema/index.ts';
import { deliverQueued } from '../../../src/services/delivery/deliver-queued.ts';
import { mailToken } from '../../../src/services/delivery/mail-tokens.ts';
import { unsubscribe } from '../../../src/services/delivery/preferences.ts';
import { prepareAlerts, previewAlerts } from '../../../src/services/delivery/prepare-alerts.ts';
import { aRound, aTopic } from '../../support/topics.ts';
import { deliveryWorld, dossierOf, fakeMailer, OLD, type World } from './world.ts';

const READ = '2026-11-24T04:15:00Z';
const LATER = '2026-11-24T05:20:00Z';
const VIEWER = { role: 'viewer' } as const;

const follow = ({ store }: World, personId: string, topicKey = OLD.key) =>
  followTopic(store.db, { personId, topicKey, followedAt: READ });
const moveDeadline = (world: World, key = OLD.key, at = READ) =>
  world.change(key, { field: 'deadlines', before: [['2027-01-28T16:00Z']], after: [['2027-02-11T16:00Z']] }, at);
const run = (world: World, at = LATER) => prepareAlerts({ deps: world.at(at) });

async function house() {
  const world = await deliveryWorld();
  return { world, person: await world.person([VIEWER]) };
}

describe('an alert', () => {
  it('tells who follows a call that its deadline moved, an hour after, and once', async () => {
    const { world, person } = await house();
    const stranger = await world.person([VIEWER]);
    await follow(world, person);
    await moveDeadline(world);
    expect(await run(world, '2026-11-24T05:10:00Z')).toEqual({ alerts: 0 });
    expect(await run(world)).toEqual({ alerts: 1 });
    expect(await run(world)).toEqual({ alerts: 0 });
    expect(await run(world, '2026-11-24T06:20:00Z')).toEqual({ alerts: 0 });
    const [mail, ...more] = await world.ledger();
    expect(more).toEqual([]);
    expect(mail).toMatchObject({ personId: person, kind: 'alert', reason: OLD.key });
    expect(mail?.subject).toBe('[Mobilità] OLD-1: cambia scadenza');
    expect(mail?.html).toContain('>Cambia scadenza</h1>');
    expect(mail?.text).toContain('28 gennaio 2027, 17:00 → 11 febbraio 2027, 17:00');
    expect(mail?.personId).not.toBe(stranger);
    world.store.close();
  });

  it('says that a watched call has opened, and until when', async () => {
    const { world, person } = await house();
    await follow(world, person);
    await world.change(OLD.key, { field: 'statedStatus', before: 'forthcoming', after: 'open' }, READ);
    await run(world);
    const [mail] = await world.ledger();
    expect(mail?.subject).toBe('[Mobilità] OLD-1: è aperto');
    expect(mail?.text).toContain('Scade giovedì 28 gennaio 2027, ore 17:00 (Bruxelles)');
    world.store.close();
  });

  it('is silent on what was undone within the hour, also when another call moved beside it', async () => {
    const { world, person } = await house();
    await world.topics([aTopic({ identifier: 'OTHER-1', title: 'Cities and water' })]);
    await follow(world, person);
    await follow(world, person, 'OTHER-1');
    await world.change(OLD.key, { field: 'budgetEur', before: [1], after: [2] }, READ);
    await world.change('OTHER-1', { field: 'budgetEur', before: [3], after: [4] }, '2026-11-24T04:30:00Z');
    await world.change(OLD.key, { field: 'budgetEur', before: [2], after: [1] }, '2026-11-24T05:05:00Z');
    for (const at of ['05:20', '06:20', '07:20']) await run(world, `2026-11-24T${at}:00Z`);
    expect((await world.ledger()).map(({ reason }) => reason)).toEqual(['OTHER-1']);
    world.store.close();
  });

  it('comes one by one for three calls, as one mail for four', async () => {
    for (const [calls, mails] of [
      [3, 3],
      [4, 1],
    ] as const) {
      const { world, person } = await house();
      const keys = Array.from({ length: calls }, (_, n) => `CALL-${n}`);
      await world.topics(keys.map((identifier) => aTopic({ identifier, title: 'Cities and their buses' })));
      for (const key of keys) {
        await follow(world, person, key);
        await moveDeadline(world, key);
      }
      expect(await run(world)).toEqual({ alerts: mails });
      const [mail] = await world.ledger();
      if (mails === 1) expect(mail?.subject).toBe('[Mobilità] 4 novità sui bandi che segui');
      world.store.close();
    }
  });

  it('comes to who has a part in a dossier of the call', async () => {
    const { world, person } = await house();
    await world.store.db.insert(dossiers).values(dossierOf(person));
    await moveDeadline(world);
    expect(await run(world)).toEqual({ alerts: 1 });
    world.store.close();
  });

  it.each([
    ['the call', 'topic', OLD.key, false, 0],
    ['the call, until it changes', 'topic', OLD.key, true, 1],
    ['its pillar', 'pillar', 'mobility', false, 0],
    ['another pillar', 'pillar', 'living', false, 1],
    ['alerts', 'kind', 'alert', false, 0],
    ['digests', 'kind', 'digest', false, 1],
  ] as const)('respects a mute of %s', async (_what, kind, value, untilChange, alerts) => {
    const { world, person } = await house();
    await follow(world, person);
    const mute = { personId: person, kind, value, untilChange, changeMark: 0, mutedAt: READ };
    await addMute(world.store.db, mute);
    await moveDeadline(world);
    expect(await run(world)).toEqual({ alerts });
    world.store.close();
  });

  it('obeys the later of two wishes: a pillar muted, and a call of it followed', async () => {
    for (const [mutedAt, followedAt, alerts] of [
      ['2026-11-23T08:00:00Z', '2026-11-23T09:00:00Z', 1],
      ['2026-11-23T09:00:00Z', '2026-11-23T08:00:00Z', 0],
    ] as const) {
      const { world, person } = await house();
      const mute = { personId: person, kind: 'pillar', value: 'mobility', untilChange: false, changeMark: 0 } as const;
      await addMute(world.store.db, { ...mute, mutedAt });
      await followTopic(world.store.db, { personId: person, topicKey: OLD.key, followedAt });
      await moveDeadline(world);
      expect(await run(world)).toEqual({ alerts });
      world.store.close();
    }
  });

  it('says nothing of a call that closed at its deadline, nor of what matters to nobody', async () => {
    const { world, person } = await house();
    const ended = aTopic({ identifier: 'ENDED', title: 'Cities', rounds: [aRound({ closesOn: '2026-11-23' })] });
    await world.topics([ended]);
    await follow(world, person);
    await follow(world, person, 'ENDED');
    await world.change('ENDED', { field: 'statedStatus', before: 'open', after: 'closed' }, READ);
    await world.change(OLD.key, { field: 'keywords', before: ['a'], after: ['b'], material: false }, READ);
    expect(await run(world)).toEqual({ alerts: 0 });
    world.store.close();
  });

  it('of two schedulers one writes', async () => {
    const { world, person } = await house();
    await follow(world, person);
    await moveDeadline(world);
    const both = await Promise.all([run(world), run(world)]);
    expect(both.map(({ alerts }) => alerts).sort()).toEqual([0, 1]);
    expect(await world.ledger()).toHaveLength(1);
    world.store.close();
  });

  it('begins with who comes: what moved before is not told', async () => {
    const { world } = await house();
    await moveDeadline(world);
    const late = await world.person([VIEWER]);
    await follow(world, late);
    expect(await run(world)).toEqual({ alerts: 0 });
    world.store.close();
  });

  it('carries its own way out: one click ends alerts and nothing else', async () => {
    const { mails, mailer } = fakeMailer();
    const world = await deliveryWorld({ mailer });
    const person = await world.person([VIEWER]);
    await follow(world, person);
    await moveDeadline(world);
    expect(await previewAlerts({ deps: world.at(LATER) })).toHaveLength(1);
    await run(world);
    await deliverQueued({ deps: world.at(LATER) });
    const token = mailToken(world.deps, { personId: person, kind: 'alert' });
    expect(mails[0]?.headers['List-Unsubscribe']).toContain(`/posta/${token}/annulla`);
    await unsubscribe({ deps: world.deps, input: { token } });
    await moveDeadline(world, OLD.key, '2026-11-25T04:15:00Z');
    expect(await run(world, '2026-11-25T05:20:00Z')).toEqual({ alerts: 0 });
    world.store.close();
  });
});
