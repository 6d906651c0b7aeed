import { env } from 'cloudflare:test';
import type { D1Database } from '@cloudflare/workers-types';
import { describe, expect, it } from 'vitest';
import { gathering } from '../../db/gathering.ts';
import { storeRevision } from '../../db/repositories/revision.ts';
import { leases } from '../../db/schema/index.ts';
import { openD1Store } from '../../db/store.d1.ts';
import { openEmptyStore } from './engine.ts';

const lease = (name: string) => ({ name, holder: 'a test', expiresAt: '2026-11-22T09:00:00Z' });

/** A database whose sessions are told of. */
function watched(): { database: D1Database; begun: unknown[] } {
  const begun: unknown[] = [];
  const database = new Proxy(env.DB7 as D1Database, {
    get(target, name) {
      if (name === 'withSession')
        return (constraint: string) => {
          begun.push(constraint);
          return target.withSession(constraint);
        };
      const own: unknown = Reflect.get(target, name);
      return typeof own === 'function' ? own.bind(target) : own;
    },
  });
  return { database, begun };
}

describe('a session with D1', () => {
  it('begins where it is told to, sees what was written, and counts as the store does', async () => {
    // Eight databases go round; this takes the last of them whoever came before.
    for (let n = 0; n < 8; n += 1) await openEmptyStore();
    const { database, begun } = watched();
    const store = openD1Store(database);
    await store.db.insert(leases).values(lease('one'));
    const before = store.meter.queries;
    const nearest = gathering(store.db, store.session('nearest'));
    const [rows, revision] = await Promise.all([nearest.select().from(leases), storeRevision(nearest)]);
    expect(rows).toEqual([lease('one')]);
    expect(store.meter.queries - before).toBe(1);
    await store.db.insert(leases).values(lease('two'));
    const primary = gathering(store.db, store.session('primary'));
    expect((await primary.select().from(leases)).length).toBe(2);
    expect(await storeRevision(primary)).not.toBe(revision);
    expect(begun).toEqual(['first-unconstrained', 'first-primary']);
  });
});
