import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { insertNewTopics } from '../../db/repositories/topics-seed.ts';
import { type NodeStore, openNodeStore } from '../../db/store.node.ts';
import { brusselsInstant } from '../../src/domain/brussels.ts';
import { snapshotDraft, snapshotTopicSchema } from '../../src/domain/snapshot.ts';
import type { TopicDraft } from '../../src/domain/topic.ts';
import { scoredHash } from '../../src/ingest/scored-hash.ts';
import { searchBody } from '../../src/ingest/search-body.ts';

const SNAPSHOT = join(import.meta.dirname, '../../db/seed/snapshot-2026-08-22.jsonl');
const SENTENCES = 45;

/**
 * A store of so many topics: the bundled snapshot again and again under other names, each with a text of some 4,500
 * characters made of other topics' titles, and two in three with a deadline ahead. The same every time.
 */
export async function bigStore(count: number): Promise<NodeStore> {
  const real = readFileSync(SNAPSHOT, 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => snapshotDraft(snapshotTopicSchema.parse(JSON.parse(line))));
  const titles = real.map((topic) => topic.title);
  const store = await openNodeStore(':memory:');
  const random = seeded(2026);
  for (let from = 0; from < count; from += 1_000) {
    const drafts = Array.from({ length: Math.min(1_000, count - from) }, (_, n) =>
      variant(real, titles, from + n, random),
    );
    const seeds = drafts.map((draft) => ({
      ...draft,
      scoredHash: scoredHash(draft),
      searchBody: searchBody(draft.sections),
    }));
    await insertNewTopics(store.db, seeds, 'ft-portal', '2026-11-22T05:00:00Z');
  }
  return store;
}

function variant(real: readonly TopicDraft[], titles: readonly string[], n: number, random: () => number): TopicDraft {
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item;
  const base = real[n % real.length] as TopicDraft;
  const text = Array.from({ length: SENTENCES }, () => pick(titles)).join('. ');
  const day = new Date(Date.UTC(2026, 8, 1 + Math.floor(random() * 270))).toISOString().slice(0, 10);
  return {
    ...base,
    kind: 'topic',
    key: `${base.identifier}-V${n}`,
    identifier: `${base.identifier}-V${n}`,
    reference: null,
    stated: null,
    aliases: [],
    sections: [{ kind: 'scope', heading: 'Scope', html: `<p>${text}</p>`, text }],
    rounds: [
      {
        opensOn: '2026-06-01',
        deadlineModel: 'single-stage',
        deadlines: [{ at: brusselsInstant(day, 17) }],
        budgetEur: 1e7,
        budgetShared: false,
        expectedGrants: 3,
        minContributionEur: null,
        maxContributionEur: null,
      },
    ],
  };
}

/** mulberry32: small, and the same on every machine. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
