/** `npx tsx tests/bench/digest.bench.ts [SUBSCRIBERS] [CHANGES]`: a Monday's digests, built and written into the ledger. */
import { appendChanges } from '../../db/repositories/changes.ts';
import { insertGrant, insertPerson } from '../../db/repositories/people.ts';
import { PILLARS } from '../../src/domain/pillar.ts';
import { prepareDigests } from '../../src/services/delivery/prepare-digests.ts';
import { scoreTopics } from '../../src/services/score-topics.ts';
import { depsOf } from '../support/deps.ts';
import { emptyStore, seed } from '../support/store.ts';
import { aTopic } from '../support/topics.ts';

const [SUBSCRIBERS = 500, CHANGES = 2_000] = process.argv.slice(2).map(Number);
const WORDS = ['companies', 'skills', 'citizens', 'mobility', 'energy', 'housing'];
const store = await emptyStore();
const at = (instant: string) =>
  depsOf(store, { clock: { now: () => instant }, secretKey: 'k'.repeat(40), baseUrl: 'https://bandolo.example' });
const topics = Array.from({ length: 500 }, (_, n) => aTopic({ title: `Cities and ${WORDS[n % 6]} ${n}` }));
await seed(store, topics);
await scoreTopics({ deps: at('2026-11-17T09:00:00Z') });
for (let n = 0; n < SUBSCRIBERS; n += 1) {
  const id = `p${n}`;
  const createdAt = '2026-11-17T09:00:00Z';
  await insertPerson(store.db, { id, name: id, email: `${id}@example.org`, bodyId: null, language: 'it', createdAt });
  const group = PILLARS[n % 6] ?? 'living';
  await insertGrant(
    store.db,
    id,
    n % 2 === 0 ? { role: 'secretariat' } : { role: 'group-member', group },
    null,
    createdAt,
  );
}
await prepareDigests({ deps: at('2026-11-17T09:00:00Z') });
const rows = Array.from({ length: CHANGES }, (_, n) => ({
  topicKey: topics[n % 500]?.key ?? '',
  at: '2026-11-20T05:00:00Z',
  field: (['budgetEur', 'deadlines', 'expectedGrants', 'title'] as const)[Math.floor(n / 500) % 4] ?? 'title',
  before: [n],
  after: [n + 1],
  material: true,
  source: 'ft-portal',
  scanId: 1,
}));
for (const write of appendChanges(store.db, rows)) await write;
await prepareDigests({ deps: at('2026-11-18T01:00:00Z') });
const started = performance.now();
const counts = await prepareDigests({ deps: at('2026-11-23T06:02:00Z') });
console.log(
  `${SUBSCRIBERS} subscribers × ${CHANGES} changes: ${counts.queued} mails in ${((performance.now() - started) / 1000).toFixed(2)} s`,
);
store.close();
