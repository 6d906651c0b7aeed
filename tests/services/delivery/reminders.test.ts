import { describe, expect, it } from 'vitest';
import { addMute } from '../../../db/repositories/delivery/subscriptions.ts';
import { dossiers } from '../../../db/schema/index.ts';
import { prepareReminders } from '../../../src/services/delivery/prepare-reminders.ts';
import { deliveryWorld, dossierOf, OLD, type World } from './world.ts';

/** The call closes on 28 January 2027 at 17:00 in Brussels. */
const at = (day: string, hour = '08:00') => `${day}T${hour}:00Z`;

async function house(state: 'in-preparation' | 'submitted' | 'contrary' = 'in-preparation') {
  const world = await deliveryWorld();
  const owner = await world.person([{ role: 'viewer' }]);
  const stranger = await world.person([{ role: 'group-member', group: 'living' }]);
  await world.store.db.insert(dossiers).values(dossierOf(owner, state));
  return { ...world, owner, stranger };
}

const reminded = async (world: World, ...instants: string[]) => {
  let queued = 0;
  for (const instant of instants) queued += (await prepareReminders({ deps: world.at(instant) })).queued;
  return queued;
};

describe('a reminder', () => {
  it('comes on its six days and on no other, once, whoever runs it again', async () => {
    const world = await house();
    const days = Array.from({ length: 75 }, (_, n) => new Date(Date.UTC(2026, 10, 20 + n)).toISOString().slice(0, 10));
    await reminded(world, ...days.flatMap((day) => [at(day, '04:00'), at(day), at(day, '09:00')]));
    const mails = await world.ledger();
    expect(new Set(mails.map(({ personId }) => personId))).toEqual(new Set([world.owner]));
    expect(mails.map(({ period }) => Number(period.split('/')[1])).sort((a, b) => b - a)).toEqual([
      60, 30, 14, 7, 2, 0,
    ]);
    expect(mails.at(-1)?.text).toContain('avviare gli atti');
    world.store.close();
  });

  it.each(['submitted', 'contrary'] as const)('does not come for a dossier that is %s', async (state) => {
    const world = await house(state);
    expect(await reminded(world, at('2027-01-21'))).toBe(0);
    world.store.close();
  });

  it('does not come to who muted reminders, or the call', async () => {
    for (const [kind, value] of [
      ['kind', 'reminder'],
      ['topic', OLD.key],
    ] as const) {
      const world = await house();
      await addMute(world.store.db, {
        personId: world.owner,
        kind,
        value,
        untilChange: false,
        changeMark: 0,
        mutedAt: at('2027-01-01'),
      });
      expect(await reminded(world, at('2027-01-21'))).toBe(0);
      world.store.close();
    }
  });
});
