import { applyD1Migrations, env } from 'cloudflare:test';
import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { openD1Store } from '../../db/store.d1.ts';

describe('the store on D1', () => {
  beforeAll(async () => {
    await applyD1Migrations(env.DB, env.MIGRATIONS);
  });
  it('has the search index', async () => {
    const { db } = openD1Store(env.DB);
    await db.run(sql`insert into topic_search (rowid, title) values (1, 'Urban mobility')`);
    const rows = await db.all<{ rowid: number }>(
      sql`select rowid from topic_search where topic_search match ${'"mobility"'}`,
    );
    expect(rows).toEqual([{ rowid: 1 }]);
  });
});
