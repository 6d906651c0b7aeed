import { findKeysByAlias } from '../../db/repositories/topics-write.ts';
import type { TopicDraft, TopicKey } from '../domain/topic.ts';
import type { ScanContext } from './scan-context.ts';

export interface FormerKey {
  key: TopicKey;
  /** The same reference is the same row; the same number alone is a rename only if the old identifier is gone. */
  certain: boolean;
}

/**
 * Under which key the catalogue knows topics that come with a new identifier: the reference stays when an identifier is
 * edited (PORTAL-CONTRACT §2.7, seven cases measured), so the row keeps its history instead of being new + gone.
 */
export async function findRenamed(scan: ScanContext, drafts: readonly TopicDraft[]): Promise<Map<TopicKey, FormerKey>> {
  const strangers = drafts.filter(({ key, kind }) => kind === 'topic' && !scan.known.has(key));
  if (strangers.length === 0) return new Map();
  const owners = await findKeysByAlias(scan.db, [...new Set(strangers.flatMap(namesOf))]);
  const former = new Map<TopicKey, FormerKey>();
  const taken = new Set<TopicKey>();
  for (const draft of strangers) {
    const owner = namesOf(draft)
      .map((name) => owners.get(name))
      .find((key) => key !== undefined && scan.known.get(key)?.kind === 'topic');
    if (owner === undefined || taken.has(owner)) continue;
    former.set(draft.key, { key: owner, certain: scan.known.get(owner)?.reference === draft.reference });
    taken.add(owner);
  }
  return former;
}

const namesOf = (draft: TopicDraft): string[] => [
  ...draft.aliases,
  ...(draft.reference === null ? [] : [draft.reference]),
];
