import { insertNewTopics } from '../../db/repositories/topics-seed.ts';
import type { TopicDraft } from '../../src/domain/topic.ts';
import { scoredHash } from '../../src/ingest/scored-hash.ts';
import { searchBody } from '../../src/ingest/search-body.ts';
import { openEmptyStore, type TestStore } from './engine.ts';

/** A store of its own for one test, on the engine under test. */
export async function emptyStore(): Promise<TestStore> {
  return await openEmptyStore();
}

/** Puts topics in as a reading of `ft-portal` on a given day would. */
export async function seed(
  store: Pick<TestStore, 'db'>,
  drafts: readonly TopicDraft[],
  at = '2026-08-22T05:00:00Z',
  source = 'ft-portal',
) {
  await insertNewTopics(
    store.db,
    drafts.map((draft) => ({ ...draft, scoredHash: scoredHash(draft), searchBody: searchBody(draft.sections) })),
    source,
    at,
  );
}
