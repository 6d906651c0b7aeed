import { appendChanges } from '../../db/repositories/changes.ts';
import { noteIssues } from '../../db/repositories/issues.ts';
import { readStoredTopics, type Statement, writeTopics } from '../../db/repositories/topics-write.ts';
import { recordEvents } from '../../db/repositories/webhooks/events.ts';
import type { Issue } from '../domain/issue.ts';
import type { TopicDraft, TopicKey } from '../domain/topic.ts';
import { topicChanged } from '../domain/webhook.ts';
import { freshTopic } from './fresh-topic.ts';
import { mergeTopic } from './merge-topic.ts';
import type { ScanContext } from './scan-context.ts';
import { writeAll } from './write-all.ts';

export interface DraftToStore {
  draft: TopicDraft;
  rawHash: string | null;
  /** Key under which the catalogue knows the topic, where it was renamed. */
  knownAs: TopicKey | null;
}

/** What storing needs of a scan; a replay of kept documents has no scan. */
export type Storing = Pick<
  ScanContext,
  'db' | 'source' | 'at' | 'known' | 'hasBaseline' | 'counts' | 'changedKeys' | 'onStored'
> & {
  id: number | null;
  isReplay?: boolean;
};

/** Merges drafts into the catalogue, with their changes and issues, in one atomic write. */
export async function storeTopics(
  scan: Storing,
  drafts: readonly DraftToStore[],
  issues: readonly Issue[],
  extra: readonly Statement[] = [],
): Promise<void> {
  const stored = await readStoredTopics(
    scan.db,
    drafts.map(({ draft, knownAs }) => knownAs ?? draft.key),
  );
  const merged = drafts.map(({ draft, rawHash, knownAs }) => {
    const known = stored.get(knownAs ?? draft.key) ?? null;
    const adopted = known?.row.source === 'snapshot' && !scan.hasBaseline;
    return mergeTopic(known, draft, {
      source: scan.source,
      at: scan.at,
      rawHash,
      writeChanges: !adopted,
      isReplay: scan.isReplay === true,
    });
  });
  const changes = merged.flatMap(({ write, changes: own }) =>
    own.map((change) => ({ ...change, topicKey: write.row.key, at: scan.at, source: scan.source, scanId: scan.id })),
  );
  const events = merged.flatMap(({ write, changes: own }) =>
    topicChanged(write.row, { at: scan.at, scanId: scan.id }, own),
  );
  const writes = merged.map(({ write }) => write);
  await writeAll(scan.db, [
    ...extra,
    ...(writes.length > 0 ? writeTopics(scan.db, writes) : []),
    ...appendChanges(scan.db, changes),
    ...recordEvents(scan.db, events),
    ...noteIssues(scan.db, issues, { source: scan.source, at: scan.at, scanId: scan.id }),
  ]);
  for (const { write, changes: own, added } of merged) {
    if (write.renamedFrom !== null) scan.known.delete(write.renamedFrom);
    scan.known.set(write.row.key, write.row);
    if (added) scan.counts.added += 1;
    else if (own.length > 0) scan.counts.changed += 1;
    else scan.counts.unchanged += 1;
    if (write.searchBody !== null) scan.changedKeys.add(write.row.key);
  }
  scan.counts.issues += issues.length;
  const fresh = writes.flatMap(freshTopic);
  if (fresh.length > 0) await scan.onStored?.(fresh);
}
