import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import type { NodeStore } from '../../../db/store.node.ts';
import { readSnapshotFile } from '../../../src/node/seed-files.ts';
import { freshness, monthsBetween } from '../../../src/services/collect/freshness.ts';
import { loadSnapshot } from '../../../src/services/collect/load-snapshot.ts';
import { getTopic } from '../../../src/services/topics/get-topic.ts';
import { listTopics, listTopicsSchema } from '../../../src/services/topics/list-topics.ts';
import { depsOf } from '../../support/deps.ts';
import { emptyStore, seed } from '../../support/store.ts';
import { aTopic } from '../../support/topics.ts';

const text = readSnapshotFile();

describe('the bundled snapshot', () => {
  let store: NodeStore;
  beforeAll(async () => {
    store = await emptyStore();
    await seed(store, [aTopic({ identifier: 'SCC-01-2015', title: 'What a scan already knows' })]);
    await loadSnapshot({ deps: depsOf(store), input: { text } });
  });
  const list = (query: object) => listTopics({ deps: depsOf(store), input: listTopicsSchema.parse(query) });
  const one = async (identifier: string) => {
    const found = await getTopic({ deps: depsOf(store), input: { identifier } });
    if (!('topic' in found)) throw new Error(`moved to ${found.movedTo}`);
    return found.topic;
  };

  it('holds three thousand topics of Horizon 2020 and the living stream of August 2026', async () => {
    expect((await list({ programme: 'H2020' })).total).toBeGreaterThan(3_000);
    const { total } = await list({ status: 'open,forthcoming', source: 'snapshot' });
    expect(total).toBeGreaterThan(250);
    expect(total).toBeLessThan(450);
  });

  it('keeps the three rounds of the lighthouse call', async () => {
    const { rounds } = await one('LC-SC3-SCC-1-2018-2019-2020');
    expect(rounds.map((round) => round.deadlines[0]?.at)).toEqual([
      '2018-04-05T15:00:00Z',
      '2019-02-05T16:00:00Z',
      '2020-01-29T16:00:00Z',
    ]);
    expect(rounds.map((round) => round.budgetEur)).toEqual([43e6, 83e6, 55e6]);
  });

  it('knows 83 cascade calls by their reference, siblings apart and with titles of their own', async () => {
    const { items, total } = await list({ kind: 'cascade', pageSize: 200 });
    expect(total).toBe(83);
    expect(new Set(items.map((item) => item.reference)).size).toBe(83);
    expect(new Set(items.map((item) => item.identifier)).size).toBe(43);
  });

  it('calls nothing of Horizon 2020 open or unknown, dated or not', async () => {
    const { total } = await list({ programme: 'H2020', kind: 'topic', status: 'unknown,open,forthcoming' });
    expect(total).toBe(0);
  });

  it('leaves what the store knew as it was, and writes no change', async () => {
    expect((await one('SCC-01-2015')).title).toBe('What a scan already knows');
    expect(await store.db.all(sql`select * from changes`)).toEqual([]);
  });

  it('is loaded once a version', async () => {
    const again = await loadSnapshot({ deps: depsOf(store), input: { text } });
    expect(again.added).toBe(0);
  });

  it('says how old it is, and whose the data are', async () => {
    const { snapshot, dataOn, monthsOld } = await freshness({ deps: depsOf(store) });
    expect(snapshot).toMatchObject({ date: '2026-08-22', monthsOld: 3 });
    expect(snapshot?.attribution).toContain('European Union');
    expect([dataOn, monthsOld]).toEqual(['2026-08-22', 3]);
  });

  it('bundles facts, no sentence of a call text', () => {
    const longest = Math.max(
      ...text.split('\n').flatMap((line) => [...line.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map((m) => m[1]?.length ?? 0)),
    );
    expect(longest).toBeLessThan(320);
    expect(text).not.toMatch(/Expected Outcome|Specific Challenge|"status"/);
    expect(Buffer.byteLength(text)).toBeLessThan(2_000_000);
  });
});

it('months are counted when they are full', () => {
  expect([monthsBetween('2026-08-22', '2026-11-21'), monthsBetween('2026-08-22', '2026-11-22')]).toEqual([2, 3]);
});
