import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { scoreTopics } from '../../../src/services/matching/score-topics.ts';
import { depsOf, MILANO } from '../../support/deps.ts';
import { aScorer } from '../../support/scorer.ts';
import { emptyStore, seed } from '../../support/store.ts';
import { aRound, aTopic } from '../../support/topics.ts';

it('scores what has no score, and nothing twice', async () => {
  const store = await emptyStore();
  await seed(store, [aTopic(), aTopic()]);
  const deps = depsOf(store);
  expect(await scoreTopics({ deps })).toEqual({ scored: 2 });
  expect(await scoreTopics({ deps })).toEqual({ scored: 0 });
});

it('scores again what another scorer, another profile or another text made stale', async () => {
  const store = await emptyStore();
  await seed(store, [aTopic(), aTopic()]);
  await scoreTopics({ deps: depsOf(store) });
  expect(await scoreTopics({ deps: depsOf(store, { scorer: aScorer(MILANO, 'stand-in-2') }) })).toEqual({ scored: 2 });
  expect(
    await scoreTopics({
      deps: depsOf(store, { scorer: aScorer(MILANO, 'stand-in-2'), profile: { ...MILANO, version: 'next' } }),
    }),
  ).toEqual({ scored: 2 });
  await store.db.run(sql`update topics set scored_hash = 'another text' where id = 1`);
  expect(
    await scoreTopics({
      deps: depsOf(store, { scorer: aScorer(MILANO, 'stand-in-2'), profile: { ...MILANO, version: 'next' } }),
    }),
  ).toEqual({ scored: 1 });
});

it('leaves closed topics for later when asked for the living ones', async () => {
  const store = await emptyStore();
  await seed(store, [aTopic(), aTopic({ rounds: [aRound({ closesOn: '2019-01-08' })] })]);
  const deps = depsOf(store);
  expect(await scoreTopics({ deps, input: { liveOnly: true } })).toEqual({ scored: 1 });
  expect(await scoreTopics({ deps })).toEqual({ scored: 1 });
});
