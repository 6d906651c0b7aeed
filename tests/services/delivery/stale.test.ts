import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import {
  addMute,
  followTopic,
  unfollowTopic,
  updateSubscription,
} from '../../../db/repositories/delivery/subscriptions.ts';
import { countMissing, SCANS_TO_WITHDRAW } from '../../../db/repositories/live-topics.ts';
import { insertGrant, revokeGrantsOf } from '../../../db/repositories/people.ts';
import { dossiers } from '../../../db/schema/index.ts';
import type { StaleReason } from '../../../src/domain/delivery.ts';
import { deliverQueued } from '../../../src/services/delivery/deliver-queued.ts';
import { sendOutbox } from '../../../src/services/delivery/outbox.ts';
import { prepareAlerts } from '../../../src/services/delivery/prepare-alerts.ts';
import { prepareDigests } from '../../../src/services/delivery/prepare-digests.ts';
import { prepareReminders } from '../../../src/services/delivery/prepare-reminders.ts';
import { setDisabled } from '../../../src/services/people/manage-person.ts';
import { erasePerson } from '../../../src/services/people/privacy.ts';
import { aTopic } from '../../support/topics.ts';
import { BUSES, deliveryWorld, dossierOf, fakeMailer, HEAT, OLD, type World } from './world.ts';

const MONDAY = '2026-11-23T06:05:00Z';
const VIEWER = { role: 'viewer' } as const;
/** Days after that Monday, at nine in Rome. */
const later = (days: number) =>
  new Date(Date.parse('2026-11-23T08:00:00Z') + days * 86_400_000).toISOString().replace('.000Z', 'Z');

/** A house without mail in which a person waits for one mail of a kind. */
async function waiting(kind: 'digest' | 'alert' | 'reminder') {
  const world = await deliveryWorld();
  const person = await world.person([VIEWER]);
  if (kind === 'digest') {
    await world.topics([BUSES()]);
    await prepareDigests({ deps: world.at(MONDAY) });
  } else if (kind === 'alert') {
    await followTopic(world.store.db, { personId: person, topicKey: OLD.key, followedAt: MONDAY });
    await world.change(OLD.key, { field: 'budgetEur', before: [1], after: [2] }, '2026-11-23T04:00:00Z');
    await prepareAlerts({ deps: world.at(MONDAY) });
  } else {
    await world.store.db.insert(dossiers).values(dossierOf(person));
    await prepareReminders({ deps: world.at(later(6)) });
  }
  await deliverQueued({ deps: world.at(later(0)) });
  expect(await world.ledger()).toMatchObject([{ kind, state: 'outbox', personId: person }]);
  return { world, person };
}

async function release(world: World, at: string, id: number | null = null) {
  const { mails, mailer } = fakeMailer();
  const counts = await sendOutbox({ deps: { ...world.at(at), mailer }, input: { id } });
  return { mails, counts };
}

type Act = (world: World, person: string) => unknown;
const mute =
  (kind: 'kind' | 'topic' | 'pillar', value: string): Act =>
  ({ store }, personId) =>
    addMute(store.db, { personId, kind, value, untilChange: false, changeMark: 0, mutedAt: later(1) });
const shutOut: Act = ({ deps }, person) => setDisabled({ deps, input: { by: null, person, disabled: true } });
const roleLost =
  (at: string): Act =>
  ({ store }, person) =>
    revokeGrantsOf(store.db, person, null, at);
const dossierIs =
  (set: Partial<typeof dossiers.$inferInsert>): Act =>
  ({ store }) =>
    store.db.update(dossiers).set(set);
const withdrawn: Act = async ({ store }) => {
  for (let n = 0; n < SCANS_TO_WITHDRAW; n += 1) {
    const [missed] = countMissing(store.db, [OLD.key], later(1));
    if (missed !== undefined) await store.db.batch([missed]);
  }
};

describe('a mail that waited', () => {
  it.each<['digest' | 'alert' | 'reminder', string, number, Act, StaleReason | null]>([
    ['digest', 'nothing has happened', 2, () => undefined, null],
    [
      'digest',
      'digests are off',
      2,
      ({ store }, id) => updateSubscription(store.db, id, { frequency: 'off' }),
      'unsubscribed',
    ],
    ['digest', 'digests are muted', 2, mute('kind', 'digest'), 'unsubscribed'],
    ['digest', 'only reminders are muted', 2, mute('kind', 'reminder'), null],
    ['digest', 'the person was shut out', 2, shutOut, 'no-address'],
    ['digest', 'a role was taken from the person', 2, roleLost(later(1)), 'lost-role'],
    ['digest', 'a role had been taken before it was written', 2, roleLost('2026-11-20T09:00:00Z'), null],
    ['digest', 'three weeks have passed', 21, () => undefined, 'late'],
    ['alert', 'nothing has happened', 2, () => undefined, null],
    ['alert', 'alerts are muted', 2, mute('kind', 'alert'), 'unsubscribed'],
    ['alert', 'the call is muted', 2, mute('topic', OLD.key), 'muted'],
    ['alert', 'its pillar is muted', 2, mute('pillar', 'mobility'), 'muted'],
    [
      'alert',
      'it is followed no more',
      2,
      ({ store }, personId) => unfollowTopic(store.db, { personId, topicKey: OLD.key }),
      'no-part',
    ],
    ['alert', 'the call was withdrawn', 2, withdrawn, 'withdrawn'],
    [
      'alert',
      'the call is closed',
      2,
      ({ store }) => store.db.run(sql`update topics set stated_status = 'closed', stated_since = ${later(1)}`),
      'over',
    ],
    ['reminder', 'nothing has happened', 7, () => undefined, null],
    ['reminder', 'reminders are muted', 7, mute('kind', 'reminder'), 'unsubscribed'],
    ['reminder', 'the call is muted', 7, mute('topic', OLD.key), 'muted'],
    ['reminder', 'the dossier was handed to somebody else', 7, dossierIs({ ownerId: 'somebody' }), 'no-part'],
    ['reminder', 'the dossier was submitted', 7, dossierIs({ state: 'submitted' }), 'ended'],
    [
      'reminder',
      'the deadline was moved',
      7,
      ({ store }) => store.db.run(sql`update rounds set deadlines = '[{"at":"2027-02-11T16:00:00Z"}]'`),
      'moved',
    ],
    ['reminder', 'ten days have passed', 16, () => undefined, 'late'],
    ['reminder', 'the deadline has passed', 90, () => undefined, 'over'],
  ])('a %s, where %s (%i days later)', async (kind, _what, days, act, reason) => {
    const { world, person } = await waiting(kind);
    await act(world, person);
    const { mails, counts } = await release(world, later(days));
    expect(counts).toMatchObject(reason === null ? { sent: 1, stale: 0 } : { sent: 0, stale: 1, bounced: 0 });
    expect(mails).toHaveLength(reason === null ? 1 : 0);
    expect(await world.ledger()).toMatchObject([
      reason === null ? { state: 'sent' } : { state: 'stale', fault: reason },
    ]);
    // Dropped is dropped: no later press sends it, not even one that asks for it.
    const [{ id } = { id: 0 }] = await world.ledger();
    expect((await release(world, later(days), id)).mails).toEqual([]);
    world.store.close();
  });

  it('for somebody erased leaves no trace but a line in the log', async () => {
    const { world, person } = await waiting('digest');
    await world.person([{ role: 'administrator' }]);
    const told: object[] = [];
    const log = { ...world.deps.log, info: (fields: object) => void told.push(fields) };
    await erasePerson({ deps: world.deps, input: { person, by: null } });
    const { mailer, mails } = fakeMailer();
    await sendOutbox({ deps: { ...world.at(later(1)), log, mailer }, input: { id: null } });
    expect([mails, (await world.ledger()).filter(({ personId }) => personId === person)]).toEqual([[], []]);
    expect(told).toContainEqual({ mails: 1 });
    world.store.close();
  });

  it('tells with the next digest what one dropped for a lost role would have told of calls', async () => {
    const { world, person } = await waiting('digest');
    await roleLost(later(1))(world, person);
    expect((await release(world, later(2))).counts).toMatchObject({ sent: 0, stale: 1 });
    await insertGrant(world.store.db, person, VIEWER, null, later(3));
    await prepareDigests({ deps: world.at('2026-11-30T06:05:00Z') });
    const { mailer, mails } = fakeMailer();
    await deliverQueued({ deps: { ...world.at('2026-11-30T06:05:00Z'), mailer } });
    expect(mails.map(({ text }) => text.includes(BUSES().title))).toEqual([true]);
    world.store.close();
  });

  it('is no longer a digest of months where a house has no mail: after three weeks a call is no news', async () => {
    const { world } = await waiting('digest');
    for (const week of [1, 2, 3, 4]) {
      await world.topics([aTopic({ identifier: `NEW-WEEK-${week}`, title: `Cities and their week ${week}` })]);
      await prepareDigests({ deps: world.at(later(7 * week)) });
      await deliverQueued({ deps: world.at(later(7 * week)) });
    }
    const { mails } = await release(world, later(29));
    const titles = [BUSES().title, ...[1, 2, 3, 4].map((week) => `Cities and their week ${week}`)];
    expect(mails.map(({ text }) => titles.map((title) => text.includes(title)))).toEqual([
      [false, false, true, true, true],
    ]);
    world.store.close();
  });

  it('is one digest, the last, which tells what those before it did not', async () => {
    const { world } = await waiting('digest');
    await world.topics([HEAT()]);
    await prepareDigests({ deps: world.at('2026-11-30T06:05:00Z') });
    await deliverQueued({ deps: world.at('2026-11-30T06:05:00Z') });
    const { mails, counts } = await release(world, later(8));
    expect(counts).toMatchObject({ released: 1, sent: 1 });
    expect(mails.map(({ text }) => [HEAT(), BUSES()].map(({ title }) => text.includes(title)))).toEqual([[true, true]]);
    expect((await world.ledger()).map(({ state, fault }) => [state, fault])).toEqual([
      ['sent', null],
      ['stale', 'newer'],
    ]);
    world.store.close();
  });
});
