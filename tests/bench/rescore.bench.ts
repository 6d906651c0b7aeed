/** `npx tsx tests/bench/rescore.bench.ts`: a full rescore of 2,000 and of 20,000 topics × the profile's partners, one core. */

import { createScorer } from '../../src/scoring/create-scorer.ts';
import { scoreTopics } from '../../src/services/matching/score-topics.ts';
import { readScoringData } from '../quality/read-scoring-data.ts';
import { depsOf, MILANO } from '../support/deps.ts';
import { bigStore } from './big-store.ts';

const seconds: number[] = [];
for (const topics of [2_000, 20_000]) {
  const store = await bigStore(topics);
  const deps = depsOf(store, { scorer: createScorer({ profile: MILANO, data: readScoringData() }) });
  const start = performance.now();
  const { scored } = await scoreTopics({ deps, input: { all: true } });
  seconds.push((performance.now() - start) / 1000);
  console.log(`${scored} topics × ${deps.profile.partners.length} partners: ${seconds.at(-1)?.toFixed(1)} s`);
  store.close();
}
const [small = 1, large = 1] = seconds;
console.log(`20,000 cost ${(large / small).toFixed(1)} times what 2,000 cost (linear: 10)`);
