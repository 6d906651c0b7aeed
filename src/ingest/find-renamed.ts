import { findKeysByAlias } from '../../db/repositories/topics-write.ts';
import type { TopicDraft, TopicKey } from '../domain/topic.ts';
import type { ScanContext } from './scan-context.ts';

/**
 * Under which key the catalogue knows topics that come with a new identifier: the reference stays when an identifier is
 * edited (PORTAL-CONTRACT §2.7, seven cases measured), so the row keeps its history instead of being new + gone. The
 * same number under another reference is a rename only if the old identifier is certainly no longer listed.
 */
export async function findRenamed(
  scan: ScanContext,
  drafts: readonly TopicDraft[],
  listed: ReadonlySet<TopicKey>,
  listIsComplete: boolean,
): Promise<Map<TopicKey, TopicKey>> {
  const strangers = drafts.filter(({ key, kind }) => kind === 'topic' && !scan.known.has(key));
  if (strangers.length === 0) return new Map();
  const owners = await findKeysByAlias(scan.db, [...new Set(strangers.flatMap((draft) => namesOf(draft)))]);
  const renamed = new Map<TopicKey, TopicKey>();
  const taken = new Set<TopicKey>();
  for (const draft of strangers) {
    const former = namesOf(draft)
      .map((name) => owners.get(name))
      .find((key) => key !== undefined && scan.known.get(key)?.kind === 'topic');
    if (former === undefined || listed.has(former) || taken.has(former)) continue;
    const sameReference = scan.known.get(former)?.reference === draft.reference;
    if (!sameReference && !listIsComplete) continue;
    renamed.set(draft.key, former);
    taken.add(former);
  }
  return renamed;
}

const namesOf = (draft: TopicDraft): string[] => [
  ...draft.aliases,
  ...(draft.reference === null ? [] : [draft.reference]),
];
