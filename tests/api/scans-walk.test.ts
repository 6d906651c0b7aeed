import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { startScan } from '../../db/repositories/scans.ts';
import { readPortal } from '../feeds/stage.ts';
import { appOf } from '../support/deps.ts';
import type { TestStore } from '../support/engine.ts';
import { emptyStore } from '../support/store.ts';

const page = z.object({ items: z.array(z.object({ id: z.number() })), total: z.number(), next: z.number() });

let store: TestStore;
beforeEach(async () => {
  store = await emptyStore();
});
afterEach(() => store.close());

const walkFrom = async (id: number) =>
  page.parse(await (await appOf(store).request(`/api/v1/scans?after=${id}&pageSize=2`)).json());
const read = (day: number) => readPortal(store, `2026-09-0${day}T05:00:00Z`, []);

describe('who walks the readings', () => {
  it('gets each once, the oldest first, though more are made meanwhile', async () => {
    for (const day of [1, 2, 3]) await read(day);
    const seen: number[] = [];
    let next = 0;
    for (let step = 0; step < 4; step += 1) {
      const { items, next: then } = await walkFrom(next);
      seen.push(...items.map(({ id }) => id));
      next = then;
      if (step === 0) await read(4);
    }
    expect(seen).toEqual([1, 2, 3, 4]);
    expect(await walkFrom(next)).toEqual({ items: [], total: 4, next: 4 });
  });

  it('waits before a reading that still runs, and gets it when it has ended', async () => {
    await read(1);
    const running = await startScan(store.db, { source: 'cordis', archive: null, startedAt: '2026-09-02T05:00:00Z' });
    await read(3);
    expect((await walkFrom(0)).items.map(({ id }) => id)).toEqual([1]);
    await store.db.run(
      `update scans set finished_at = '2026-09-03T06:00:00Z', verdict = 'certified' where id = ${running}`,
    );
    expect((await walkFrom(1)).items.map(({ id }) => id)).toEqual([running, running + 1]);
  });
});
