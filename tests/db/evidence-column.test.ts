import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readEvidence, writeScores } from '../../db/repositories/scores.ts';
import { packEvidence, unpackEvidence } from '../../db/schema/evidence-column.ts';
import type { Evidence } from '../../src/domain/scoring.ts';
import { openEmptyStore } from '../support/engine.ts';

const evidence = (of: Partial<Evidence>): Evidence => ({
  target: 'city',
  phrase: 'cities',
  field: 'title',
  start: 0,
  end: 6,
  weight: 0.5,
  ...of,
});

const item = fc.record<Evidence>({
  target: fc.constantFrom('city', 'mobility', 'partner:atm'),
  phrase: fc.constantFrom('cities', 'Cities', 'mobility plan', 'IA', ''),
  field: fc.constantFrom('title', 'section:1', 'action'),
  start: fc.option(fc.nat(500_000), { nil: null }),
  end: fc.option(fc.nat(500_000), { nil: null }),
  weight: fc.integer({ min: -50_000, max: 50_000 }).map((steps) => steps / 10_000),
});
/** As the scorer gives it: an end belongs to a start and a phrase. */
const list = fc
  .array(item, { maxLength: 60 })
  .map((items) =>
    items.map((one): Evidence => ({ ...one, end: one.start === null ? null : one.start + one.phrase.length })),
  );

test('what was packed comes back, in its order', () => {
  fc.assert(
    fc.property(list, (given) => {
      expect(unpackEvidence(packEvidence(given))).toEqual(given);
    }),
  );
});

test('a phrase that speaks for three targets is kept once', () => {
  const packed = packEvidence([
    evidence({}),
    evidence({ target: 'mobility', weight: 0.2 }),
    evidence({ target: 'living', weight: -0.1 }),
  ]);
  expect(packed.phrases).toEqual([['title', 0, 6, 'cities']]);
  expect(packed.weights).toEqual([
    ['city', 0, 0.5],
    ['mobility', 0, 0.2],
    ['living', 0, -0.1],
  ]);
});

test('a score written by an earlier version, as a plain list, is still read', async () => {
  const store = await openEmptyStore();
  const old = [evidence({}), evidence({ target: 'people' })];
  await store.db.run(sql`insert into topic_scores
    (topic_key, city_relevance, pillars, evidence, partners, version, input_hash, scored_at)
    values ('SCC-01-2015', 0.9, '{}', ${JSON.stringify(old)}, '{}', '1', 'h', '2026-11-22T00:00:00Z')`);
  expect((await readEvidence(store.db, ['SCC-01-2015'])).get('SCC-01-2015')).toEqual(old);
  store.close();
});

test('evidence lies apart from the score, whose row stays short; a new score takes the place of an earlier version’s', async () => {
  const store = await openEmptyStore();
  await store.db.run(sql`insert into topic_scores
    (topic_key, city_relevance, pillars, evidence, partners, version, input_hash, scored_at)
    values ('SCC-01-2015', 0.9, '{}', ${JSON.stringify([evidence({ phrase: 'old' })])}, '{}', '1', 'h', '2026-11-22T00:00:00Z')`);
  const anew = [evidence({}), evidence({ target: 'people' })];
  const pillars = { economy: 0, people: 0, governance: 0, mobility: 0, environment: 0, living: 0 };
  const score = { cityRelevance: 0.8, pillars, primaryPillar: null, evidence: anew, version: '2' };
  await writeScores(
    store.db,
    [{ topicKey: 'SCC-01-2015', score, partners: {}, inputHash: 'h' }],
    '2026-11-23T00:00:00Z',
  );
  const [row] = await store.db.all<{ length: number }>(sql`select length(evidence) as length from topic_scores`);
  expect(row?.length).toBeLessThan(40);
  expect((await readEvidence(store.db, ['SCC-01-2015'])).get('SCC-01-2015')).toEqual(anew);
  store.close();
});

test('evidence that points at nothing is refused, not shown as a smaller sum', () => {
  expect(() => unpackEvidence({ phrases: [], weights: [['city', 0, 1]] })).toThrow('points at nothing');
});
