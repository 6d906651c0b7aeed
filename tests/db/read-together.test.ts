import { desc, eq, sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { gathering } from '../../db/gathering.ts';
import { readTogether } from '../../db/repositories/read-together.ts';
import { storeRevision } from '../../db/repositories/revision.ts';
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

  it('takes more selects than a union has terms, wide ones, bytes and exact fractions', async () => {
    const { db } = await emptyStore();
    await seed({ db }, [aTopic({ identifier: 'ONE', rounds: [aRound({ budgetEur: 0.1 + 0.2 })] })]);
    const wide = { topic: topics, round: rounds, paper: minutesPapers };
    const reads = [
      db.select(wide).from(topics).innerJoin(rounds, sql`true`).leftJoin(minutesPapers, sql`false`),
      ...Array.from({ length: 12 }, (_, n) =>
        db.select({ n: sql<number>`${n}`, bytes: sql<unknown>`x'00ff'` }).from(topics),
      ),
    ];
    const together = await readTogether(db, reads);
    expect(together).toEqual(await Promise.all(reads));
    expect(together[0]).toMatchObject([{ round: { budgetEur: 0.30000000000000004 }, paper: null }]);
  });
});

describe('what a request asks in one breath', () => {
  it('is one statement, whichever repositories ask, and the next breath another', async () => {
    const store = await emptyStore();
    await seed(store, [aTopic({ identifier: 'ONE' }), aTopic({ identifier: 'TWO' })]);
    const db = gathering(store.db);
    const names = async () =>
      (await db.select({ key: topics.key }).from(topics).orderBy(topics.key)).map(({ key }) => key);
    const late = async () => {
      for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
      return await readTogether(db, [db.select().from(aliases), db.select().from(rounds)]);
    };
    const before = store.meter.queries;
    const [keys, word, [none, two]] = await Promise.all([names(), storeRevision(db), late()]);
    expect(store.meter.queries - before).toBe(1);
    expect([keys, none, two.length]).toEqual([['ONE', 'TWO'], [], 2]);
    expect(await storeRevision(db)).toBe(word);
    expect(store.meter.queries - before).toBe(2);
  });

  it('fails for whoever asked for what cannot be answered, and for nobody else', async () => {
    const { db: store } = await emptyStore();
    const db = gathering(store);
    const wrong = db.select({ none: sql`no_such_column` }).from(topics);
    const [right, refused] = await Promise.allSettled([db.select().from(topics), wrong]);
    expect([right.status, refused.status]).toEqual(['fulfilled', 'rejected']);
  });

  it('is split where one statement would have too many parameters', async () => {
    const store = await emptyStore();
    const db = gathering(store.db);
    const before = store.meter.queries;
    const many = Array.from({ length: 30 }, (_, n) =>
      db.select({ n: sql<number>`${n} + ${1} + ${2} + ${3}` }).from(sql`(select 1)`),
    );
    expect((await Promise.all(many)).map(([row]) => row?.n)).toEqual(many.map((_, n) => n + 6));
    expect(store.meter.queries - before).toBe(2);
  });
});
