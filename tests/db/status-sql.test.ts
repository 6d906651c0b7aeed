import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextDeadlineSql, statusSql } from '../../db/repositories/status-sql.ts';
import { insertNewTopics } from '../../db/repositories/topics-seed.ts';
import { nextDeadline, submissionStatus } from '../../src/domain/submission-status.ts';
import { DEADLINE_MODELS, type Round, SUBMISSION_STATUSES } from '../../src/domain/topic.ts';
import { emptyStore } from '../support/store.ts';
import { aRound, aTopic } from '../support/topics.ts';

/** Few days, so that bounds often meet: before, at and after each other. */
const DAYS = ['2026-11-20', '2026-11-21', '2026-11-22', '2026-11-23', '2026-11-24'];
const instants = DAYS.flatMap((day) => [`${day}T00:00:00Z`, `${day}T16:00:00Z`, `${day}T23:00:00Z`]);

const round = fc.record({
  opensOn: fc.constantFrom(null, ...DAYS),
  deadlineModel: fc.constantFrom(null, ...DEADLINE_MODELS),
  deadlines: fc
    .uniqueArray(fc.constantFrom(...instants), { maxLength: 3 })
    .map((found) => found.sort().map((at) => ({ at }))),
});

const topic = fc.record({
  rounds: fc.array(round, { maxLength: 3 }),
  stated: fc.constantFrom(null, ...SUBMISSION_STATUSES.map((status) => ({ status, code: 'known' })), {
    status: null,
    code: '999',
  }),
  statedSince: fc.constantFrom(...instants),
});

describe('the status in SQL', () => {
  it('is the status of the domain, for every topic at every instant', async () => {
    const store = await emptyStore();
    await fc.assert(
      fc.asyncProperty(
        fc.array(topic, { minLength: 1, maxLength: 20 }),
        fc.constantFrom(...instants),
        async (drawn, asOf) => {
          for (const table of ['topics', 'rounds', 'topic_search']) await store.db.run(sql.raw(`delete from ${table}`));
          const drafts = drawn.map(({ rounds, ...own }) => ({
            ...aTopic({ stated: own.stated, rounds: rounds.map((one): Round => ({ ...aRound(), ...one })) }),
            statedSince: own.stated === null ? null : own.statedSince,
            scoredHash: '',
            searchBody: '',
          }));
          await insertNewTopics(store.db, drafts, 'test', '2026-11-22T12:00:00Z');
          const rows = await store.db.all<{ key: string; status: string | null; next: string | null }>(
            sql`select topics.key as key, ${statusSql(asOf)} as status, ${nextDeadlineSql(asOf)} as next from topics`,
          );
          const expected = drafts.map((draft) => ({
            key: draft.key,
            status: submissionStatus(
              {
                rounds: draft.rounds,
                statedStatus: draft.stated?.status ?? null,
                statedStatusCode: draft.stated?.code ?? null,
                statedSince: draft.statedSince,
              },
              asOf,
            ),
            next: nextDeadline(draft.rounds, asOf)?.at ?? null,
          }));
          expect(rows.sort(byKey)).toEqual(expected.sort(byKey));
        },
      ),
      { numRuns: 150 },
    );
    store.close();
  });
});

const byKey = (a: { key: string }, b: { key: string }): number => (a.key < b.key ? -1 : 1);
