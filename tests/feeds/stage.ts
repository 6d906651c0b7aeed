import { findUnfinishedScans, finishScan, hasCertifiedScan, startScan } from '../../db/repositories/scans.ts';
import { writeScores } from '../../db/repositories/scores.ts';
import { readKnownTopics } from '../../db/repositories/topics-write.ts';
import { PILLARS, type Pillar } from '../../src/domain/pillar.ts';
import type { TopicDraft } from '../../src/domain/topic.ts';
import { storeTopics } from '../../src/ingest/store-topics.ts';
import type { TestStore } from '../support/engine.ts';

const SOURCE = 'ft-portal';

/** One complete reading of the portal that begins at `at` and ends five minutes later, with what it wrote. */
export async function readPortal(store: TestStore, at: string, drafts: readonly TopicDraft[]): Promise<void> {
  await beginReading(store, at, drafts);
  await endReading(store, new Date(Date.parse(at) + 300_000).toISOString().replace('.000Z', 'Z'));
}

/** A reading that has written but is still going on. */
export async function beginReading(store: TestStore, at: string, drafts: readonly TopicDraft[]): Promise<void> {
  const { db } = store;
  const hasBaseline = await hasCertifiedScan(db, SOURCE);
  const id = await startScan(db, { source: SOURCE, archive: null, startedAt: at });
  const counts = { topics: 0, added: 0, changed: 0, unchanged: 0, withdrawn: 0, issues: 0 };
  const known = await readKnownTopics(db);
  await storeTopics(
    { id, db, source: SOURCE, at, known, hasBaseline, counts, changedKeys: new Set() },
    drafts.map((draft) => ({ draft, rawHash: null, knownAs: null })),
    [],
  );
}

export async function endReading({ db }: TestStore, finishedAt: string): Promise<void> {
  for (const { id, startedAt, source } of await findUnfinishedScans(db, SOURCE)) {
    const counts = { topics: 0, added: 0, changed: 0, unchanged: 0, withdrawn: 0, issues: 0 };
    const certificate = {
      source,
      archive: null,
      startedAt,
      finishedAt,
      verdict: 'certified' as const,
      reasons: [],
      kinds: [],
    };
    await db.batch([finishScan(db, id, { ...certificate, requests: 0, retries: 0, bytes: 0 }, counts)]);
  }
}

/** Gives topics a score without asking the scorer: what pillar, how relevant, which partners. */
export async function score(
  store: TestStore,
  drafts: readonly TopicDraft[],
  own: { pillar?: Pillar; relevance?: number; partners?: Record<string, number> } = {},
): Promise<void> {
  const { pillar = 'mobility', relevance = 0.9, partners = {} } = own;
  const pillars = Object.fromEntries(PILLARS.map((one) => [one, one === pillar ? 0.8 : 0.1])) as Record<Pillar, number>;
  await writeScores(
    store.db,
    drafts.map(({ key }) => ({
      topicKey: key,
      score: { cityRelevance: relevance, primaryPillar: pillar, pillars, evidence: [], version: 'staged' },
      partners,
      inputHash: 'staged',
    })),
    '2026-08-22T05:00:00Z',
  );
}
