import { expect, it } from 'vitest';
import { collectAndScore } from '../../../src/services/collect/collect-and-score.ts';
import { scoreTopics } from '../../../src/services/matching/score-topics.ts';
import { openHarness } from '../../fake-portal/harness.ts';
import { depsOf, MILANO } from '../../support/deps.ts';
import { aScorer } from '../../support/scorer.ts';

const SCORES = 'select * from topic_scores order by topic_key';

async function aCollect() {
  const harness = await openHarness({ topics: 60, cascades: 5, externals: 5, textLength: 900 });
  return { ...harness, deps: depsOf(harness, { ...harness.deps, scorer: aScorer(MILANO) }) };
}

it('scores on the way what a scoring from the store would score, byte by byte', async () => {
  const { deps, all } = await aCollect();
  expect(await collectAndScore({ deps, input: {} })).toMatchObject({ scored: 70 });
  const onTheWay = all(SCORES);
  expect(onTheWay).toHaveLength(70);
  expect(await scoreTopics({ deps, input: { all: true } })).toEqual({ scored: 70 });
  expect(all(SCORES)).toEqual(onTheWay);
});

it('has scored what was stored when a reading breaks off', async () => {
  const { deps, all } = await aCollect();
  const stopped = new AbortController();
  let written = 0;
  const scorer = aScorer(MILANO);
  const watched = {
    ...scorer,
    scoreTopic: (topic: Parameters<typeof scorer.scoreTopic>[0]) => {
      written += 1;
      if (written === 25) stopped.abort(new Error('stopped by hand'));
      return scorer.scoreTopic(topic);
    },
  };
  await collectAndScore({ deps: { ...deps, scorer: watched }, input: { signal: stopped.signal } }).catch(() => null);
  const [{ topics, scores } = { topics: 0, scores: 0 }] = all<{ topics: number; scores: number }>(
    'select (select count(*) from topics) as topics, (select count(*) from topic_scores) as scores',
  );
  expect(scores).toBeGreaterThan(0);
  expect(scores).toBe(topics);
});

it('scores neither an unchanged topic again nor one that only another scorer made stale before the end', async () => {
  const { deps } = await aCollect();
  await collectAndScore({ deps, input: {} });
  expect(await collectAndScore({ deps, input: {} })).toMatchObject({ scored: 0 });
  const other = { ...deps, scorer: aScorer(MILANO, 'stand-in-2') };
  expect(await collectAndScore({ deps: other, input: {} })).toMatchObject({ scored: 70 });
});
