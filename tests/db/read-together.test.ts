import { desc, eq, sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { readTogether } from '../../db/repositories/read-together.ts';
import { aliases, minutesPapers, publicNotices, rounds, topics } from '../../db/schema/index.ts';
import { emptyStore, seed } from '../support/store.ts';
import { aRound, aTopic } from '../support/topics.ts';

describe('several selects as one statement', () => {
  it('gives what each of them gives alone: order, booleans, lists, nothing found, joined tables, expressions', async () => {
    const { db } = await emptyStore();
    await seed({ db }, [
      aTopic({ identifier: 'ONE', title: 'Città "in rete"\n', typesOfAction: ['IA', 'CSA'], aliases: ['UNO', 'EINS'] }),
      aTopic({
        identifier: 'TWO',
        rounds: [aRound({ budgetShared: true, budgetEur: 1_234_567.5, expectedGrants: null })],
      }),
    ]);
    const reads = () =>
      [
        db.select().from(topics).where(eq(topics.identifier, 'ONE')),
        db.select().from(rounds).orderBy(desc(rounds.topicKey)),
        db.select().from(publicNotices).where(eq(publicNotices.dossierId, 'none')),
        db
          .select({ topic: topics, alias: aliases.alias })
          .from(topics)
          .leftJoin(aliases, eq(aliases.topicKey, topics.key))
          .orderBy(topics.key, aliases.alias),
        db.select({ many: sql<number>`count(*)` }).from(topics).where(sql`${topics.key} <> ${'THREE'}`),
        db
          .select({ key: topics.key })
          .from(topics)
          .union(db.select({ key: aliases.alias }).from(aliases)),
      ] as const;
    const together = await readTogether(db, reads());
    const [one, two, three, four, five, six] = reads();
    expect(together).toEqual([await one, await two, await three, await four, await five, await six]);
    expect(together[0][0]?.typesOfAction).toEqual(['IA', 'CSA']);
    expect(together[1][0]?.budgetShared).toBe(true);
    expect(together[3].map(({ alias }) => alias)).toEqual(['EINS', 'UNO', null]);
  });

  it('refuses a selection wider than D1 can turn into JSON', async () => {
    const { db } = await emptyStore();
    const wide = { topic: topics, round: rounds, paper: minutesPapers };
    const read = db.select(wide).from(topics).innerJoin(rounds, sql`true`).innerJoin(minutesPapers, sql`true`);
    await expect(readTogether(db, [read])).rejects.toThrow(/name fewer/);
  });
});
