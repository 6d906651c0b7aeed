import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { storeFacts } from '../../db/schema/index.ts';
import { type NodeStore, openNodeStore } from '../../db/store.node.ts';

describe('the Node store refuses what D1 refuses', () => {
  let store: NodeStore;
  beforeAll(async () => {
    store = await openNodeStore(':memory:');
  });
  afterAll(() => store.close());

  const fact = (name: string, value: unknown = 1) => ({ name, value, at: '2026-01-01T00:00:00Z' });

  it('refuses an interactive transaction', async () => {
    await expect(store.db.transaction(async () => undefined)).rejects.toSatisfy((error: Error) =>
      /db\.batch/.test(String(error.cause ?? error)),
    );
  });

  it('refuses more than 100 parameters and says to use json_each', async () => {
    const rows = Array.from({ length: 34 }, (_, n) => fact(`many-${n}`));
    await expect(store.db.insert(storeFacts).values(rows)).rejects.toSatisfy((error: Error) =>
      /json_each/.test(String(error.cause ?? error)),
    );
  });

  it('refuses a value over 2 MB', async () => {
    await expect(store.db.insert(storeFacts).values(fact('big', 'x'.repeat(2_000_001)))).rejects.toSatisfy(
      (error: Error) => /2 MB/.test(String(error.cause ?? error)),
    );
  });

  it('refuses a LIKE pattern over 50 bytes', async () => {
    const pattern = `%${'città'.repeat(10)}%`;
    await expect(store.db.all(sql`select name from store_facts where name like ${pattern}`)).rejects.toSatisfy(
      (error: Error) => /LIKE/.test(String(error.cause ?? error)),
    );
  });

  it('takes a batch as one: the second write fails, the first is gone too', async () => {
    const first = store.db.insert(storeFacts).values(fact('batch'));
    const clash = store.db.insert(storeFacts).values(fact('batch'));
    await expect(store.db.batch([first, clash])).rejects.toThrow();
    expect(await store.db.select().from(storeFacts)).toEqual([]);
  });

  it('takes two thousand rows through one parameter', async () => {
    const names = JSON.stringify(Array.from({ length: 2000 }, (_, n) => `row-${n}`));
    await store.db.run(
      sql`insert into store_facts (name, value, at) select value, '1', '2026-01-01T00:00:00Z' from json_each(${names})`,
    );
    const [counted] = await store.db.all<{ n: number }>(
      sql`select count(*) as n from store_facts where name like 'row-%'`,
    );
    expect(counted?.n).toBe(2000);
  });
});
