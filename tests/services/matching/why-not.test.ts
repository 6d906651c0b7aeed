import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { mute } from '../../../db/repositories/mutes.ts';
import { readSnapshotFile } from '../../../src/node/seed-files.ts';
import { SHORTLIST_RULES } from '../../../src/scoring/shortlist-rule.ts';
import { loadSnapshot } from '../../../src/services/collect/load-snapshot.ts';
import { scoreTopics } from '../../../src/services/matching/score-topics.ts';
import { shortlist, shortlistSchema } from '../../../src/services/matching/shortlist.ts';
import { whyNot } from '../../../src/services/matching/why-not.ts';
import { depsOf, TODAY } from '../../support/deps.ts';
import { emptyStore } from '../../support/store.ts';

/** Of each topic of the bundled snapshot: it is listed, or exactly one rule dropped it and says by what. */
it('every topic of the snapshot is listed or dropped by one rule with its value and threshold', {
  timeout: 120_000,
}, async () => {
  const store = await emptyStore();
  const deps = depsOf(store);
  await loadSnapshot({ deps, input: { text: readSnapshotFile() } });
  await scoreTopics({ deps });
  const keys = (await store.db.all<{ key: string }>(sql`select key from topics order by id`)).map(({ key }) => key);
  expect(keys.length).toBeGreaterThan(4000);
  await mute(deps.db, keys[0] ?? '', TODAY, 'seen enough');
  const listed = new Set<string>();
  for (let page = 1; ; page += 1) {
    const { items } = await shortlist({ deps, input: shortlistSchema.parse({ page, pageSize: 200 }) });
    for (const { kind, identifier, reference } of items)
      listed.add(kind === 'topic' ? identifier : (reference ?? identifier));
    if (items.length === 0) break;
  }
  const rules = new Map<string, number>();
  for (const identifier of keys) {
    const { verdict } = await whyNot({ deps, input: { identifier } });
    expect([identifier, verdict.listed]).toEqual([identifier, listed.has(identifier)]);
    if (verdict.listed) continue;
    expect(SHORTLIST_RULES).toContain(verdict.rule);
    if (verdict.rule === 'not-relevant') expect(verdict.value).toBeLessThan(Number(verdict.threshold));
    if (verdict.rule === 'not-eligible') expect(verdict.eligibilityRule).toMatch(/^H[1-9]$/);
    if (verdict.rule === 'closed')
      expect([verdict.value, verdict.threshold]).toEqual(['closed', 'open or forthcoming']);
    rules.set(verdict.rule, (rules.get(verdict.rule) ?? 0) + 1);
  }
  expect(listed.size).toBeGreaterThan(0);
  expect([...rules.keys()].sort()).toEqual(expect.arrayContaining(['closed', 'muted', 'not-relevant']));
});
