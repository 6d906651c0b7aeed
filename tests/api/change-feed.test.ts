import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { touchTopics } from '../../db/repositories/topics-write.ts';
import type { TopicDraft } from '../../src/domain/topic.ts';
import { beginReading, endReading, readPortal } from '../feeds/stage.ts';
import { appOf } from '../support/deps.ts';
import type { TestStore } from '../support/engine.ts';
import { emptyStore, seed } from '../support/store.ts';
import { aRound, aTopic } from '../support/topics.ts';

const page = z.object({
  items: z.array(z.object({ id: z.number(), topic: z.string(), field: z.string() })),
  total: z.number(),
  next: z.number(),
});
const topicPage = z.object({ items: z.array(z.object({ identifier: z.string() })) });

let store: TestStore;
beforeEach(async () => {
  store = await emptyStore();
});
afterEach(() => store.close());

const follow = async (after: number, query = '') =>
  page.parse(await (await appOf(store).request(`/api/v1/changes?after=${after}${query}`)).json());
const updatedSince = async (since: string) => {
  const answer = await appOf(store).request(`/api/v1/topics?updatedSince=${since}`);
  return topicPage.parse(await answer.json()).items.map(({ identifier }) => identifier);
};

const closing = (topic: TopicDraft, day: string): TopicDraft => ({ ...topic, rounds: [aRound({ closesOn: day })] });
const day = (n: number) => new Date(Date.UTC(2027, 0, 1 + n)).toISOString().slice(0, 10);
const reading = (n: number) => `2026-09-${String(n).padStart(2, '0')}T05:00:00Z`;

describe('a mirror that follows the change feed', () => {
  it('gets every change once and in order, however it pages and whenever it asks', async () => {
    const topics = Array.from({ length: 5 }, () => aTopic());
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ moved: fc.subarray([0, 1, 2, 3, 4], { minLength: 1 }), asks: fc.nat(3) }), {
          maxLength: 6,
        }),
        fc.integer({ min: 1, max: 4 }),
        async (readings, pageSize) => {
          store.close();
          store = await emptyStore();
          await readPortal(store, reading(1), topics);
          const got: number[] = [];
          let cursor = 0;
          const ask = async () => {
            const { items, next } = await follow(cursor, `&pageSize=${pageSize}`);
            got.push(...items.map(({ id }) => id));
            cursor = next;
            return items.length > 0;
          };
          const state = [...topics];
          for (const [n, { moved, asks }] of readings.entries()) {
            for (const at of moved) state[at] = closing(state[at] ?? aTopic(), day(n + 40));
            await readPortal(store, reading(n + 2), state);
            for (let times = 0; times < asks; times += 1) await ask();
          }
          while (await ask());
          const stored = await store.db.all<{ id: number }>(sql`select id from changes order by id`);
          expect(got).toEqual(stored.map(({ id }) => id));
          expect(got.length).toBe(readings.reduce((sum, { moved }) => sum + moved.length, 0));
        },
      ),
      { numRuns: 15 },
    );
  }, 120_000);

  it('stays at its cursor while nothing happens, and is told how much is left', async () => {
    const topics = [aTopic(), aTopic(), aTopic()];
    await readPortal(store, reading(1), topics);
    expect(await follow(0)).toMatchObject({ items: [], next: 0, total: 0 });
    await readPortal(
      store,
      reading(2),
      topics.map((topic) => closing(topic, day(60))),
    );
    const first = await follow(0, '&pageSize=2');
    expect([first.items.length, first.total]).toEqual([2, 3]);
    const second = await follow(first.next, '&pageSize=2');
    expect([second.items.length, second.total]).toEqual([1, 1]);
    expect((await follow(second.next)).next).toBe(second.next);
  });

  it('is refused by name where the cursor is none', async () => {
    for (const cursor of ['x', '-1', '1.5', '1e99']) {
      const answer = await appOf(store).request(`/api/v1/changes?after=${cursor}`);
      expect([answer.status, await answer.text()]).toEqual([400, expect.stringContaining('after')]);
    }
  });
});

describe('a mirror that walks all topics', () => {
  it('meets each once, also those that come, are renamed or move while it walks', async () => {
    const walk = z.object({ items: z.array(z.object({ title: z.string() })), next: z.number(), total: z.number() });
    const step = fc.record({ comes: fc.nat(3), renames: fc.boolean(), moves: fc.nat(9), asks: fc.nat(2) });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 6 }), fc.integer({ min: 1, max: 4 }), async (steps, pageSize) => {
        store.close();
        store = await emptyStore();
        let state = Array.from({ length: 6 }, (_, i) => aTopic({ title: `Call ${i}` }));
        await readPortal(store, reading(1), state);
        const met: string[] = [];
        let after = 0;
        const ask = async () => {
          const answer = await appOf(store).request(`/api/v1/topics?after=${after}&pageSize=${pageSize}`);
          const { items, next } = walk.parse(await answer.json());
          met.push(...items.map(({ title }) => title));
          after = next;
          return items.length > 0;
        };
        for (const [n, { comes, renames, moves, asks }] of steps.entries()) {
          const came = Array.from({ length: comes }, (_, i) => {
            const identifier = `${'AZ'[i % 2]}-NEW-${n}-${i}`;
            return aTopic({ identifier, title: identifier });
          });
          state = [...state, ...came].map((topic, i) => (i === moves ? closing(topic, day(n + 40)) : topic));
          await readPortal(store, reading(n + 2), state);
          // A renamed topic keeps its place: a walk by name would miss or repeat it.
          if (renames) await store.db.run(sql`update topics set identifier = ${n % 2 ? 'A-0' : 'Z-9'} where id = 3`);
          for (let times = 0; times < asks; times += 1) await ask();
        }
        while (await ask());
        const stored = await store.db.all<{ title: string }>(sql`select title from topics order by id`);
        expect(met).toEqual(stored.map(({ title }) => title));
      }),
      { numRuns: 15 },
    );
  }, 120_000);

  it('is refused by name where it asks for another order', async () => {
    for (const query of ['sort=deadline', 'q=bus']) {
      const answer = await appOf(store).request(`/api/v1/topics?after=0&${query}`);
      expect([answer.status, await answer.text()]).toEqual([400, expect.stringContaining('after')]);
    }
    expect((await appOf(store).request('/api/v1/topics?after=-1')).status).toBe(400);
  });
});

describe('updatedSince', () => {
  it('gives what is new, changed in any way, or withdrawn, and leaves the rest', async () => {
    const [still, moved, tagged, gone] = [aTopic(), aTopic(), aTopic(), aTopic()];
    await readPortal(store, reading(1), [still, moved, tagged, gone]);
    const late = aTopic();
    await readPortal(store, reading(10), [still, closing(moved, day(60)), { ...tagged, keywords: ['x'] }, late]);
    await store.db.run(sql`update topics set withdrawn_at = ${reading(11)} where key = ${gone.key}`);
    const expected = [moved, tagged, gone, late].map(({ identifier }) => identifier).sort();
    expect(await updatedSince(reading(5))).toEqual(expected);
    expect(await updatedSince(reading(12))).toEqual([]);
  });

  it('gives what came back after it was withdrawn, with new facts or without', async () => {
    const [same, moved] = [aTopic(), aTopic()];
    await readPortal(store, reading(1), [same, moved]);
    await store.db.run(sql`update topics set withdrawn_at = ${reading(5)}`);
    await touchTopics(store.db, [same.key], reading(10));
    await readPortal(store, reading(10), [{ ...moved, url: 'https://elsewhere.example' }]);
    expect(await updatedSince(reading(8))).toEqual([same.identifier, moved.identifier].sort());
    expect(await updatedSince(reading(12))).toEqual([]);
  });

  it('does not lose what a reading writes that began before the mirror asked and ended after', async () => {
    const topic = aTopic();
    await readPortal(store, reading(1), [topic]);
    await beginReading(store, reading(10), [closing(topic, day(60))]);
    const asked = '2026-09-10T05:02:00Z';
    expect(await updatedSince(asked)).toEqual([topic.identifier]);
    await endReading(store, '2026-09-10T05:04:00Z');
    expect(await updatedSince(asked)).toEqual([topic.identifier]);
    expect(await updatedSince('2026-09-10T05:05:00Z')).toEqual([]);
  });

  it('tells of snapshot topics that the first reading filled without a change', async () => {
    const topic = aTopic();
    await seed(store, [topic], '2026-08-22T05:00:00Z', 'snapshot');
    await readPortal(store, reading(1), [closing(topic, day(60))]);
    expect(await follow(0)).toMatchObject({ items: [] });
    expect(await updatedSince('2026-08-25')).toEqual([topic.identifier]);
    expect(await updatedSince(reading(2))).toEqual([]);
  });
});

describe('whatever a mirror asks', () => {
  it('is answered or refused by name; never a fault of ours', async () => {
    await readPortal(store, reading(1), [aTopic()]);
    const app = appOf(store);
    const path = fc.constantFrom('changes', 'topics', 'topics.csv', 'topics.xlsx', 'partners', 'scans', 'shortlist');
    const name = fc.constantFrom(
      'after',
      'updatedSince',
      'since',
      'fields',
      'format',
      'page',
      'pageSize',
      'material',
      'x',
    );
    const value = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 20 }),
      fc.constantFrom('0', '1', '2026-09-01', '9'.repeat(30)),
    );
    await fc.assert(
      fc.asyncProperty(path, fc.array(fc.tuple(name, value), { maxLength: 3 }), async (list, pairs) => {
        const query = pairs.map(([key, own]) => `${key}=${encodeURIComponent(own)}`).join('&');
        const { status } = await app.request(`/api/v1/${list}?${query}`);
        expect([200, 400]).toContain(status);
      }),
      { numRuns: 300 },
    );
  }, 120_000);
});
