import { type SQL, sql } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { writeTogether } from '../../db/repositories/desk/write-together.ts';
import { cityAnswers, dossierEvents, votes } from '../../db/schema/index.ts';
import type { Db } from '../../db/store.ts';
import { emptyStore } from '../support/store.ts';

const AT = '2026-11-22T09:00:00Z';
const EVENT = {
  dossierId: 'd',
  version: 2,
  step: 'assign',
  fromState: 'found',
  toState: 'assigned',
  by: 'anna',
  at: AT,
} as const;
const ANSWER = { offerId: 'o', city: 'genova', at: AT, answer: 'interested', role: 'follower' } as const;
const VOTE = { sittingId: 's', agendaItemId: '1', member: 'bea', voice: 'favourable', castBy: 'bea', at: AT } as const;

let db: Db;
beforeEach(async () => {
  ({ db } = await emptyStore());
  await db.insert(dossierEvents).values({ ...EVENT, reason: 'Lo chiede Rita Legge' });
  await db.insert(cityAnswers).values({ ...ANSWER, author: 'Rita Legge', note: null });
  await db.insert(votes).values(VOTE);
});

const refused = (statement: SQL) =>
  expect(db.run(statement)).rejects.toSatisfy((error: Error) => `${error.cause ?? error}`.includes('append-only'));

describe('history', () => {
  it('is not written over by a row in its own place', async () => {
    await refused(
      sql`insert or replace into votes select sitting_id, agenda_item_id, member, 'contrary', cast_by, at from votes`,
    );
    await refused(
      sql`insert or replace into dossier_events select id, dossier_id, version, step, from_state, to_state, route, 'paola', at, reason from dossier_events`,
    );
    await refused(
      sql`insert or replace into dossier_events select 99, dossier_id, version, step, from_state, to_state, route, by, at, 'altro' from dossier_events`,
    );
    await refused(
      sql`insert or replace into dossier_events select id, dossier_id, version, step, from_state, to_state, route, by, at, 'un altro motivo' from dossier_events`,
    );
    await refused(
      sql`insert or replace into city_answers select id, offer_id, city, author, at, 'not-interested', role, '[persona cancellata]' from city_answers`,
    );
    await refused(
      sql`insert or replace into minutes values (1, 'd', 'o', '{}', '', 'h', 'paola', ${AT}), (1, 'd', 'p', '{}', 'x', 'i', 'paola', ${AT})`,
    );
  });

  it('gives up the name of who was erased, and keeps all else', async () => {
    await refused(
      sql`insert or replace into dossier_events select id, dossier_id, version, step, from_state, 'discarded', route, by, at, '[persona cancellata]' from dossier_events`,
    );
    await db.run(
      sql`insert or replace into dossier_events select id, dossier_id, version, step, from_state, to_state, route, by, at, 'Lo chiede [persona cancellata]' from dossier_events`,
    );
    await db.run(
      sql`insert or replace into city_answers select id, offer_id, city, '[persona cancellata]', at, answer, role, note from city_answers`,
    );
    expect(await db.select().from(dossierEvents)).toMatchObject([
      { ...EVENT, reason: 'Lo chiede [persona cancellata]' },
    ]);
    expect(await db.select().from(cityAnswers)).toMatchObject([{ ...ANSWER, author: '[persona cancellata]' }]);
  });

  it('tells who comes second that somebody was first, as a key does', async () => {
    const second = writeTogether(db, [db.insert(dossierEvents).values({ ...EVENT, by: 'carlo', reason: null })]);
    await expect(second).rejects.toThrow('somebody else wrote first');
    await expect(writeTogether(db, [db.insert(votes).values(VOTE)])).rejects.toThrow('somebody else wrote first');
  });
});
