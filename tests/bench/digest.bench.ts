/**
 * A Monday's digests, built and written into the ledger: 500 subscribers × 2,000 changes in less than five seconds, and
 * twice as much of either in about twice the time. `npm run bench digest`.
 */
import { appendChanges } from '../../db/repositories/changes.ts';
import { insertGrant, insertPerson } from '../../db/repositories/people.ts';
import { PILLARS } from '../../src/domain/pillar.ts';
import { prepareDigests } from '../../src/services/delivery/prepare-digests.ts';
import { scoreTopics } from '../../src/services/matching/score-topics.ts';
import { depsOf } from '../support/deps.ts';
import { emptyStore, seed } from '../support/store.ts';
import { aTopic } from '../support/topics.ts';

/** For the size, and for twice of it. */
const MOST_SECONDS = 5;
const MOST_GROWTH = 2.6;
const WORDS = ['companies', 'skills', 'citizens', 'mobility', 'energy', 'housing'];
const FIELDS = ['budgetEur', 'deadlines', 'expectedGrants', 'title'] as const;
const BEFORE = '2026-11-17T09:00:00Z';

/** How long one Monday takes, in seconds of processor time: a busy machine changes nothing. */
async function monday(subscribers: number, changes: number): Promise<number> {
  const store = await emptyStore();
  const at = (instant: string) =>
    depsOf(store, { clock: { now: () => instant }, secretKey: 'k'.repeat(40), baseUrl: 'https://bandolo.example' });
  const topics = Array.from({ length: 500 }, (_, n) => aTopic({ title: `Cities and ${WORDS[n % 6]} ${n}` }));
  await seed(store, topics);
  await scoreTopics({ deps: at(BEFORE) });
  for (let n = 0; n < subscribers; n += 1) {
    const id = `p${n}`;
    const person = { id, name: id, email: `${id}@example.org`, bodyId: null, language: 'it' as const };
    await insertPerson(store.db, { ...person, createdAt: BEFORE });
    const group = PILLARS[n % 6] ?? 'living';
    const hat = n % 2 === 0 ? ({ role: 'secretariat' } as const) : ({ role: 'group-member', group } as const);
    await insertGrant(store.db, id, hat, null, BEFORE);
  }
  await prepareDigests({ deps: at(BEFORE) });
  const rows = Array.from({ length: changes }, (_, n) => ({
    topicKey: topics[n % 500]?.key ?? '',
    at: '2026-11-20T05:00:00Z',
    field: FIELDS[Math.floor(n / 500) % 4] ?? 'title',
    before: [n],
    after: [n + 1],
    material: true,
    source: 'ft-portal',
    scanId: 1,
  }));
  for (const write of appendChanges(store.db, rows)) await write;
  await prepareDigests({ deps: at('2026-11-18T01:00:00Z') });
  const started = process.cpuUsage();
  const { queued } = await prepareDigests({ deps: at('2026-11-23T06:02:00Z') });
  const { user, system } = process.cpuUsage(started);
  const seconds = (user + system) / 1_000_000;
  console.log(
    `${subscribers} subscribers × ${changes} changes: ${queued} mails in ${seconds.toFixed(2)} s of processor time`,
  );
  store.close();
  return seconds;
}

await monday(100, 500);
const once = await monday(500, 2_000);
const people = await monday(1_000, 2_000);
const changes = await monday(500, 4_000);
const growth = Math.max(people, changes) / once;
console.log(`growth for twice as much: ${growth.toFixed(2)} × the time`);
if (once > MOST_SECONDS || growth > MOST_GROWTH) process.exitCode = 1;
