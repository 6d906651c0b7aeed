import type { TopicKey, TopicKind } from '../../domain/topic.ts';
import { rowKey } from './identity.ts';
import { fieldValue } from './payload.ts';
import { SEARCH_KINDS } from './query.ts';
import type { RawRow } from './search.ts';

/** The key of a row and the name by which the search finds it again; null where it has no key. */
export function rowIdentity(row: RawRow, kind: TopicKind): { key: TopicKey; name: string } | null {
  // The type is what was asked for; an answer cut down by displayFields may leave it out.
  const typed =
    row.metadata.type === undefined ? { ...row, metadata: { ...row.metadata, type: [SEARCH_KINDS[kind].type] } } : row;
  const key = rowKey(typed);
  if (key === null) return null;
  return { key, name: fieldValue.parse(row.metadata[SEARCH_KINDS[kind].keyField])[0] ?? nameOf(kind, key) };
}

/** The name of a stored topic: a cascade call's number is the head of its reference. */
export function nameOf(kind: TopicKind, keyOrIdentifier: string): string {
  return kind === 'cascade' ? (/^\d+/.exec(keyOrIdentifier)?.[0] ?? keyOrIdentifier) : keyOrIdentifier;
}
