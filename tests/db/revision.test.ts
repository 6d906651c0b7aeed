import { eq, sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { storeRevision } from '../../db/repositories/revision.ts';
import { leases, topics } from '../../db/schema/index.ts';
import type { Db } from '../../db/store.ts';
import { emptyStore, seed } from '../support/store.ts';
import { aTopic } from '../support/topics.ts';

const lease = (name: string) => ({ name, holder: 'a test', expiresAt: '2026-11-22T09:00:00Z' });

/** Every way in which the house writes. */
const WRITES: readonly (readonly [string, (db: Db) => Promise<unknown>])[] = [
  ['one statement', (db) => db.insert(leases).values(lease('two'))],
  ['one that tells what it wrote', (db) => db.update(leases).set({ holder: 'b' }).returning({ name: leases.name })],
  ['a batch', (db) => db.batch([db.select().from(leases), db.insert(leases).values(lease('three'))])],
  ['raw SQL', (db) => db.run(sql`delete from leases where name = 'one'`)],
  [
    'raw SQL that begins with `with`',
    (db) => db.run(sql`with a(n) as (select 'x') insert into leases select n, n, n from a`),
  ],
  ['raw SQL with rows', (db) => db.all(sql`delete from leases where name = 'one' returning name`)],
];

describe('the revision of a store', () => {
  it.each(WRITES)('moves with %s', async (_what, write) => {
    const { db } = await emptyStore();
    await db.insert(leases).values(lease('one'));
    const before = await storeRevision(db);
    expect(before).not.toBeNull();
    await write(db);
    expect(await storeRevision(db)).not.toBe(before);
  });

  it('stays while people only read', async () => {
    const store = await emptyStore();
    await seed(store, [aTopic({ identifier: 'ONE' })]);
    const before = await storeRevision(store.db);
    await store.db.select().from(topics).where(eq(topics.identifier, 'ONE'));
    await store.db.all(sql`with a(n) as (select 1) select n from a`);
    await store.db.batch([store.db.select().from(leases)]);
    expect(await storeRevision(store.db)).toBe(before);
  });

  it('does not hide what a write gives back', async () => {
    const { db } = await emptyStore();
    const written = await db
      .insert(leases)
      .values([lease('one'), lease('two')])
      .returning();
    expect(written).toEqual([lease('one'), lease('two')]);
    const [dropped, left] = await db.batch([
      db.delete(leases).where(eq(leases.name, 'one')).returning({ name: leases.name }),
      db.select({ name: leases.name }).from(leases),
    ]);
    expect([dropped, left]).toEqual([[{ name: 'one' }], [{ name: 'two' }]]);
    expect(await db.all(sql`delete from leases returning holder, name`)).toEqual([{ holder: 'a test', name: 'two' }]);
  });
});
