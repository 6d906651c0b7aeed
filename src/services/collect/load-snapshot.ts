import { readFact, saveFact } from '../../../db/repositories/store-facts.ts';
import { insertNewTopics } from '../../../db/repositories/topics-seed.ts';
import {
  type SnapshotManifest,
  snapshotDraft,
  snapshotManifestSchema,
  snapshotTopicSchema,
} from '../../domain/snapshot.ts';
import { scoredHash } from '../../ingest/scored-hash.ts';
import type { Deps } from '../deps.ts';
import { type LoadedSnapshot, SNAPSHOT_FACT } from './snapshot-facts.ts';

export interface SnapshotCounts extends Record<string, number> {
  topics: number;
  added: number;
}

/** Source of the topics that no reading has confirmed yet. */
export const SNAPSHOT_SOURCE = 'snapshot';

/**
 * Loads the bundled snapshot, once per version: what the store already knows stays untouched, and nothing counts as a
 * change. `text` is the file's content. A run that was cut off is begun again and ends the same.
 */
export async function loadSnapshot({ deps, input }: { deps: Deps; input: { text: string } }): Promise<SnapshotCounts> {
  const [first = '', ...lines] = input.text.split('\n').filter((line) => line !== '');
  const manifest = snapshotManifestSchema.parse(JSON.parse(first));
  const loaded = `${SNAPSHOT_FACT}:${manifest.version}`;
  if ((await readFact(deps.db, loaded)) !== null) return { topics: manifest.counts.topics, added: 0 };
  const drafts = lines.map((line) => {
    const draft = snapshotDraft(snapshotTopicSchema.parse(JSON.parse(line)));
    return { ...draft, scoredHash: scoredHash(draft), searchBody: '' };
  });
  const now = deps.clock.now();
  const added = await insertNewTopics(deps.db, drafts, SNAPSHOT_SOURCE, now);
  await saveFact(deps.db, SNAPSHOT_FACT, factOf(manifest), now);
  await saveFact(deps.db, loaded, { added }, now);
  return { topics: drafts.length, added };
}

const factOf = ({ version, date, attribution, counts }: SnapshotManifest): LoadedSnapshot => ({
  version,
  date,
  attribution,
  topics: counts.topics,
});
