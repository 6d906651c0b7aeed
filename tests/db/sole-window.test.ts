import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { insertNewTopics } from '../../db/repositories/topics-seed.ts';
import type { Db } from '../../db/store.ts';
import { emptyStore } from '../support/store.ts';
import { aRound, aTopic } from '../support/topics.ts';

const AT = '2026-11-22T12:00:00Z';
const cutOffs = [{ at: '2026-12-01T16:00:00Z' }, { at: '2027-03-01T16:00:00Z' }];

async function windowOf(db: Db, key: string): Promise<unknown> {
  const [row] = await db.all(
    sql`select sole_window as sole, sole_opens_at as opens, sole_closes_at as closes from topics where key = ${key}`,
  );
  return row;
}

const roundsOf = (
  key: string,
) => sql`insert into rounds (topic_key, seq, opens_on, opens_at, closes_at, deadlines, budget_shared)
  values (${key}, 0, '2026-06-01', '2026-05-31T22:00:00Z', '2026-12-01T16:00:00Z', '[{"at":"2026-12-01T16:00:00Z"}]', 0)`;

it('the window beside a topic follows its rounds, whoever writes them', async () => {
  const { db, close } = await emptyStore();
  const one = aRound({ deadlineModel: 'single-stage', deadlines: cutOffs.slice(0, 1) });
  const drafts = [
    aTopic({ key: 'ONE', identifier: 'ONE', rounds: [one] }),
    aTopic({ key: 'CUTS', identifier: 'CUTS', rounds: [{ ...one, deadlines: cutOffs }] }),
    aTopic({ key: 'TWO', identifier: 'TWO', rounds: [one, one] }),
  ].map((draft) => ({ ...draft, scoredHash: '', searchBody: '' }));
  await insertNewTopics(db, drafts, 'test', AT);
  expect(await windowOf(db, 'ONE')).toMatchObject({ sole: 1, closes: '2026-12-01T16:00:00Z' });
  expect(await windowOf(db, 'CUTS')).toMatchObject({ sole: 0 });
  expect(await windowOf(db, 'TWO')).toMatchObject({ sole: 0 });

  await db.run(sql`update rounds set closes_at = '2027-01-12T16:00:00Z' where topic_key = 'ONE'`);
  expect(await windowOf(db, 'ONE')).toMatchObject({ sole: 1, closes: '2027-01-12T16:00:00Z' });
  // A rename moves the topic first, then its rounds.
  await db.run(sql`update topics set key = 'NEW' where key = 'ONE'`);
  await db.run(sql`update rounds set topic_key = 'NEW' where topic_key = 'ONE'`);
  expect(await windowOf(db, 'NEW')).toMatchObject({ sole: 1, closes: '2027-01-12T16:00:00Z' });
  await db.run(sql`delete from rounds where topic_key = 'NEW'`);
  expect(await windowOf(db, 'NEW')).toMatchObject({ sole: 0 });
  await db.run(roundsOf('NEW'));
  expect(await windowOf(db, 'NEW')).toEqual({ sole: 1, opens: '2026-05-31T22:00:00Z', closes: '2026-12-01T16:00:00Z' });

  // A house that moves brings the rounds first.
  await db.run(roundsOf('EARLY'));
  await db.run(sql`insert into topics (key, kind, identifier, title, types_of_action, keywords, programme_parts, source,
    first_seen_at, last_seen_at) values ('EARLY', 'topic', 'EARLY', 'A title', '[]', '[]', '[]', 'test', ${AT}, ${AT})`);
  expect(await windowOf(db, 'EARLY')).toMatchObject({ sole: 1, closes: '2026-12-01T16:00:00Z' });
  close();
});
