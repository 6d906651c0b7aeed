import { describe, expect, it } from 'vitest';
import type { Db } from '../../../db/store.ts';
import { withLease } from '../../../src/ingest/lease.ts';
import { SOURCES } from '../../../src/ingest/sources.ts';
import type { Budget } from '../../../src/ingest/steps/budget.ts';
import { scanStep } from '../../../src/ingest/steps/scan-step.ts';
import { emptyStore } from '../../support/store.ts';
import { collectOnce, nightOf } from '../collect-crash-scene.ts';
import { contentsOf } from './contents-of.ts';

/** Stops wherever work can be left. */
const SMALLEST: Budget = { isUsed: () => true };

const [source = expect.fail('no source')] = SOURCES;

/** Reads a night in steps; each knows of those before only what the store says. */
async function collectInSteps(db: Db, when: 'before' | 'after', open = (inner: Db) => inner): Promise<number> {
  for (let steps = 1; ; steps += 1) {
    const scan = await scanStep({ ...nightOf(open(db), when), source, archive: null }, SMALLEST);
    if (scan !== null) return steps;
  }
}

async function undisturbed() {
  const { db } = await emptyStore();
  await collectOnce(db, 'before');
  await collectOnce(db, 'after');
  return await contentsOf(db);
}

describe('a collect in steps', { timeout: 120_000 }, () => {
  it('left after every page ends in the same store as one that was never disturbed', async () => {
    const { db } = await emptyStore();
    expect(await collectInSteps(db, 'before')).toBeGreaterThan(6);
    expect(await collectInSteps(db, 'after')).toBeGreaterThan(8);
    expect(await contentsOf(db)).toEqual(await undisturbed());
  });

  it('killed in the middle of a step, at any write, repeats no change and loses none', async () => {
    const wanted = await undisturbed();
    for (const fatal of [2, 5, 9]) {
      const { db } = await emptyStore();
      await collectOnce(db, 'before');
      let writes = 0;
      const dying = (inner: Db) => dyingAt(inner, () => ++writes === fatal);
      await expect(collectInSteps(db, 'after', dying)).rejects.toThrow('killed');
      await collectInSteps(db, 'after');
      const { scans: _scans, ...had } = await contentsOf(db);
      const { scans: _wanted, ...want } = wanted;
      for (const [table, rows] of Object.entries(want))
        expect(had[table], `${table}, killed at write ${fatal}`).toEqual(rows);
    }
  });

  it('that was begun on another day, or was ended by a server, is begun anew', async () => {
    const { db } = await emptyStore();
    expect(await scanStep({ ...nightOf(db, 'before'), source, archive: null }, SMALLEST)).toBeNull();
    await collectInSteps(db, 'after');
    expect(await scanStep({ ...nightOf(db, 'after'), source, archive: null }, SMALLEST)).toBeNull();
    await collectOnce(db, 'after');
    await collectInSteps(db, 'after');
    const { scans = [] } = await contentsOf(db);
    expect(scans.map((row) => JSON.parse(row).verdict)).toEqual([
      'failed',
      'certified',
      'failed',
      'certified',
      'certified',
    ]);
  });

  it('holds the lease of every collect, so that two steps never work at once', async () => {
    const { db } = await emptyStore();
    await withLease({ db }, 'collect', async () => {
      await expect(collectOnce(db, 'before')).rejects.toThrow('running already');
    });
  });
});

/** A store whose process dies at one of its writes. */
function dyingAt(db: Db, isFatal: () => boolean): Db {
  return new Proxy(db, {
    get(target, name) {
      const own = Reflect.get(target, name);
      if (typeof own !== 'function') return own;
      if (name !== 'batch') return own.bind(target);
      return (...given: unknown[]) => (isFatal() ? Promise.reject(new Error('killed')) : own.apply(target, given));
    },
  });
}
