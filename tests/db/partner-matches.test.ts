import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { findPartnerMatches } from '../../db/repositories/partner-matches.ts';
import { writeScores } from '../../db/repositories/scores.ts';
import { insertNewTopics } from '../../db/repositories/topics-seed.ts';
import { emptyStore } from '../support/store.ts';
import { aRound, aTopic } from '../support/topics.ts';

const AT = '2026-11-22T12:00:00Z';
const ahead = aRound({ deadlines: [{ at: '2026-12-01T16:00:00Z' }] });
const past = aRound({ deadlines: [{ at: '2026-10-01T16:00:00Z' }] });
/** Equal scores stand by name; `atm` is the end of another's name too. */
const FITS: readonly (readonly [key: string, partners: Record<string, number>])[] = [
  ['A', { 'not-atm': 0.9 }],
  ['B', { 'not-atm': 0.9, atm: 0.5 }],
  ['C', { atm: 0.7, city: 1 }],
  ['D', { atm: 0.5 }],
  ['E', { city: 1, atm: 0.0001 }],
  ['F', { atm: 0.5 }],
  ['PAST', { atm: 0.99 }],
  ['GONE', { atm: 0.99 }],
];

it('pages of a partner’s matches join to the whole list, and each tells how long that is', async () => {
  const { db, close } = await emptyStore();
  const drafts = FITS.map(([key]) =>
    aTopic({ key, identifier: key, stated: null, rounds: [key === 'PAST' ? past : ahead] }),
  );
  await insertNewTopics(
    db,
    drafts.map((draft) => ({ ...draft, scoredHash: '', searchBody: '' })),
    'test',
    AT,
  );
  await db.run(sql`update topics set withdrawn_at = ${AT} where key = 'GONE'`);
  const pillars = { economy: 0, people: 0, governance: 0, mobility: 0, environment: 0, living: 0 };
  const score = { cityRelevance: 0.5, primaryPillar: null, pillars, evidence: [], version: 'test' };
  await writeScores(
    db,
    FITS.map(([topicKey, partners]) => ({ topicKey, score, partners, inputHash: '' })),
    AT,
  );
  const page = async (limit: number, offset: number) =>
    await findPartnerMatches(db, 'atm', undefined, AT, { limit, offset });
  const keys = ['C', 'B', 'D', 'F', 'E'];
  const whole = await page(100, 0);
  expect(whole.items.map(({ key }) => key)).toEqual(keys);
  expect(whole.items.map(({ score: one }) => one)).toEqual([0.7, 0.5, 0.5, 0.5, 0.0001]);
  for (const limit of [1, 2, 3]) {
    const found: string[] = [];
    for (let offset = 0; offset < keys.length; offset += limit) {
      const { items, total } = await page(limit, offset);
      expect(total).toBe(keys.length);
      found.push(...items.map(({ key }) => key));
    }
    expect(found).toEqual(keys);
  }
  expect(await page(3, 9)).toEqual({ items: [], total: keys.length });
  const closed = await findPartnerMatches(db, 'atm', 'closed', AT, { limit: 5, offset: 0 });
  expect(closed).toEqual({ items: [{ key: 'PAST', score: 0.99, total: 1 }], total: 1 });
  close();
});
